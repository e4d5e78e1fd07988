import { cardsOf } from '@wirewatch/shared/store/search/cards.ts';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { DIALECTS, useStore } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

describe.each(DIALECTS)('cards, on %s', (dialect) => {
  const opened = useStore(dialect);

  test('an article on its way has the same card as once it stands in the index, and one without a text has none', async () => {
    const store = opened();
    const topics = [{ code: 'medtop:04000000', label: 'economy', score: 0.9 }];
    const credit = { source: 'Adria Press', kind: 'whole' as const, url: null, evidence: 'Source: Adria Press' };
    const piece = { title: 'Quays', texts: ['The quays are empty.'], countries: ['NOR', 'EGY'], topics, credit };
    const id = await shelve(store, null, { url: 'https://a.example/1', at: Date.UTC(2026, 10, 20), ...piece });
    const bare = await shelve(store, null, { url: 'https://a.example/2' });
    const before = await cardsOf(store, [id, bare, 'nobody']);
    expect([...before.keys()]).toEqual([id]);
    expect(before.get(id)).toEqual({
      ...{ url: 'https://a.example/1', outletId: 'a.example', firstSeenAt: Date.UTC(2026, 10, 20), title: 'Quays' },
      ...{ language: 'en', publishedAt: '2026-11-20T00:00:00.000Z', publishedMs: Date.UTC(2026, 10, 20) },
      ...{ credit: 'Adria Press', countries: ['NOR', 'EGY'], events: [] },
      topics: [{ code: 'medtop:04000000', label: 'economy' }],
    });
    await reindex(store);
    const { searchDocs } = store.tables;
    const [row] = await store.db.select({ card: searchDocs.card }).from(searchDocs).where(eq(searchDocs.articleId, id));
    expect(row!.card).toEqual(before.get(id));
    // Read from there, as long as it is there.
    await store.write((tx) =>
      tx
        .update(searchDocs)
        .set({ card: { ...row!.card!, title: 'Kept' } })
        .where(eq(searchDocs.articleId, id)),
    );
    expect((await cardsOf(store, [id])).get(id)!.title).toBe('Kept');
    await store.write((tx) => tx.update(searchDocs).set({ card: sql`null` }).where(eq(searchDocs.articleId, id)));
    expect(await cardsOf(store, [id])).toEqual(before);
  });
});
