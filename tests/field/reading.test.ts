import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, pageOf, plays, rssOf } from '../support/field.ts';

let field: Field;
beforeAll(async () => {
  field = await openField(['paper.example', 'site.example']);
});
afterAll(() => field?.close());

const DAY = 86_400_000;
const page = (path: string) => field.server.play(path, plays(pageOf(path), 'text/html'));
const entries = async (url: string) => {
  const feed = await field.pollAlone(url);
  const { store } = field.opened.context;
  const rows = await store.db.select().from(store.tables.entries);
  return { feed, rows: rows.filter((row) => row.feedId === feed.id) };
};

test("relative links start at the channel's link, then at the feed; of JSON Feed at home_page_url", async () => {
  for (const path of ['/news/wall', '/deep/news/wall', '/de/news/wall']) page(path);
  const item = '<item><title>Wall</title><link>news/wall</link><guid isPermaLink="false">1</guid></item>';
  field.server.play('/deep/site.xml', plays(rssOf([item], 'http://site.example/')));
  field.server.play('/deep/none.xml', plays(rssOf([item]).replace(/<link>http:\/\/paper.example\/<\/link>/, '')));
  const json = { version: 'https://jsonfeed.org/version/1.1', title: 'J', home_page_url: 'http://site.example/de/' };
  field.server.play(
    '/feed.json',
    plays(JSON.stringify({ ...json, items: [{ id: '1', url: 'news/wall' }] }), 'application/json'),
  );
  const links: string[] = [];
  for (const path of ['/deep/site.xml', '/deep/none.xml', '/feed.json']) {
    links.push(...(await entries(`http://paper.example${path}`)).rows.map((row) => row.link));
  }
  expect(links).toEqual([
    'http://site.example/news/wall',
    'http://paper.example/deep/news/wall',
    'http://site.example/de/news/wall',
  ]);
});

test('one bad address of a sitemap costs that entry alone', async () => {
  for (const path of ['/2026/quay-wall', '/2026/lock-gate']) page(path);
  const loc = (address: string) => `<url><loc>${address}</loc></url>`;
  const map = [
    'ftp://x.example/a',
    'http://',
    'https://[bad]/x',
    '\n http://paper.example/2026/quay-wall \n',
    'http://paper.example/2026/lock-gate',
  ];
  field.server.play(
    '/map.xml',
    plays(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${map.map(loc).join('')}</urlset>`, 'text/xml'),
  );
  const { rows } = await entries('http://paper.example/map.xml');
  expect(rows.map((row) => row.link).sort()).toEqual([
    'http://paper.example/2026/lock-gate',
    'http://paper.example/2026/quay-wall',
  ]);
});

test('dates that are none are none; odd ones are read', async () => {
  const dates = [
    'Mon, 01 Jan 0001 00:00:00 GMT',
    '0001-01-01T00:00:00Z',
    '-0001-11-30T00:00:00+00:00',
    'Thu, 01 Jan 1970 00:00:00 +0000',
    '0',
    'Sat, 28 Nov 2026 8:5:3 EST',
    '2026年11月28日 8時5分',
  ];
  const items = dates.map(
    (date, n) =>
      `<item><title>${n}</title><link>http://paper.example/dated/${n}</link><pubDate>${date}</pubDate></item>`,
  );
  field.server.play('/dates.xml', plays(rssOf(items)));
  const { feed, rows } = await entries('http://paper.example/dates.xml');
  const published = new Map(rows.map((row) => [row.title, row.published]));
  expect(dates.map((_, n) => published.get(String(n)))).toEqual([
    null,
    null,
    null,
    null,
    null,
    '2026-11-28T13:05:03.000Z',
    '2026-11-28T08:05:00.000Z',
  ]);
  expect(feed.nextPollAt - field.opened.context.now()).toBeLessThan(DAY);
});

test('a due time and a wish that a clock set which ran ahead are not believed, and told', async () => {
  field.server.play(
    '/clock.xml',
    plays(rssOf(['<item><title>1</title><link>http://paper.example/2026/clock-1</link></item>'])),
  );
  page('/2026/clock-1');
  const url = 'http://paper.example/clock.xml';
  field.later(400 * DAY);
  await field.pollAlone(url);
  field.later(-400 * DAY);
  const { store, queues, now } = field.opened.context;
  const { dueFeeds } = await import('@wirewatch/shared/store/feeds/feeds.ts');
  const due = await dueFeeds(store, now(), 100);
  const feed = due.find((row) => row.url === url)!;
  expect(feed).toBeDefined();
  await queues.add('poll', [{ id: feed.id, epoch: feed.epoch, lane: 'live' }], now());
  const polled = await field.pollAlone(url);
  expect(polled.nextPollAt - now()).toBeLessThan(2 * DAY);
  const polls = await store.db.select().from(store.tables.polls);
  expect(polls.some((row) => row.feedId === feed.id && /the clock has jumped/.test(row.reason))).toBe(true);
});

test('where all of a poll is new the loss is told, and the next poll comes sooner than the ttl; after a first poll and in a small feed it is not', async () => {
  const window = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, n) =>
        `<item><title>${from + n}</title><link>http://paper.example/roll/${from + n}</link><pubDate>${new Date(field.opened.context.now() - n * 60_000).toUTCString()}</pubDate></item>`,
    );
  const ttl = '<ttl>1440</ttl>';
  for (const [path, count, told] of [
    ['/roll.xml', 8, true],
    ['/small.xml', 3, false],
  ] as const) {
    const url = `http://paper.example${path}`;
    const said: Array<string | null> = [];
    let wait = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      field.server.play(path, plays(rssOf(window(turn * 100 + count * 1000, count), undefined, ttl)));
      const feed = await field.pollAlone(url);
      said.push(feed.warning);
      wait = feed.nextPollAt - field.opened.context.now();
      field.later(3_600_000);
    }
    expect(said[0] ?? '').not.toMatch(/missed/);
    expect(/may have been missed/.test(said[2] ?? '')).toBe(told);
    expect(wait < DAY / 2).toBe(told);
  }
});

test('a GUID that calls itself a permalink leads to its page, also where it is relative', async () => {
  page('/2026/breakwater');
  const guid = (said: string, text: string) =>
    `<item><title>Breakwater</title><guid isPermaLink="${said}">${text}</guid></item>`;
  field.server.play('/guids.xml', plays(rssOf([guid('true', '/2026/breakwater'), guid('false', '/2026/not-that')])));
  const { rows } = await entries('http://paper.example/guids.xml');
  expect(rows.map((row) => row.link)).toEqual(['http://paper.example/2026/breakwater']);
});

// The last one: its pages stand in the queue.
test('past the bound the newest entries are taken, and the operator is told', async () => {
  const at = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 3_600_000).toUTCString();
  const items = Array.from(
    { length: 5010 },
    (_, n) => `<item><title>${n}</title><link>http://paper.example/many/${n}</link><pubDate>${at(n)}</pubDate></item>`,
  );
  field.server.play('/many.xml', plays(rssOf(items)));
  const { feed, rows } = await entries('http://paper.example/many.xml');
  expect(feed.warning).toMatch(/5010 entries, of which the newest 5000 are read/);
  const titles = new Set(rows.map((row) => row.title));
  expect([titles.size, titles.has('5009'), titles.has('0')]).toEqual([5000, true, false]);
});
