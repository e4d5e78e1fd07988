import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { announce, entry, NOON, rowOf } from '../../../../tests/support/given.ts';
import { shelve } from '../../../../tests/support/shelf.ts';
import { articleIdOf } from '../database/ids.ts';
import { announcePages } from './announce.ts';
import { mergeDoubles } from './merge-doubles.ts';
import { settleAddress } from './page-addresses.ts';

describe.each(DIALECTS)('one page, one article, on %s', (dialect) => {
  const opened = useStore(dialect);

  test('two links that lead to one page and are fetched at the same time are one article', async () => {
    const store = opened();
    const pairs = Array.from({ length: 40 }, (_, at) => [`https://go.example/a${at}`, `https://go.example/b${at}`]);
    await store.write((tx) =>
      announcePages(
        store,
        tx,
        pairs.flat().map((url) => ({ url, title: null })),
        { now: NOON, lane: 'live' },
      ),
    );
    const settled = await Promise.all(
      pairs.map(([a, b], at) => {
        const found = { url: `https://paper.example/${at}`, also: [`https://paper.example/canonical/${at}`] };
        return Promise.all([a!, b!].map((url) => settleAddress(store, { id: articleIdOf(url), url }, found, NOON)));
      }),
    );
    for (const both of settled) expect(both.filter((twin) => twin === null)).toHaveLength(1);
  });

  test('a page that is announced while a link to it is settled is one article too', async () => {
    const store = opened();
    const links = Array.from({ length: 40 }, (_, at) => `https://go.example/${at}`);
    await store.write((tx) =>
      announcePages(
        store,
        tx,
        links.map((url) => ({ url, title: null })),
        { now: NOON, lane: 'live' },
      ),
    );
    const kept = await Promise.all(
      links.map(async (url, at) => {
        const page = `https://paper.example/${at}`;
        const [twin, announced] = await Promise.all([
          settleAddress(store, { id: articleIdOf(url), url }, { url: page, also: [] }, NOON),
          store.write((tx) => announcePages(store, tx, [{ url: page, title: null }], { now: NOON, lane: 'live' })),
        ]);
        return (twin === null ? 1 : 0) + announced.created.size;
      }),
    );
    expect(kept).toEqual(links.map(() => 1));
  });

  test('two pages that name one another and are fetched at the same time are one article, not none', async () => {
    const store = opened();
    const pairs = Array.from({ length: 40 }, (_, at) => [
      `https://paper.example/a${at}`,
      `https://paper.example/b${at}`,
    ]);
    const list = pairs.flat().map((url) => ({ url, title: null }));
    await store.write((tx) => announcePages(store, tx, list, { now: NOON, lane: 'live' }));
    for (const [a, b] of pairs) {
      const twins = await Promise.all([
        settleAddress(store, { id: articleIdOf(a!), url: a! }, { url: a!, also: [b!] }, NOON),
        settleAddress(store, { id: articleIdOf(b!), url: b! }, { url: b!, also: [a!] }, NOON),
      ]);
      expect(twins.filter((twin) => twin === null)).toHaveLength(1);
    }
  });

  test('doubles of former days are merged whatever bytes each was read with: words, watches and standings follow', async () => {
    const store = opened();
    const { articles, entries, pageAddresses, syndication, watchMatches } = store.tables;
    const text = 'The ferries stop on Monday and the harbour stays shut until the crews are paid.';
    const page = 'https://paper.example/2';
    const [kept, double, copy] = [
      await shelve(store, null, { url: 'https://go.example/2a', texts: [text], syndication: { group: 'g' } }),
      await shelve(store, null, { url: 'https://go.example/2b', texts: [text], syndication: { group: 'g' } }),
      await shelve(store, null, { url: 'https://other.example/2', texts: [text], syndication: { group: 'g' } }),
    ];
    await announce(store, 'f1', [entry('https://go.example/2b', { title: 'Ferries' })]);
    await store.write(async (tx) => {
      for (const id of [kept, double])
        await tx
          .update(articles)
          .set({ url: page, rawHash: `of ${id}` })
          .where(eq(articles.id, id));
      await tx.update(syndication).set({ relation: 'copy', originalId: double }).where(eq(syndication.articleId, copy));
      await tx
        .insert(watchMatches)
        .values({ watchId: 'w', articleId: double, matched: ['ferries'], weight: 1, at: NOON });
      const keys = ['paper.example/2', 'go.example/2a'].map((key) => ({ key, articleId: kept }));
      await tx.insert(pageAddresses).values(keys).onConflictDoNothing();
      expect(await mergeDoubles(store, tx, NOON)).toBe(1);
    });
    expect(await rowOf(store, double)).toMatchObject({ outcome: 'same-page', stage: null, revisionId: null });
    expect(await store.db.select().from(entries)).toMatchObject([{ articleId: kept, title: 'Ferries' }]);
    expect(await store.db.select().from(watchMatches)).toMatchObject([{ articleId: kept }]);
    const [stand] = await store.db.select().from(syndication).where(eq(syndication.articleId, copy));
    expect(stand).toMatchObject({ originalId: kept });
    // What stood beside the double is compared anew.
    expect(await rowOf(store, copy)).toMatchObject({ stage: 'dedup', lane: 'batch' });
  });

  test('doubles of former days are merged: entries follow, the double keeps no text', async () => {
    const store = opened();
    const { articles, entries, pageAddresses, syndication } = store.tables;
    const text = 'The ferries stop on Monday and the harbour stays shut until the crews are paid.';
    const kept = await shelve(store, null, { url: 'https://paper.example/1', texts: [text] });
    const double = await shelve(store, null, { url: 'https://go.example/1', texts: [text] });
    await announce(store, 'f1', [entry('https://go.example/1')]);
    await store.write(async (tx) => {
      for (const id of [kept, double])
        await tx
          .update(articles)
          .set({ finalUrl: 'https://paper.example/1', rawHash: 'same' })
          .where(eq(articles.id, id));
      await tx.update(entries).set({ articleId: double });
      await tx
        .insert(pageAddresses)
        .values([
          { key: 'paper.example/1', articleId: kept },
          { key: 'go.example/1', articleId: double },
        ])
        .onConflictDoNothing();
      expect(await mergeDoubles(store, tx, NOON)).toBe(1);
      expect(await mergeDoubles(store, tx, NOON)).toBe(0);
    });
    expect(await rowOf(store, double)).toMatchObject({ outcome: 'same-page', revisionId: null });
    expect((await rowOf(store, kept)).revisionId).not.toBeNull();
    for (const row of await store.db.select().from(entries)) expect(row.articleId).toBe(kept);
    expect(await store.db.select().from(syndication).where(eq(syndication.articleId, double))).toEqual([]);
  });
});
