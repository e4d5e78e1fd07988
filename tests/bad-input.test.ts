import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@wirewatch/shared/config.ts';
import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { addFeed, listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPrivateRedis } from 'wirewatch/private-redis/server.ts';
import { supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { wirewatch } from './support/command.ts';
import { startNastyWeb } from './support/nasty-web.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-bad-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['a variable that is no number', ['status'], { PORT: 'eighty' }, 2, /PORT=eighty/],
  [
    'a database address of an unknown kind',
    ['status'],
    { DATABASE_URL: 'mysql://db' },
    2,
    /DATABASE_URL=mysql:\/\/db: expected sqlite:PATH/,
  ],
  [
    'a token that is too short, which is not shown',
    ['status'],
    { WIREWATCH_TOKEN: 'secret' },
    2,
    /WIREWATCH_TOKEN=\(hidden\)/,
  ],
  ['an unknown verb', ['statsu'], {}, 2, /unknown command 'statsu'/],
  ['an unknown option', ['status', '--fast'], {}, 2, /unknown option '--fast'/],
  ['an unknown service', ['work', 'baker'], {}, 2, /no service "baker": expected one of scheduler, fetcher/],
  ['a service without Redis', ['work', 'cleaner'], {}, 1, /needs REDIS_URL.*wirewatch up/],
  ['a feed that is no address', ['feeds', 'add', 'harbour'], {}, 2, /"harbour" is no http\(s\) address/],
  [
    'a feed that is not there',
    ['feeds', 'remove', 'http://harbour.example/'],
    {},
    1,
    /there is no feed "http:\/\/harbour.example\/"/,
  ],
  ['a span upside down', ['export', '--since', '1h', '--until', '2h'], {}, 2, /--since 1h is not before --until 2h/],
  ['a date that is none', ['export', '--since', 'yesterday'], {}, 2, /--since yesterday: expected a date/],
  ['an article that is not there', ['show', 'a0'], {}, 1, /there is no article "a0"/],
  ['a stage that is none', ['reprocess', '--from', 'fetch'], {}, 2, /--from fetch: expected clean, dedup, classify/],
  [
    'a cron line that is none',
    ['schedule', 'add', 'retention', '--cron', 'daily'],
    {},
    2,
    /"daily" is no cron line.*expected "minute hour/,
  ],
  [
    'a time zone that is none',
    ['schedule', 'add', 'retention', '--cron', '0 3 * * *', '--timezone', 'Mars'],
    {},
    2,
    /"Mars" is no time zone/,
  ],
  ['a file that is not there', ['feeds', 'import', '/nowhere/feeds.opml'], {}, 1, /cannot read \/nowhere\/feeds.opml/],
  [
    'a Redis that does not answer',
    ['run', '--until-idle'],
    { REDIS_URL: 'redis://127.0.0.1:1' },
    1,
    /cannot reach Redis at redis:\/\/127.0.0.1:1.*Start it, correct REDIS_URL/,
  ],
  [
    'a Postgres that does not answer',
    ['status'],
    { DATABASE_URL: 'postgres://me:pw@127.0.0.1:1/x' },
    1,
    /cannot open the Postgres database postgres:\/\/me:\*\*\*@127.0.0.1:1\/x.*ECONNREFUSED/,
  ],
] as const)('%s', async (_, args, env, status, message) => {
  const ran = await wirewatch([...args], { env: { WIREWATCH_DATA: folder, ...env } });
  expect(ran.err.replace(/\s+/g, ' ')).toMatch(message);
  expect(ran.status).toBe(status);
  expect(ran.out).toBe('');
});

test('a port in use is named before anything is started', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const ran = await wirewatch(['up', '--data', folder, '--port', String(port)]);
  other.close();
  expect(ran.status).toBe(1);
  expect(ran.err).toMatch(new RegExp(`port ${port} on 127.0.0.1 is in use.*--port N`));
});

test('a Redis that may evict keys is refused, and the setting is named', async () => {
  const redis = await startPrivateRedis({ dir: join(folder, 'redis'), log: () => undefined });
  const client = connectRedis(`unix:${redis.path}`, 'client', createLogger('test', 'silent'));
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
  const ran = await wirewatch(['run', '--until-idle', '--data', folder], { env: { REDIS_URL: `unix:${redis.path}` } });
  client.disconnect();
  await redis.stop();
  expect(ran.status).toBe(1);
  expect(ran.err).toMatch(/maxmemory-policy "allkeys-lru".*Set "maxmemory-policy noeviction"/);
});

test('a database of a newer schema is refused and left alone', async () => {
  await wirewatch(['feeds', 'add', 'http://harbour.example/feed', '--data', folder]);
  const raw = new Database(join(folder, 'wirewatch.db'));
  raw.pragma('user_version = 999');
  const ran = await wirewatch(['run', '--until-idle', '--data', folder]);
  expect(ran.status).toBe(1);
  expect(ran.err).toMatch(/schema version 999.*newer wirewatch/);
  expect(raw.prepare('select count(*) as n from feeds').get()).toEqual({ n: 1 });
  raw.close();
});

test('a data folder that is a file', async () => {
  const file = join(folder, 'data');
  writeFileSync(file, '');
  const ran = await wirewatch(['feeds', 'list', '--data', file]);
  expect(ran.status).toBe(1);
  expect(ran.err).toMatch(/cannot open the SQLite database .*Check that the folder/);
});

test('a list of ten thousand feeds is taken in whole, and what is none of them is named', async () => {
  const outlines = Array.from(
    { length: 10_000 },
    (_, n) => `<outline text="F" xmlUrl="https://o${n % 5000}.example/${n}"/>`,
  );
  const path = join(folder, 'feeds.opml');
  writeFileSync(path, `<opml><body>${outlines.join('')}<outline text="half" xmlUrl="htp:/half"/></body></opml>`);
  const taken = await wirewatch(['feeds', 'import', path, '--data', join(folder, 'data')]);
  expect(taken.out + taken.err).toMatch(/10000 feeds added/);
  expect(taken.out + taken.err).toContain('htp:/half');
  expect((await wirewatch(['status', '--data', join(folder, 'data')])).out).toMatch(/feeds +10000/);
});

test('doctor says what a start would change, and changes nothing', async () => {
  const data = join(folder, 'data');
  const before = await wirewatch(['doctor', '--data', data]);
  expect(before.out).toContain(`  make the folder ${data}`);
  expect(before.out).toContain(`  make the SQLite database ${join(data, 'wirewatch.db')}`);
  expect(existsSync(data)).toBe(false);
  await wirewatch(['feeds', 'add', 'http://harbour.example/feed', '--data', data]);
  const after = await wirewatch(['doctor', '--data', data]);
  expect(after.out).not.toMatch(/make the (?:folder|SQLite)/);
});

test('lines that are none become errors of their own, and the stream goes on', async () => {
  const input = ['{"id": 1, "url": "http://a.example/", "html": "<p>x</p>"}', 'no json', '{"id": 3}', '[1]'].join('\n');
  const ran = await wirewatch(['clean', '--jsonl'], { input });
  const lines = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map((line) => line.id)).toEqual([1, null, 3, null]);
  expect(lines.map((line) => line.error?.code !== undefined)).toEqual([false, true, true, true]);
  expect(ran.status).toBe(0);
});

test('nasty feeds and pages: each an outcome or an error with its reason, and what is good comes through', async () => {
  const web = await startNastyWeb();
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: `nasty.example:80:127.0.0.1:${web.port}`,
    WIREWATCH_HOST_GAP_MS: '0',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: '', REDIS_URL: '', BLOB_URL: '' });
  const running = await supervise(config, WORKERS, env, () => undefined);
  const store = await openStore(config.databaseUrl, 'require');
  try {
    await expect(supervise(config, ['scheduler'], env, () => undefined)).rejects.toThrow(/another wirewatch works on/);
    for (const name of ['html', 'empty', 'endless', 'bomb', 'good', 'silent']) {
      await addFeed(store, { url: `http://nasty.example/feed/${name}` }, Date.now());
    }
    await untilIdle(store, 0, AbortSignal.timeout(120_000));
    const feeds = new Map((await listFeeds(store)).map((feed) => [feed.url.split('/').at(-1), feed]));
    expect(feeds.get('html')?.lastError).toMatch(/HTML/i);
    expect(feeds.get('empty')?.lastError).toMatch(/empty/);
    expect(feeds.get('endless')?.lastError).toMatch(/bytes/);
    expect(feeds.get('bomb')?.lastError).toMatch(/bytes/);
    expect(feeds.get('silent')?.lastError).toMatch(/did not|no answer|time/i);
    expect(feeds.get('good')?.lastError).toBeNull();
    const records = new Map<string, ArticleRecord>();
    for await (const record of readRecords(store, { all: true })) records.set(record.url.split('/').at(-1)!, record);
    expect(records.get('fine')?.outcome).toBe('done');
    expect(records.get('wrong-charset')?.text).toContain('Совет порта');
    expect(records.get('huge')?.outcome).toBe('too-large');
    expect(['not-an-article', 'empty', 'too-short']).toContain(records.get('no-article')?.outcome);
    expect(['not-an-article', 'empty']).toContain(records.get('pdf')?.outcome);
    expect(records.get('deep')?.outcome).not.toBeNull();
    for (const record of records.values()) expect(record.reason, record.url).not.toBe('');
  } finally {
    await store.close();
    await running.stop();
    await web.close();
  }
});
