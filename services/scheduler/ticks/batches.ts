import type { ServiceContext } from '@wirewatch/shared/service.ts';
import {
  advanceBatch,
  type BatchRow,
  batchProgress,
  closeBatch,
  listRunningBatches,
  unanswered,
} from '@wirewatch/shared/store/journey/batches.ts';
import type { Tick } from '../ticker.ts';

/** Articles of one batch under way at a time: few enough that a pause is soon felt, enough to keep every worker busy. */
const WINDOW = 200;
/** A dry run whose jobs were lost asks again when it has not moved for this long. */
const STUCK_MS = 30_000;

/** Moves batches on: a window of each is under way, the rest waits in the database. */
export function createBatchesTick(): Tick {
  const lastMove = new Map<string, { done: number; at: number }>();
  return {
    name: 'batches',
    everyMs: 1000,
    async run(context) {
      for (const batch of await listRunningBatches(context.store)) await move(context, batch, lastMove);
    },
  };
}

async function move(
  context: ServiceContext,
  batch: BatchRow,
  lastMove: Map<string, { done: number; at: number }>,
): Promise<void> {
  const { store, queues, now, log } = context;
  const { done } = await batchProgress(store, batch);
  const room = WINDOW - (batch.started - done);
  const ids = room > 0 ? await advanceBatch(store, batch.id, room, now()) : [];
  const stage = batch.selection.from;
  if (batch.dryRun) await queues.addDry(stage, batch.id, ids);
  if (ids.length === 0 && done >= batch.started && room > 0) {
    await closeBatch(store, batch.id, now());
    lastMove.delete(batch.id);
    log.info({ batch: batch.id, articles: batch.started }, 'batch done');
    return;
  }
  const last = lastMove.get(batch.id);
  if (!last || last.done !== done) lastMove.set(batch.id, { done, at: now() });
  else if (batch.dryRun && now() - last.at > STUCK_MS) {
    await queues.addDry(stage, batch.id, await unanswered(store, batch, WINDOW));
    lastMove.set(batch.id, { done, at: now() });
  }
}
