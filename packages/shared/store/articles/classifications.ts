import { eq, sql } from 'drizzle-orm';
import type { ClassifyResult } from '../../contracts/classify.ts';
import { insertNew, insertRow, preparedQuery } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import type { ArticleRow } from '../journey/journey.ts';

const classificationById = preparedQuery('classification-by-id', (db, { tables: { classifications } }) =>
  db
    .select()
    .from(classifications)
    .where(eq(classifications.articleId, sql.placeholder('id'))),
);

// Here although the classifier alone writes: records, search and taking back read this table, beside those of the other results.

/** Stores the classifier's result; one of another version that it replaces is kept in previous_results. */
export async function saveClassification(
  store: Store,
  tx: Db,
  article: ArticleRow,
  result: ClassifyResult,
  made: { version: string; revisionId: string; now: number },
): Promise<void> {
  const { classifications, previousResults } = store.tables;
  const row = { ...withoutNul(result), version: made.version, revisionId: made.revisionId, updatedAt: made.now };
  if (await insertNew(tx, classifications, { articleId: article.id, ...row }, 'articleId')) return;
  const [before] = await classificationById(store, tx, { id: article.id });
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
  await insertRow(tx, classifications, { articleId: article.id, ...row }, ['articleId']);
}

/** What the classifier found of an article, or null. */
export async function classificationOf(store: Store, articleId: string): Promise<ClassifyResult | null> {
  const [row] = await classificationById(store, store.db, { id: articleId });
  if (!row) return null;
  const { language, topics, topicScores, entities, countries, countryScores, events } = row;
  return { language, topics, topicScores, entities, countries, ...(countryScores ? { countryScores } : {}), events };
}
