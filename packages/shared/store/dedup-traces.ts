import { eq, inArray, or } from 'drizzle-orm';
import type { Db, Store } from './store.ts';

/** Takes articles out of what the deduplicator compares with. Returns those that they were linked to. */
export async function removeFromDedup(store: Store, tx: Db, ids: string[]): Promise<string[]> {
  const { dedupArticles, dedupAddresses, dedupLinks, dedupPostings } = store.tables;
  const links = await tx
    .delete(dedupLinks)
    .where(or(inArray(dedupLinks.newer, ids), inArray(dedupLinks.older, ids)))
    .returning({ newer: dedupLinks.newer, older: dedupLinks.older });
  await tx.delete(dedupAddresses).where(inArray(dedupAddresses.articleId, ids));
  const numbers = await tx
    .delete(dedupArticles)
    .where(inArray(dedupArticles.articleId, ids))
    .returning({ number: dedupArticles.number });
  // Postings stand by shingle: to find an article's all are read, which a rare wish may cost.
  for (const { number } of numbers) await tx.delete(dedupPostings).where(eq(dedupPostings.number, number));
  return [...new Set(links.flatMap(({ newer, older }) => [newer, older]))];
}
