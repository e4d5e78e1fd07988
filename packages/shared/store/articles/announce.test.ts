import { count } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { announce, claim, entry, NOON, rowOf } from '../../../../tests/support/given.ts';
import { articleIdOf } from '../database/ids.ts';
import { addFeed } from '../feeds/feeds.ts';
import { announcePages, feedsThatCarried } from './announce.ts';

const PAGE = 'https://harbour.example/news/1';

describe.each(DIALECTS)('announce on %s', (dialect) => {
  const opened = useStore(dialect);

  test('an entry becomes an article that waits to be fetched; the same again changes nothing', async () => {
    const store = opened();
    expect(await announce(store, 'f1', [entry(PAGE)])).toEqual({
      newEntries: 1,
      newArticles: 1,
      changedEntries: 0,
      waiting: [{ id: articleIdOf(PAGE), epoch: 1, lane: 'live', stage: 'fetch' }],
    });
    const before = await rowOf(store, articleIdOf(PAGE));
    expect(before).toMatchObject({
      stage: 'fetch',
      lane: 'live',
      epoch: 1,
      enqueuedAt: 0,
      outletId: 'harbour.example',
    });
    const again = await announce(store, 'f1', [entry(PAGE)], NOON + 60_000);
    expect(again).toEqual({ newEntries: 0, newArticles: 0, changedEntries: 0, waiting: [] });
    expect(await rowOf(store, articleIdOf(PAGE))).toEqual(before);
  });

  test('one page that two feeds carry, with and without tracking parameters, is one article', async () => {
    const store = opened();
    for (const [index, link] of [PAGE, `${PAGE}?utm_source=rss`].entries()) {
      const feed = await addFeed(store, { url: `https://harbour.example/feed${index}` }, NOON);
      if ('problem' in feed) throw new Error(feed.problem);
      await announce(store, feed.id, [entry(link)], NOON + index);
    }
    const [articles] = await store.db.select({ n: count() }).from(store.tables.articles);
    expect(articles?.n).toBe(1);
    expect(await feedsThatCarried(store, articleIdOf(PAGE))).toEqual([
      { url: 'https://harbour.example/feed0', guid: PAGE, seenAt: NOON },
      { url: 'https://harbour.example/feed1', guid: `${PAGE}?utm_source=rss`, seenAt: NOON + 1 },
    ]);
  });

  test('a changed entry keeps its first sight, and sends a page at rest on a new journey', async () => {
    const store = opened();
    const { articles, entries } = store.tables;
    await announce(store, 'f1', [entry(PAGE)]);
    await store.write(async (tx) => {
      await tx.update(articles).set({ stage: null, outcome: 'done' });
    });
    const changed = entry(PAGE, { stateHash: 'second', title: 'A new headline', updated: '2026-11-21' });
    expect(await announce(store, 'f1', [changed], NOON + 5)).toMatchObject({
      newEntries: 0,
      changedEntries: 1,
      waiting: [],
    });
    expect(await rowOf(store, articleIdOf(PAGE))).toMatchObject({ stage: 'fetch', epoch: 2, waitingSince: NOON + 5 });
    expect(await store.db.select().from(entries)).toMatchObject([
      { firstSeenAt: NOON, lastSeenAt: NOON + 5, title: 'A new headline', stateHash: 'second', updated: '2026-11-21' },
    ]);
  });

  test('a changed entry of a page that travels is fetched again after its arrival', async () => {
    const store = opened();
    await announce(store, 'f1', [entry(PAGE)]);
    await claim(store, articleIdOf(PAGE));
    await announce(store, 'f1', [entry(PAGE, { stateHash: 'second' })], NOON + 5);
    expect(await rowOf(store, articleIdOf(PAGE))).toMatchObject({ stage: 'fetch', epoch: 1, again: 'fetch' });
  });

  test('a forgotten page is not fetched again, whatever its feed says', async () => {
    const store = opened();
    const { articles } = store.tables;
    await announce(store, 'f1', [entry(PAGE)]);
    await store.write(async (tx) => {
      await tx.update(articles).set({ stage: null, outcome: 'forgotten' });
    });
    await announce(store, 'f1', [entry(PAGE, { stateHash: 'second' })]);
    await announce(store, 'f2', [entry(PAGE)]);
    expect(await rowOf(store, articleIdOf(PAGE))).toMatchObject({ stage: null, outcome: 'forgotten', epoch: 1 });
  });

  test('a feed of 1,000 entries, one of them twice and all with odd characters, is taken in at once', async () => {
    const store = opened();
    const many = Array.from({ length: 1000 }, (_, n) =>
      entry(`https://host${n % 50}.example/${n}`, { title: `NUL \0 and half a pair \ud83d ${n}` }),
    );
    const result = await announce(store, 'f1', [...many, many[0]!]);
    expect(result).toMatchObject({ newEntries: 1000, newArticles: 1000 });
    expect((await rowOf(store, articleIdOf(many[7]!.link))).title).toBe('NUL  and half a pair \ufffd 7');
  });

  test('two feeds that announce the same pages at once, in opposite order, make each once', async () => {
    const store = opened();
    const list = Array.from({ length: 300 }, (_, n) => ({ url: `https://host${n}.example/`, title: null }));
    const take = (order: typeof list) =>
      store.write((tx) => announcePages(store, tx, order, { now: NOON, lane: 'live' }));
    const [one, other] = await Promise.all([take(list), take([...list].reverse())]);
    expect(one.created.size + other.created.size).toBe(300);
  });
});
