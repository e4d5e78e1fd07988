import { eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import { ofEachStage, PIPELINE, ReprocessStage } from '../../pipeline.ts';
import type { Db, Store } from '../database/store.ts';

/**
 * Where the result of each stage that can be done again lies, by table. `revision`: one a state of the text; `article`: one an article.
 * A stage with a result of its own is one line here.
 */
export const STAGE_RESULTS = {
  clean: { table: 'revisions', keyedBy: 'revision' },
  dedup: { table: 'syndication', keyedBy: 'article' },
  classify: { table: 'classifications', keyedBy: 'article' },
} as const satisfies Record<ReprocessStage, { table: keyof Store['tables']; keyedBy: 'revision' | 'article' }>;

/** A result table as all of them are: a version, and a key that is the revision's or the article's id. */
type ResultTable = Store['tables']['syndication'];

function tableOf(store: Store, stage: ReprocessStage): ResultTable {
  return store.tables[STAGE_RESULTS[stage].table] as unknown as ResultTable;
}

function keyOf(store: Store, stage: ReprocessStage, keys: { articleId: SQL | string; revisionId: SQL | string }): SQL {
  return STAGE_RESULTS[stage].keyedBy === 'revision'
    ? eq(store.tables.revisions.id, keys.revisionId)
    : eq(tableOf(store, stage).articleId, keys.articleId);
}

/** Articles of which a stage can be done again. */
export function canBeDoneAgain(store: Store, stage: ReprocessStage): SQL {
  const { articles } = store.tables;
  return isNotNull(PIPELINE[stage].again === 'raw page' ? articles.rawHash : articles.revisionId);
}

/** The version by which a stage's result was made: the column, and how its table joins `articles`. */
export function resultOf(
  store: Store,
  stage: ReprocessStage,
): { table: ResultTable; version: ResultTable['version']; on: SQL } {
  const { articles } = store.tables;
  const table = tableOf(store, stage);
  const on = keyOf(store, stage, {
    articleId: articles.id as unknown as SQL,
    revisionId: articles.revisionId as unknown as SQL,
  });
  return { table, version: table.version, on };
}

/** By what version of each stage the results of an article were made; null where it has none. */
export type Versions = Record<ReprocessStage, string | null>;

/** The versions of these articles, by id. */
export async function versionsOf(store: Store, ids: string[]): Promise<Map<string, Versions>> {
  const { articles } = store.tables;
  const results = ofEachStage((stage) => resultOf(store, stage));
  const columns = ofEachStage((stage) => results[stage].version);
  const query = store.db
    .select({ id: articles.id, ...columns })
    .from(articles)
    .$dynamic();
  for (const { table, on } of Object.values(results)) query.leftJoin(table, on);
  const rows: Array<{ id: string } & Versions> = await query.where(inArray(articles.id, ids));
  return new Map(rows.map(({ id, ...versions }) => [id, versions]));
}

/** Puts a result that was replaced back in its place. `stage` comes from the store: one that is not known any more is refused, not lost. */
export async function putBack(
  store: Store,
  tx: Db,
  { stage, articleId, result }: { stage: string; articleId: string; result: unknown },
): Promise<void> {
  const known = ReprocessStage.safeParse(stage);
  if (!known.success)
    throw new Error(`the result of the stage "${stage}" cannot be put back: this version has no such stage`);
  const row = result as Partial<ResultTable['$inferSelect']> & { id?: string };
  const where = keyOf(store, known.data, { articleId, revisionId: row.id ?? '' });
  await tx.update(tableOf(store, known.data)).set(row).where(where);
}
