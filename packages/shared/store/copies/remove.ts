import { inArray, or } from 'drizzle-orm';
import type { Db, Store } from '../database/store.ts';
import { removeAllPostings } from './postings.ts';

/** Takes articles out of what the deduplicator compares with. Returns those that they were linked to. */
export async function removeFromDedup(store: Store, tx: Db, ids: string[]): Promise<string[]> {
  const { dedupArticles, dedupPlaces, dedupLinks } = store.tables;
  const links = await tx
    .delete(dedupLinks)
    .where(or(inArray(dedupLinks.newer, ids), inArray(dedupLinks.older, ids)))
    .returning({ newer: dedupLinks.newer, older: dedupLinks.older });
  const rows = await tx
    .delete(dedupArticles)
    .where(inArray(dedupArticles.articleId, ids))
    .returning({ number: dedupArticles.number });
  const numbers = rows.map((row) => row.number);
  if (numbers.length > 0) {
    // Places stand by key: all are read, as are the postings.
    await tx.delete(dedupPlaces).where(inArray(dedupPlaces.number, numbers));
    await removeAllPostings(store, tx, new Set(numbers));
  }
  return [...new Set(links.flatMap(({ newer, older }) => [newer, older]))];
}
