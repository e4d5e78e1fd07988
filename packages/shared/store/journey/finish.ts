import { eq, sql } from 'drizzle-orm';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Logger } from '../../log.ts';
import { type Lane, nextStage, type Stage } from '../../pipeline.ts';
import type { Queues } from '../../queue/queues.ts';
import { insertRow, preparedQuery, updateRow } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import { indexArticle } from '../search/index-article.ts';
import { type Claim, departure, holdsStill } from './journey.ts';

const HOUR_MS = 3_600_000;

export type SaveResult = (tx: Db) => Promise<Partial<Store['tables']['articles']['$inferInsert']> | undefined>;

/** How an article ended a stage. `passed` hands it on; at the last stage it becomes `done`. */
export interface StageOutcome {
  outcome: Outcome;
  /** In words, for the journey and the log. */
  reason: string;
  version: string;
  /** Writes the stage's result, in the same transaction as everything else; may give columns of the article's row to set. */
  save?: SaveResult;
}

/** Where ended articles go: without `live` nobody asks whether live work is under way. */
type HandOver = Pick<Queues, 'add'> & { live?: Pick<Queues['live'], 'ends'> };

/**
 * The one way in which an article ends a stage: result, outcome, counter, log line and hand-over, all or nothing. A claim that is void
 * (the work was done by another meanwhile) changes nothing.
 * @returns whether this call wrote the outcome
 */
export async function finish(
  context: { store: Store; queues: HandOver; log: Logger; worker: string; now: () => number },
  claim: Claim,
  told: StageOutcome,
): Promise<boolean> {
  const { store, queues, log } = context;
  const { articles, outcomes } = store.tables;
  const now = context.now();
  const next = told.outcome === 'passed' ? nextStage(claim.stage) : null;
  const outcome: Outcome = told.outcome === 'passed' && next === null ? 'done' : told.outcome;
  const reason = withoutNul(told.reason);
  const workedMs = Math.max(0, now - claim.claimedAt);

  const handedOn = await store.write(async (tx) => {
    if (!(await holdsStill(store, tx, claim))) return null;
    const columns = withoutNul(await told.save?.(tx));
    const { stage, lane: cameIn, waitedMs } = claim;
    // Asked together, for a Postgres has them in one round trip: one statement each, so that none goes on where another has failed.
    const [onward] = await Promise.all([
      // Asked last, for the stage's own `save` may have wished it.
      next ?? wishedJourney(store, tx, claim.article.id),
      insertRow(tx, outcomes, {
        articleId: claim.article.id,
        stage,
        epoch: claim.epoch,
        lane: cameIn,
        outcome,
        reason,
        version: told.version,
        worker: context.worker,
        waitedMs,
        workedMs,
        at: now,
      }),
      countOne(store, tx, { hour: Math.floor(now / HOUR_MS), stage, lane: cameIn, outcome, waitedMs, workedMs }),
    ]);
    const lane: Lane = next !== null ? claim.lane : onward === 'fetch' ? 'live' : 'batch';
    const epoch = next === null && onward !== null ? claim.epoch + 1 : claim.epoch;
    const travel = {
      ...departure(onward ?? claim.stage, {
        lane: onward === null ? claim.lane : lane,
        now,
        batchId: claim.article.batchId,
      }),
      epoch,
      // A wish for another journey stands until this one has ended.
      again: next === null ? null : undefined,
      ...(onward === null ? { stage: null, waitingSince: null } : { enqueuedAt: now }),
    };
    // A page that says the same as before leaves the article as it was.
    const end =
      next !== null || (outcome === 'unchanged' && claim.article.outcome !== null)
        ? {}
        : { outcome, outcomeStage: claim.stage, reason, finishedAt: now };
    // Once a journey, at its end: to be written with the text and again with the labels costs more than all else that a stage writes.
    const { revisionId } = { ...claim.article, ...columns };
    await updateRow(tx, articles, 'id', claim.article.id, { ...travel, ...end, lastError: null, ...columns });
    if (next === null && stage !== 'fetch' && revisionId) await indexArticle(store, tx, claim.article, revisionId);
    return { onward, epoch, lane };
  });

  if (!handedOn) {
    log.debug({ article: claim.article.id, stage: claim.stage, epoch: claim.epoch }, 'done by another meanwhile');
    return false;
  }
  log.info(
    { article: claim.article.id, stage: claim.stage, outcome, reason, lane: claim.lane, ms: workedMs },
    'stage ended',
  );
  if (claim.lane === 'live' && handedOn.onward === null) {
    // Where Redis is away it forgets by itself.
    await queues.live?.ends([claim.article.id]).catch(() => undefined);
  }
  if (handedOn.onward) {
    const { onward: stage, epoch, lane } = handedOn;
    try {
      await queues.add(stage, [{ id: claim.article.id, epoch, lane }], now);
    } catch (error) {
      // The row says that it waits; the reconciler adds the job when Redis is back.
      log.warn({ article: claim.article.id, stage, error: (error as Error).message }, 'hand-over waits for Redis');
    }
  }
  return true;
}

/** Adds an ending to the counter of its hour. */
const countOne = preparedQuery('count-one', (db, store) => {
  const { counters } = store.tables;
  const value = (name: string) => sql`${sql.placeholder(name)}`;
  const key = { hour: value('hour'), stage: value('stage'), lane: value('lane'), outcome: value('outcome') };
  const [waited, worked] = [value('waitedMs'), value('workedMs')];
  return db
    .insert(counters)
    .values({ ...key, count: 1, waitedMs: waited, workedMs: worked })
    .onConflictDoUpdate({
      target: [counters.hour, counters.stage, counters.lane, counters.outcome],
      set: {
        count: sql`${counters.count} + 1`,
        waitedMs: sql`${counters.waitedMs} + excluded.waited_ms`,
        workedMs: sql`${counters.workedMs} + excluded.worked_ms`,
      },
    });
});

const wishOf = preparedQuery('wish-of', (db, { tables: { articles } }) =>
  db
    .select({ again: articles.again })
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id'))),
);

/** The stage from which another journey was wished for meanwhile. */
async function wishedJourney(store: Store, tx: Db, articleId: string): Promise<Stage | null> {
  const [row] = await wishOf(store, tx, { id: articleId });
  return row?.again ?? null;
}
