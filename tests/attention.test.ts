import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { wishPause } from '@wirewatch/shared/store/operations/pauses.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { DIALECTS, type Dialect, emptyDatabase } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

interface Line {
  kind: string;
  what: string;
  href: string;
  since: string | null;
}

describe.each(DIALECTS)('%s: what needs attention', (dialect: Dialect) => {
  let desk: Desk;
  let drop: () => Promise<void>;
  let databaseUrl: string;

  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    databaseUrl = database.url;
    desk = await startDesk({ DATABASE_URL: database.url, WIREWATCH_MIN_FREE_GB: '1000000000' });
    const { store, blobs } = desk;
    const now = Date.now();
    const broken = await addFeed(store, { url: 'http://never.example/feed', title: 'The Nothing Times' }, now);
    const walled = await addFeed(store, { url: 'http://walls.example/feed', title: 'Walled Gazette' }, now);
    if (!('id' in broken) || !('id' in walled)) throw new Error('no feeds');
    const { feeds, entries } = store.tables;
    const memory = {
      status: 'active',
      failures: {
        count: 1,
        class: 'hard',
        score: 1,
        since: new Date(now - 7_200_000).toISOString(),
        reason: 'the server says 404',
      },
      rhythm: { usualSeconds: null, lastNewAt: null },
      lastPollAt: null,
      lastSuccessAt: null,
      nextPollAt: null,
      reason: '',
    };
    await store.write(async (tx) => {
      await tx
        .update(feeds)
        .set({ memory, lastPolledAt: now - 7_200_000, lastError: 'the server says 404', nextPollAt: now + 3_600_000 })
        .where(eq(feeds.id, broken.id));
      await tx
        .update(feeds)
        .set({ lastPolledAt: now, lastSuccessAt: now, nextPollAt: now + 3_600_000 })
        .where(eq(feeds.id, walled.id));
    });
    for (const number of [1, 2, 3]) {
      const url = `http://walls.example/${number}`;
      const articleId = await shelve(store, blobs, {
        url,
        outcome: 'blocked',
        reason: 'bot wall: "Just a moment"',
        at: now - 1000,
      });
      await store.write(async (tx) => {
        await tx.insert(entries).values({
          id: `e${number}`,
          feedId: walled.id,
          entryKey: url,
          link: url,
          stateHash: 'x',
          articleId,
          firstSeenAt: now,
          lastSeenAt: now,
        });
      });
    }
    await shelve(store, blobs, {
      url: 'http://portal.example/pdf',
      outcome: 'quarantined',
      reason: 'the bytes are a PDF',
      at: now,
    });
    await wishPause(store, 'classify', true);
  });
  afterAll(async () => {
    await desk?.stop();
    await drop?.();
  });

  const EXPECTED = ['disk', 'stage-paused', 'feed-never-worked', 'feed-walled', 'quarantine'];

  test('API, /readyz?verbose, metrics and status tell one list', async () => {
    const api = (await (await fetch(`${desk.url}/api/v1/attention`)).json()) as { items: Line[] };
    expect(api.items.map(({ kind }) => kind)).toEqual(EXPECTED);
    const [, , never, walls] = api.items;
    expect(never).toMatchObject({
      what: 'The Nothing Times: never worked: the poll failed: the server says 404',
      since: expect.any(String),
    });
    expect(walls!.what).toBe('Walled Gazette: 3 of 3 pages are refused (bot wall: "Just a moment")');
    const ready = (await (await fetch(`${desk.url}/readyz?verbose`)).json()) as { attention: Line[] };
    expect(ready.attention).toEqual(api.items);
    expect(await (await fetch(`${desk.url}/readyz`)).json()).not.toHaveProperty('attention');
    const metrics = await (await fetch(`${desk.url}/metrics`)).text();
    expect(metrics).toContain('wirewatch_attention{kind="feed-never-worked"} 1');
    expect(metrics).toContain('wirewatch_attention{kind="feed-thin"} 0');
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: desk.redisUrl, WIREWATCH_MIN_FREE_GB: '1000000000' };
    const told = await wirewatch(['status', '--json'], { env });
    expect((JSON.parse(told.out) as { attention: Line[] }).attention.map(({ kind }) => kind)).toEqual(EXPECTED);
    const words = await wirewatch(['status'], { env });
    expect(words.out).toContain('GRAVE  The Nothing Times: never worked');
    const list = await wirewatch(['feeds', 'list'], { env });
    expect(list.out).toMatch(/never-worked {2}never worked {2}http:\/\/never\.example/);
  });

  test('the overview has each line as a link, and what it leads to explains it', async () => {
    const html = async (path: string) =>
      (await fetch(`${desk.url}${path}`, { headers: { accept: 'text/html' } })).text();
    const box = /<ul class="attention">[\s\S]*?<\/ul>/.exec(await html('/'))![0];
    const links = [...box.matchAll(/<a href="([^"]+)"/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
    expect(links).toHaveLength(EXPECTED.length);
    for (const link of links) expect((await fetch(`${desk.url}${link}`)).status, link).toBe(200);
    const feed = await html(links[2]!);
    expect(feed).toContain('Open the address in a browser');
    expect(feed).toMatch(/<dt>last success<\/dt><dd>never<\/dd>/);
    expect(await html(links[3]!)).toMatch(/blocked[\s\S]*bot wall/);
    const figures = /<dl class="figures">[\s\S]*?<\/dl>/.exec(await html('/'))![0];
    expect(figures.match(/<dd><a href/g)).toHaveLength(5);
  });
});
