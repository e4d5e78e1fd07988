import type { Outcome } from '../../contracts/outcome.ts';
import type { Logger } from '../../log.ts';
import { type Lane, nextStage, type Stage } from '../../pipeline.ts';
import type { Queues } from '../../queue/queues.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import { type Indexed, indexArticle } from '../search/index-article.ts';
import { endStage } from './end-stage.ts';
import { type Claim, departure, holdsStill } from './journey.ts';

type Columns = Partial<Store['tables']['articles']['$inferInsert']> | undefined;
type SaveResult = (tx: Db) => Promise<Columns>;

/** Where an article goes next, if anywhere. */
interface HandedOn {
  onward: Stage | null;
  epoch: number;
  lane: Lane;
}

/** How an article ended a stage. `passed` hands it on; at the last stage it becomes `done`. */
export interface StageOutcome {
  outcome: Outcome;
  /** In words, for the journey and the log. */
  reason: string;
  version: string;
  /** Columns of the article's row to set. */
  columns?: Columns;
  /** Writes the stage's result, in the same transaction as everything else; may give further columns of the article's row to set. */
  save?: SaveResult;
  /** What the search index is to hold of it, where the stage has it in hand. */
  indexed?: Indexed;
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
  const now = context.now();
  const next = told.outcome === 'passed' ? nextStage(claim.stage) : null;
  const outcome: Outcome = told.outcome === 'passed' && next === null ? 'done' : told.outcome;
  const reason = withoutNul(told.reason);
  const workedMs = Math.max(0, now - claim.claimedAt);

  const end = async (tx: Db, onward: Stage | null, columns: Columns): Promise<HandedOn | null> => {
    const { stage, lane: cameIn, waitedMs } = claim;
    const lane: Lane = next !== null ? cameIn : onward === 'fetch' ? 'live' : 'batch';
    const epoch = next === null && onward !== null ? claim.epoch + 1 : claim.epoch;
    const travel = {
      ...departure(onward ?? stage, { lane: onward === null ? cameIn : lane, now, batchId: claim.article.batchId }),
      epoch,
      // A wish for another journey stands until this one has ended.
      again: next === null ? null : undefined,
      ...(onward === null ? { stage: null, waitingSince: null } : { enqueuedAt: now }),
    };
    // A page that says the same as before leaves the article as it was.
    const stays = next !== null || (outcome === 'unchanged' && claim.article.outcome !== null);
    const rest = stays ? {} : { outcome, outcomeStage: stage, reason, finishedAt: now };
    const { version } = told;
    const { id: articleId } = claim.article;
    const written = { articleId, stage, epoch: claim.epoch, lane: cameIn, outcome, reason, version };
    const held = await endStage(store, tx, claim, {
      set: { ...travel, ...rest, lastError: null, ...withoutNul({ ...told.columns, ...columns }) },
      told: { ...written, worker: context.worker, waitedMs, workedMs, at: now },
    });
    return held ? { onward, epoch, lane } : null;
  };
  const wholly = async (tx: Db): Promise<HandedOn | null> => {
    const held = await holdsStill(store, tx, claim);
    if (!held) return null;
    const columns = await told.save?.(tx);
    // Once a journey, at its end: to be written with the text and again with the labels costs more than all else that a stage writes.
    const { revisionId } = { ...claim.article, ...columns };
    if (next === null && claim.stage !== 'fetch' && revisionId)
      await indexArticle(store, tx, claim.article, revisionId, told.indexed);
    return end(tx, next ?? held.again, columns);
  };
  // Where nothing is to be written besides, the end itself asks whether the claim holds; in Postgres it is one statement.
  const isBare = !told.save && next !== null;
  const barely = (db: Db) => end(db, next, undefined);
  const handedOn = await (!isBare
    ? store.write(wholly)
    : store.dialect === 'postgres'
      ? store.writeOne(barely)
      : store.write(barely));

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
