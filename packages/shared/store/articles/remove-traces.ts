import { eq } from 'drizzle-orm';
import { removeFromDedup } from '../copies/remove.ts';
import type { Db, Store } from '../database/store.ts';
import { type ArticleRow, startJourneys } from '../journey/journey.ts';
import { termsOf } from '../search/terms-of.ts';

/**
 * Removes all that was made of an article, but for what feeds said of it; those that stood beside it are settled anew, in the batch
 * lane.
 * @returns the hashes of raw bytes that it named, and how many revisions it had
 */
export async function removeTraces(store: Store, tx: Db, article: Pick<ArticleRow, 'id' | 'rawHash'>, now: number) {
  const { revisions, syndication, classifications, previousResults, dryResults, searchDocs } = store.tables;
  const { id } = article;
  const gone = await tx.delete(revisions).where(eq(revisions.articleId, id)).returning({ hash: revisions.rawHash });
  const neighbours = await removeFromDedup(store, tx, [id]);
  await tx.delete(syndication).where(eq(syndication.articleId, id));
  await tx.delete(classifications).where(eq(classifications.articleId, id));
  await tx.delete(previousResults).where(eq(previousResults.articleId, id));
  await tx.delete(dryResults).where(eq(dryResults.articleId, id));
  const [indexed] = await tx
    .delete(searchDocs)
    .where(eq(searchDocs.articleId, id))
    .returning({ docid: searchDocs.docid });
  if (indexed) await termsOf(store).remove(store, tx, indexed.docid);
  const copies = await tx.select({ id: syndication.articleId }).from(syndication).where(eq(syndication.originalId, id));
  const around = [...new Set([...neighbours, ...copies.map((row) => row.id)])].filter((other) => other !== id);
  await startJourneys(store, tx, around, 'dedup', { lane: 'batch', now });
  const hashes = [...new Set([article.rawHash, ...gone.map((row) => row.hash)])].filter((hash) => hash !== null);
  return { hashes, revisions: gone.length };
}
