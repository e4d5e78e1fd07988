import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { type BatchRow, batchProgress } from '@wirewatch/shared/store/journey/batches.ts';

/** A batch and how far it is. */
export interface Progress {
  batch: BatchRow;
  done: number;
  changed: number;
  /** Articles a second since it was made; null while nothing is done. */
  perSecond: number | null;
  /** When it ends at that rate (epoch ms); null where it cannot be told. */
  endsAt: number | null;
}

export async function progressOf(store: Store, batch: BatchRow, now: number): Promise<Progress> {
  const { done, changed } = await batchProgress(store, batch);
  const seconds = ((batch.finishedAt ?? now) - batch.createdAt) / 1000;
  const perSecond = done > 0 && seconds > 0 ? done / seconds : null;
  const runs = batch.status === 'running' && perSecond !== null;
  return { batch, done, changed, perSecond, endsAt: runs ? now + ((batch.total - done) / perSecond) * 1000 : null };
}
