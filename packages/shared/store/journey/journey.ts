import { and, eq, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Lane, Stage } from '../../pipeline.ts';
import { STAGES } from '../../pipeline.ts';
import { clockOf } from '../database/clock.ts';
import { preparedQuery } from '../database/prepared.ts';
import { type Db, forUpdate, type Store, withoutNul } from '../database/store.ts';

export type ArticleRow = Store['tables']['articles']['$inferSelect'];

/** The columns of an article that tell of its bytes. */
export type RawColumns = Pick<
  ArticleRow,
  'rawHash' | 'rawType' | 'rawBytes' | 'warc' | 'finalUrl' | 'httpStatus' | 'validators' | 'fetchedAt'
>;

/** The right to work on one article at one stage, until `leaseUntil` by the database's clock. */
export interface Claim {
  article: ArticleRow;
  stage: Stage;
  epoch: number;
  lane: Lane;
  owner: string;
  claimedAt: number;
  /** Milliseconds between the wish for the work and its start. */
  waitedMs: number;
}

/** Why a claim was not given. */
export type NoClaim = { kind: 'superseded' } | { kind: 'held'; until: number } | { kind: 'early'; until: number };

const articleById = preparedQuery('article-by-id', (db, { tables: { articles } }) =>
  db
    .select()
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id'))),
);

/**
 * Where an article's own row is looked for. Said so that no index on stages answers it: Postgres thinks of a table that it has not counted
 * yet (a new store in its first minute) that one article waits for a stage, and went through all that wait to find the one of that id.
 */
function isStage({ tables }: Pick<Store, 'tables'>, stage: SQL): SQL {
  return sql`${tables.articles.stage} is not distinct from ${stage}`;
}

/** Gives a claim where the row waits for just this attempt, and nobody else holds it. */
const claimRow = preparedQuery('claim-row', (db, store) => {
  const { articles } = store.tables;
  const clock = clockOf(store);
  const value = (name: string) => sql`${sql.placeholder(name)}`;
  return db
    .update(articles)
    .set({
      leaseOwner: value('owner'),
      leaseUntil: sql`${clock} + ${value('ms')}`,
      claims: sql`${articles.claims} + 1`,
    })
    .where(
      and(
        eq(articles.id, value('id')),
        isStage(store, value('stage')),
        eq(articles.epoch, value('epoch')),
        or(isNull(articles.leaseOwner), eq(articles.leaseOwner, value('owner')), lte(articles.leaseUntil, clock)),
        or(isNull(articles.notBefore), lte(articles.notBefore, value('now'))),
      ),
    )
    .returning();
});
/** Why it did not: with the instant by the clock that all workers share. */
const unclaimed = preparedQuery('unclaimed', (db, store) => {
  const { articles } = store.tables;
  return db
    .select({ row: articles, at: clockOf(store) })
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')));
});

/** An article as it is, or null. */
export async function readArticle(store: Store, id: string): Promise<ArticleRow | null> {
  const [row] = await articleById(store, store.db, { id });
  return row ?? null;
}

/**
 * Claims an article for a stage. Only the attempt (epoch) that the row itself waits for is given; another's lease that has not run out
 * is respected.
 * @param now the worker's own time, for all but the lease
 */
export async function claimArticle(
  store: Store,
  job: { articleId: string; epoch: number },
  stage: Stage,
  lease: { owner: string; ms: number },
  now: number,
): Promise<Claim | NoClaim> {
  const { articleId: id, epoch } = job;
  const [article] = await store.writeOne((db) => claimRow(store, db, { id, epoch, stage, ...lease, now }));
  if (!article) return whyUnclaimed(store, job, stage, now);
  return {
    article,
    stage,
    epoch,
    lane: article.lane,
    owner: lease.owner,
    claimedAt: now,
    waitedMs: Math.max(0, now - (article.notBefore ?? article.waitingSince ?? now)),
  };
}

async function whyUnclaimed(
  store: Store,
  job: { articleId: string; epoch: number },
  stage: Stage,
  now: number,
): Promise<NoClaim> {
  const [found] = await unclaimed(store, store.db, { id: job.articleId });
  const row = found?.row;
  if (!row || row.stage !== stage || row.epoch !== job.epoch) return { kind: 'superseded' };
  if ((row.notBefore ?? 0) > now) return { kind: 'early', until: row.notBefore! };
  // It may have been given back between the two looks: then it is asked for again at once.
  return { kind: 'held', until: now + Math.max(0, (row.leaseUntil ?? 0) - Number(found.at)) };
}

/** Keeps claims alive for so long from now on, while their work goes on. */
export async function renewLeases(store: Store, ids: string[], owner: string, ms: number): Promise<void> {
  if (ids.length === 0) return;
  const { articles } = store.tables;
  await store.write(async (tx) => {
    await tx
      .update(articles)
      .set({ leaseUntil: sql`${clockOf(store)} + ${ms}` })
      .where(and(inArray(articles.id, ids), eq(articles.leaseOwner, owner)));
  });
}

const heldByClaim = preparedQuery('held-by-claim', (db, store) => {
  const { articles } = store.tables;
  return forUpdate(store, db.select({ again: articles.again }).from(articles).where(heldBy(store)));
});

/** The row that a claim still holds, by placeholders whose values {@link holdOf} gives. */
export function heldBy(store: Pick<Store, 'tables'>): SQL | undefined {
  const { articles } = store.tables;
  return and(
    eq(articles.id, sql.placeholder('held id')),
    isStage(store, sql`${sql.placeholder('held stage')}`),
    eq(articles.epoch, sql.placeholder('held epoch')),
    eq(articles.leaseOwner, sql.placeholder('held owner')),
  );
}

/** The values of {@link heldBy}. */
export function holdOf({ article, stage, epoch, owner }: Claim): Record<string, string | number> {
  return { 'held id': article.id, 'held stage': stage, 'held epoch': epoch, 'held owner': owner };
}

/**
 * Of a row that a claim still holds the stage from which another journey was wished for meanwhile; null where the claim is void. Until
 * this transaction ends nobody takes it away or wishes for more.
 */
export async function holdsStill(store: Store, tx: Db, claim: Claim): Promise<{ again: Stage | null } | null> {
  return (await heldByClaim(store, tx, holdOf(claim)))[0] ?? null;
}

/** Gives a claim back unworked, to be taken up again at `notBefore` (null: at once). Counts as no attempt. */
export function handBack(store: Store, claim: Claim, notBefore: number | null, why: string | null): Promise<void> {
  return release(store, claim, { notBefore, lastError: why, claims: 0 });
}

/** Gives a claim back after a fault: one attempt is counted. */
export function countFault(store: Store, claim: Claim, notBefore: number, error: string): Promise<void> {
  return release(store, claim, { notBefore, lastError: error, claims: 0, attempts: claim.article.attempts + 1 });
}

async function release(store: Store, claim: Claim, set: Partial<ArticleRow>): Promise<void> {
  const { articles } = store.tables;
  await store.write(async (tx) => {
    await tx
      .update(articles)
      .set({ ...withoutNul(set), leaseOwner: null, leaseUntil: null })
      .where(owned(store, claim));
  });
}

/** The row that a claim still holds: another stage, attempt or owner means that the claim is void. */
function owned(store: Store, claim: Claim) {
  const { articles } = store.tables;
  return and(
    eq(articles.id, claim.article.id),
    isStage(store, sql`${claim.stage}`),
    eq(articles.epoch, claim.epoch),
    eq(articles.leaseOwner, claim.owner),
  );
}

/**
 * Sends articles on a journey from `stage`. One that travels already is sent again once it has arrived, from the earlier of the
 * stages asked for; one that was forgotten stays so. Returns how many were touched; the reconciler adds their jobs.
 */
export async function startJourneys(
  store: Store,
  tx: Db,
  ids: string[],
  from: Stage,
  options: { lane: Lane; now: number; batchId?: string | null },
): Promise<number> {
  const { articles } = store.tables;
  let touched = 0;
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    const started = await tx
      .update(articles)
      .set({ ...departure(from, options), epoch: sql`${articles.epoch} + 1` })
      .where(
        and(
          inArray(articles.id, part),
          isNull(articles.stage),
          or(isNull(articles.outcome), ne(articles.outcome, 'forgotten')),
        ),
      )
      .returning({ id: articles.id });
    const travelling = part.filter((id) => !started.some((row) => row.id === id));
    touched += started.length;
    if (travelling.length > 0) {
      const later = STAGES.slice(STAGES.indexOf(from) + 1);
      const rows = await tx
        .update(articles)
        .set({ again: from })
        .where(
          and(
            inArray(articles.id, travelling),
            // A journey that has not reached `from` yet will pass it anyway.
            inArray(articles.stage, [from, ...later]),
            or(isNull(articles.again), inArray(articles.again, later.length > 0 ? later : [from])),
          ),
        )
        .returning({ id: articles.id });
      touched += rows.length;
    }
  }
  return touched;
}

/** The columns of an article that sets out from a stage. */
export function departure(stage: Stage, options: { lane: Lane; now: number; batchId?: string | null }) {
  return {
    stage,
    lane: options.lane,
    batchId: options.batchId ?? null,
    waitingSince: options.now,
    enqueuedAt: 0,
    leaseOwner: null,
    leaseUntil: null,
    notBefore: null,
    attempts: 0,
    claims: 0,
    again: null,
  };
}
