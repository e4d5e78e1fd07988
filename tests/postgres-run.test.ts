import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@wirewatch/shared/config.ts';
import { WORKERS } from '@wirewatch/shared/pipeline.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { count, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Supervised, supervise } from '../services/cli/supervisor/supervisor.ts';
import { untilIdle } from '../services/cli/supervisor/until-idle.ts';
import { expectBalance } from './support/balance.ts';
import { type PrivatePostgres, startPrivatePostgres } from './support/postgres.ts';
import { type Press, startPress } from './support/press.ts';

const OUTLETS = 4;
const PER_OUTLET = 10;
const ALL = OUTLETS * PER_OUTLET;

let press: Press;
let folder: string;
let server: PrivatePostgres;
let running: Supervised | null = null;
let store: Store | null = null;

beforeEach(async () => {
  press = await startPress(OUTLETS, PER_OUTLET);
  folder = mkdtempSync(join(tmpdir(), 'ww-pg-'));
  server = await startPrivatePostgres();
});
afterEach(async () => {
  await store?.close();
  await running?.stop();
  store = running = null;
  await press.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything but the dashboard, over the private Postgres, with the press's feeds. */
async function up(): Promise<Store> {
  const env = {
    ...process.env,
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: press.connectTo,
    WIREWATCH_HOST_GAP_MS: '0',
    WIREWATCH_LOCK_MS: '2000',
  };
  const config = readConfig(env, { WIREWATCH_DATA: folder, DATABASE_URL: server.url, REDIS_URL: '', BLOB_URL: '' });
  running = await supervise(config, WORKERS, env, () => {});
  store = await openStore(config.databaseUrl, 'require');
  for (const url of press.feeds) await addFeed(store, { url }, Date.now());
  return store;
}

test('a run on Postgres: all done, the books balance', async () => {
  const store = await up();
  const patience = AbortSignal.timeout(100_000);
  await untilIdle(store, 5000, patience);
  expect(patience.aborted, 'still at work').toBe(false);
  await expectBalance(store, ALL);
});

test('a Postgres that crashes in the middle and is away for seconds loses nothing, and the log says what is waited for', async (context) => {
  if (!server.crash) return context.skip('the server that DATABASE_URL_TEST names is not ours to crash');
  const store = await up();
  const { articles } = store.tables;
  const done = async () => {
    const [row] = await store.db.select({ n: count() }).from(articles).where(eq(articles.outcome, 'done'));
    return row?.n ?? 0;
  };
  const patience = AbortSignal.timeout(150_000);
  while ((await done()) < 3 && !patience.aborted) await sleep(50);
  const before = await done();
  expect(before).toBeLessThan(ALL);
  const children = running!.children.map((child) => child.pid());
  const { revive } = await server.crash();
  await sleep(4000);
  await revive();
  await untilIdle(store, 5000, patience);
  expect(patience.aborted, 'still at work').toBe(false);
  await expectBalance(store, ALL);
  expect(running!.children.map((child) => child.pid())).toEqual(children);
  const lines = WORKERS.flatMap((service) =>
    readFileSync(join(folder, 'log', `${service}.log`), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  const waits = lines.filter((line) => line.includes('cannot reach the store'));
  expect(waits.length).toBeGreaterThan(0);
  // The database's own word, not drizzle's query with the article in it.
  expect(waits.filter((line) => line.includes('Failed query'))).toEqual([]);
  expect(lines.filter((line) => /^\{"level":(?:50|60)/.test(line))).toEqual([]);
});

test('a database that cannot be reached is named, without its password, and the command fails', async () => {
  const main = fileURLToPath(new URL('../services/cli/bin/wirewatch.mjs', import.meta.url));
  const url = 'postgres://reader:hidden-word@127.0.0.1:9/news';
  const env = { ...process.env, DATABASE_URL: url, WIREWATCH_DATA: folder };
  for (const verb of [['status'], ['run', '--until-idle']]) {
    const child = spawn(process.execPath, [main, ...verb], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const status = await new Promise((resolve) => child.once('exit', resolve));
    expect(status).toBe(1);
    expect(said).toMatch(
      /cannot open the Postgres database postgres:\/\/reader:\*\*\*@127\.0\.0\.1:9\/news: .*ECONNREFUSED/,
    );
    expect(said).toMatch(/Check that the server runs/);
    expect(said).not.toContain('hidden-word');
    expect(said.trimEnd().split('\n')).toHaveLength(1);
  }
});
