import { eq } from 'drizzle-orm';
import { FOLDING } from '../../text/letters.ts';
import type { Db, Store } from '../database/store.ts';

const KEY = 'search.folding';

/** Remembers that the search index is made with the present folding: said once it has been made anew. */
export async function sayFolding(store: Store, tx: Db): Promise<void> {
  const { meta } = store.tables;
  const value = String(FOLDING);
  await tx.insert(meta).values({ key: KEY, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
}

/** Says so of an index that holds nothing yet: whoever fills it does so with the present folding. Said by each worker when it starts. */
export async function sayFoldingOfEmpty(store: Store): Promise<void> {
  await store.write(async (tx) => {
    if (!(await isFilled(store, tx))) await sayFolding(store, tx);
  });
}

/**
 * Whether the search index was made with another folding of letters than the present one: it then misses words that this one folds
 * otherwise until it is made anew.
 */
export async function isIndexStale(store: Store): Promise<boolean> {
  const { meta } = store.tables;
  const [said] = await store.db.select().from(meta).where(eq(meta.key, KEY));
  return said?.value !== String(FOLDING) && (await isFilled(store, store.db));
}

async function isFilled(store: Store, db: Db): Promise<boolean> {
  const { searchDocs } = store.tables;
  return (await db.select({ docid: searchDocs.docid }).from(searchDocs).limit(1)).length > 0;
}
