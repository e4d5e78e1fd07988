import { randomBytes } from 'node:crypto';
import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, lt, ne, or, type SQL } from 'drizzle-orm';
import type { BatchSelection, BatchStatus } from '../../contracts/batch.ts';
import type { ReprocessStage } from '../../pipeline.ts';
import type { Db, Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';
import { startJourneys } from './journey.ts';
import { canBeDoneAgain, resultOf } from './stage-results.ts';

export type BatchRow = Store['tables']['batches']['$inferSelect'];

/** A batch that cannot be had or cannot do what is asked: says which and why. */
export class BatchProblem extends Error {
  override name = 'BatchProblem';
}

/** The articles of a selection: those that have what the stage needs. */
function chosen(store: Store, selection: BatchSelection): SQL | undefined {
  const { articles } = store.tables;
  const { from, staleVersion, since, until, outlets } = selection;
  return and(
    canBeDoneAgain(store, from),
    ne(articles.outcome, 'forgotten'),
    since === null ? undefined : gte(articles.firstSeenAt, since),
    until === null ? undefined : lt(articles.firstSeenAt, until),
    outlets.length === 0 ? undefined : inArray(articles.outletId, outlets),
    staleVersion === null ? undefined : ne(resultOf(store, from).version, staleVersion),
  );
}

function selecting<T extends Record<string, unknown>>(store: Store, db: Db, from: ReprocessStage, columns: T) {
  const { table, on } = resultOf(store, from);
  return db
    .select(columns as never)
    .from(store.tables.articles)
    .leftJoin(table, on);
}

/** How many articles a selection holds. */
export async function countSelection(store: Store, selection: BatchSelection): Promise<number> {
  const [row] = (await selecting(store, store.db, selection.from, { n: count() }).where(
    chosen(store, selection),
  )) as Array<{
    n: number;
  }>;
  return row?.n ?? 0;
}

/** Makes a batch; the scheduler starts it. Written to the audit list. */
export async function createBatch(
  store: Store,
  selection: BatchSelection,
  options: { dryRun: boolean; who: string; now: number },
): Promise<BatchRow> {
  const { batches } = store.tables;
  // What comes in while the batch runs is made by the present version anyway.
  const bounded = { ...selection, until: Math.min(selection.until ?? options.now, options.now) };
  const total = await countSelection(store, bounded);
  const row: BatchRow = {
    id: `b${options.now.toString(36)}${randomBytes(2).toString('hex')}`,
    selection: bounded,
    dryRun: options.dryRun,
    status: total === 0 ? 'done' : 'running',
    total,
    started: 0,
    cursorAt: 0,
    cursorId: '',
    who: options.who,
    createdAt: options.now,
    finishedAt: total === 0 ? options.now : null,
  };
  await store.write(async (tx) => {
    await tx.insert(batches).values(row);
    await writeAudit(store, tx, {
      at: options.now,
      who: options.who,
      action: options.dryRun ? 'reprocess.dry-run' : 'reprocess',
      target: row.id,
      count: total,
      detail: bounded,
    });
  });
  return row;
}

/** Batches, newest first. */
export function listBatches(store: Store, limit = 50): Promise<BatchRow[]> {
  const { batches } = store.tables;
  return store.db.select().from(batches).orderBy(desc(batches.createdAt)).limit(limit);
}

/** Batches that are to be moved on, oldest first. */
export function listRunningBatches(store: Store): Promise<BatchRow[]> {
  const { batches } = store.tables;
  return store.db.select().from(batches).where(eq(batches.status, 'running')).orderBy(asc(batches.createdAt));
}

/** @throws BatchProblem where there is no such batch */
export async function findBatch(store: Store, id: string): Promise<BatchRow> {
  const { batches } = store.tables;
  const [row] = await store.db.select().from(batches).where(eq(batches.id, id));
  if (!row) throw new BatchProblem(`there is no batch "${id}"`);
  return row;
}

/** How far a batch is. Of a dry run: articles looked at. */
export async function batchProgress(store: Store, batch: BatchRow): Promise<{ done: number; changed: number }> {
  const { articles, dryResults, previousResults } = store.tables;
  if (batch.dryRun) {
    const [all] = await store.db.select({ n: count() }).from(dryResults).where(eq(dryResults.batchId, batch.id));
    const [changed] = await store.db
      .select({ n: count() })
      .from(dryResults)
      .where(and(eq(dryResults.batchId, batch.id), eq(dryResults.changed, true)));
    return { done: all?.n ?? 0, changed: changed?.n ?? 0 };
  }
  const [underway] = await store.db
    .select({ n: count() })
    .from(articles)
    .where(and(eq(articles.batchId, batch.id), isNotNull(articles.stage)));
  const [changed] = await store.db
    .select({ n: count() })
    .from(previousResults)
    .where(eq(previousResults.batchId, batch.id));
  return { done: Math.max(0, batch.started - (underway?.n ?? 0)), changed: changed?.n ?? 0 };
}

const NEXT: Partial<Record<BatchStatus, readonly BatchStatus[]>> = {
  running: ['paused', 'cancelled'],
  paused: ['running', 'cancelled'],
};

/** Pauses, resumes or cancels a batch. What is under way is finished. @throws BatchProblem */
export async function steerBatch(store: Store, id: string, to: BatchStatus, who: string, now: number): Promise<void> {
  const { batches } = store.tables;
  const batch = await findBatch(store, id);
  if (!NEXT[batch.status]?.includes(to))
    throw new BatchProblem(`batch ${id} is ${batch.status}: it cannot become ${to}`);
  await store.write(async (tx) => {
    await tx
      .update(batches)
      .set({ status: to, ...(to === 'cancelled' ? { finishedAt: now } : {}) })
      .where(eq(batches.id, id));
    await writeAudit(store, tx, {
      at: now,
      who,
      action: `batch.${to}`,
      target: id,
      count: batch.total - batch.started,
    });
  });
}

/** The next articles of a batch, in order of first sight. */
export async function nextOfBatch(
  store: Store,
  db: Db,
  batch: BatchRow,
  limit: number,
): Promise<Array<{ id: string; at: number }>> {
  const { articles } = store.tables;
  const beyond = or(
    gt(articles.firstSeenAt, batch.cursorAt),
    and(eq(articles.firstSeenAt, batch.cursorAt), gt(articles.id, batch.cursorId)),
  );
  return (await selecting(store, db, batch.selection.from, { id: articles.id, at: articles.firstSeenAt })
    .where(and(chosen(store, batch.selection), beyond))
    .orderBy(asc(articles.firstSeenAt), asc(articles.id))
    .limit(limit)) as Array<{ id: string; at: number }>;
}

/** Sends the next part of a batch on its way, or closes the batch. Returns the ids, for a dry run's jobs. */
export async function advanceBatch(store: Store, id: string, limit: number, now: number): Promise<string[]> {
  const { batches } = store.tables;
  return store.write(async (tx) => {
    const [batch] = await tx.select().from(batches).where(eq(batches.id, id));
    if (batch?.status !== 'running') return [];
    const part = await nextOfBatch(store, tx, batch, limit);
    const last = part.at(-1);
    if (!last) return [];
    const ids = part.map((row) => row.id);
    if (!batch.dryRun) await startJourneys(store, tx, ids, batch.selection.from, { lane: 'batch', now, batchId: id });
    await tx
      .update(batches)
      .set({ started: batch.started + ids.length, cursorAt: last.at, cursorId: last.id })
      .where(eq(batches.id, id));
    return ids;
  });
}

/** Closes a batch whose articles have all arrived. */
export async function closeBatch(store: Store, id: string, now: number): Promise<void> {
  const { batches } = store.tables;
  await store.write(async (tx) => {
    await tx
      .update(batches)
      .set({ status: 'done', finishedAt: now })
      .where(and(eq(batches.id, id), eq(batches.status, 'running')));
  });
}

/** Articles of a dry run that were asked for but have no result yet: their jobs may be lost. */
export async function unanswered(store: Store, batch: BatchRow, limit: number): Promise<string[]> {
  const { dryResults } = store.tables;
  const from = { ...batch, cursorAt: 0, cursorId: '' };
  const asked = await nextOfBatch(store, store.db, from, batch.started);
  const answered = await store.db
    .select({ id: dryResults.articleId })
    .from(dryResults)
    .where(eq(dryResults.batchId, batch.id));
  const known = new Set(answered.map((row) => row.id));
  return asked
    .map((row) => row.id)
    .filter((id) => !known.has(id))
    .slice(0, limit);
}

/** Writes what a dry run found. */
export async function saveDryResult(
  store: Store,
  result: { batchId: string; articleId: string; changed: boolean; before: unknown; after: unknown; at: number },
): Promise<void> {
  const { dryResults } = store.tables;
  await store.write(async (tx) => {
    await tx.insert(dryResults).values(result).onConflictDoNothing();
  });
}

/** Articles that a dry run would change, first ones first. */
export function changedInDryRun(store: Store, batchId: string, limit: number) {
  const { dryResults, articles } = store.tables;
  return store.db
    .select({
      articleId: dryResults.articleId,
      title: articles.title,
      before: dryResults.before,
      after: dryResults.after,
    })
    .from(dryResults)
    .innerJoin(articles, eq(articles.id, dryResults.articleId))
    .where(and(eq(dryResults.batchId, batchId), eq(dryResults.changed, true)))
    .limit(limit);
}
