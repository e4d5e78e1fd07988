import { BatchProblem, changedInDryRun, findBatch, listBatches } from '@wirewatch/shared/store/journey/batches.ts';
import { listSchedules } from '@wirewatch/shared/store/operations/schedules.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { progressOf } from '../reads/batch-progress.ts';
import { batchView } from '../views/batch.ts';
import { reprocessView } from '../views/reprocess.ts';

const SHOWN = 20;
const EXAMPLES = 10;

/** Batches and schedules, and what starts new ones. */
export async function reprocess({ store, now }: Ask): Promise<Answer> {
  const at = now();
  const batches = await listBatches(store, SHOWN);
  const progress = await Promise.all(batches.map((batch) => progressOf(store, batch, at)));
  const body = reprocessView(progress, await listSchedules(store), at);
  return { kind: 'page', title: 'Reprocess', place: 'reprocess', body };
}

/** One batch: how far it is, and what a dry run would change. */
export async function batch({ store, params, now }: Ask): Promise<Answer> {
  try {
    const row = await findBatch(store, params.id ?? '');
    const progress = await progressOf(store, row, now());
    const examples = row.dryRun ? await changedInDryRun(store, row.id, EXAMPLES) : [];
    const body = batchView(progress, examples, now());
    return { kind: 'page', title: `Batch ${row.id}`, place: 'reprocess', body };
  } catch (error) {
    if (error instanceof BatchProblem) return problem(404, `${error.message}.`);
    throw error;
  }
}
