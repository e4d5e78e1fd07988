import { desc, eq } from 'drizzle-orm';
import type { Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';
import { indexArticle } from '../search/index-article.ts';
import { BatchProblem, findBatch } from './batches.ts';
import { putBack } from './stage-results.ts';

/**
 * Puts back what a batch replaced: each result that it kept returns to its place, newest first. What has changed since by other
 * work is overwritten too; that is what the user asks for.
 * @returns how many results were put back
 * @throws BatchProblem while the batch still runs, or where nothing was kept
 */
export async function takeBackBatch(store: Store, id: string, who: string, now: number): Promise<number> {
  const { articles, previousResults, batches } = store.tables;
  const batch = await findBatch(store, id);
  if (batch.status === 'running' || batch.status === 'paused') {
    throw new BatchProblem(`batch ${id} is ${batch.status}: let it end or cancel it first`);
  }
  const kept = await store.db
    .select()
    .from(previousResults)
    .where(eq(previousResults.batchId, id))
    .orderBy(desc(previousResults.id));
  if (kept.length === 0) throw new BatchProblem(`batch ${id} replaced nothing that could be put back`);
  await store.write(async (tx) => {
    for (const { id: rowId, ...replaced } of kept) {
      await putBack(store, tx, replaced);
      await tx.delete(previousResults).where(eq(previousResults.id, rowId));
    }
    for (const articleId of new Set(kept.map((row) => row.articleId))) {
      const [article] = await tx.select().from(articles).where(eq(articles.id, articleId));
      if (article?.revisionId) await indexArticle(store, tx, article, article.revisionId);
    }
    await tx.update(batches).set({ status: 'taken-back' }).where(eq(batches.id, id));
    await writeAudit(store, tx, { at: now, who, action: 'batch.take-back', target: id, count: kept.length });
  });
  return kept.length;
}
