import { desc, gt } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

export type WorkerRow = Store['tables']['workers']['$inferSelect'];

/** A heart beats every 5 s: three that were missed mean that the process is gone or hangs. */
const LOST_AFTER_MS = 15_000;
/** A stopped or lost worker is of interest for a day. */
const SHOWN_MS = 86_400_000;

export type WorkerState = 'up' | 'stopped' | 'lost';

/** The processes that work or worked in the last day, newest first, and how they are. */
export async function listWorkers(store: Store, now: number): Promise<Array<WorkerRow & { state: WorkerState }>> {
  const { workers } = store.tables;
  const rows = await store.db
    .select()
    .from(workers)
    .where(gt(workers.seenAt, now - SHOWN_MS))
    .orderBy(desc(workers.startedAt))
    .limit(500);
  return rows.map((row) => ({
    ...row,
    state: row.stoppedAt !== null ? 'stopped' : now - row.seenAt > LOST_AFTER_MS ? 'lost' : 'up',
  }));
}
