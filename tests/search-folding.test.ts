import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { isIndexStale, sayFoldingOfEmpty } from '@wirewatch/shared/store/search/folding.ts';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { wirewatch } from './support/command.ts';
import { DIALECTS, emptyDatabase } from './support/dialects.ts';
import { shelve } from './support/shelf.ts';

const TEXT = 'The ferry to Sorrel will not sail again before Easter, the harbour office said on Monday.';

test.each(DIALECTS)(
  'an index made with another folding is told by the doctor and made anew, on %s',
  async (dialect) => {
    const database = await emptyDatabase(dialect);
    const store = await openStore(database.url, 'migrate');
    const doctor = async () => (await wirewatch(['doctor'], { env: { DATABASE_URL: database.url } })).out;
    try {
      await sayFoldingOfEmpty(store);
      await shelve(store, null, { url: 'https://brannoch.example/ferry', title: 'No ferry', texts: [TEXT] });
      await reindex(store);
      expect(await isIndexStale(store)).toBe(false);

      const { meta } = store.tables;
      await store.write((tx) => tx.update(meta).set({ value: '1' }).where(eq(meta.key, 'search.folding')));
      await sayFoldingOfEmpty(store);
      expect(await isIndexStale(store)).toBe(true);
      expect(await doctor()).toMatch(
        /FAIL store: the search index of .* was made with another folding .* "wirewatch db reindex"/,
      );

      const migrated = await wirewatch(['db', 'migrate'], { env: { DATABASE_URL: database.url } });
      expect(migrated.err).toContain('1 articles are indexed');
      expect(await isIndexStale(store)).toBe(false);
      expect(await doctor()).toMatch(/ok {3}store: /);

      // A store of a time when nobody said it.
      await store.write((tx) => tx.delete(meta).where(eq(meta.key, 'search.folding')));
      expect(await isIndexStale(store)).toBe(true);
    } finally {
      await store.close();
      await database.drop();
    }
  },
);

test('a store that has nothing in its index is not stale', async () => {
  const database = await emptyDatabase('sqlite');
  const store = await openStore(database.url, 'migrate');
  expect(await isIndexStale(store)).toBe(false);
  await store.close();
  await database.drop();
});
