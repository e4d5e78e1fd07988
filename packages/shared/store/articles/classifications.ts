import { eq } from 'drizzle-orm';
import type { ClassifyResult } from '../../contracts/classify.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import type { ArticleRow } from '../journey/journey.ts';
import { indexArticle } from '../search/index-article.ts';

/** Stores the classifier's result; one of another version that it replaces is kept in previous_results. */
export async function saveClassification(
  store: Store,
  tx: Db,
  article: ArticleRow,
  result: ClassifyResult,
  made: { version: string; revisionId: string; now: number },
): Promise<void> {
  const { classifications, previousResults } = store.tables;
  const [before] = await tx.select().from(classifications).where(eq(classifications.articleId, article.id));
  if (before && before.version !== made.version) {
    const { articleId, version } = before;
    await tx.insert(previousResults).values({
      articleId,
      stage: 'classify',
      version,
      batchId: article.batchId,
      result: before,
      replacedAt: made.now,
    });
  }
  const row = { ...withoutNul(result), version: made.version, revisionId: made.revisionId, updatedAt: made.now };
  await tx
    .insert(classifications)
    .values({ articleId: article.id, ...row })
    .onConflictDoUpdate({ target: classifications.articleId, set: row });
  await indexArticle(store, tx, article, made.revisionId);
}

/** What the classifier found of an article, or null. */
export async function classificationOf(store: Store, articleId: string): Promise<ClassifyResult | null> {
  const { classifications } = store.tables;
  const [row] = await store.db.select().from(classifications).where(eq(classifications.articleId, articleId));
  if (!row) return null;
  const { language, topics, topicScores, entities, countries, events } = row;
  return { language, topics, topicScores, entities, countries, events };
}
