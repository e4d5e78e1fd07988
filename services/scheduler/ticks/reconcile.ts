import { type Lane, QUEUES, STAGES } from '@wirewatch/shared/pipeline.ts';
import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { markEnqueued, waitingWithoutJob, wantAllJobs } from '@wirewatch/shared/store/journey/jobs.ts';
import { wishedPauses } from '@wirewatch/shared/store/operations/pauses.ts';
import type { Tick } from '../ticker.ts';

/** A job that was added longer ago than this is added again: where it still exists nothing happens, where it was lost it is back. */
const DOUBT_AFTER_MS = 60_000;
const LIVE_AT_ONCE = 2000;
/** Batch jobs in Redis at a time: the rest waits in the database, where a batch can be paused and cancelled. */
const BATCH_WINDOW = 400;
/** Lives as long as the content of this Redis: when it is gone, so are our jobs. */
const MARK = `${PREFIX}:mark`;

/** Makes the queues agree with the database: every article that waits has a job, and what is to stand still does. */
export const reconcileTick: Tick = {
  name: 'reconcile',
  everyMs: 1000,
  async run(context) {
    const { store, queues, log } = context;
    if ((await queues.redis.set(MARK, '1', 'NX')) === 'OK') {
      log.warn('this Redis is new or was emptied: every waiting article gets its job again');
      await wantAllJobs(store);
    }
    await keepPauses(context);
    await fill(context, 'live', LIVE_AT_ONCE);
    let batchJobs = 0;
    for (const stage of STAGES) batchJobs += (await queues.counts(stage)).batch;
    if (batchJobs < BATCH_WINDOW) await fill(context, 'batch', BATCH_WINDOW - batchJobs);
  },
};

/** An emptied Redis forgets that a queue stands still; the store remembers what its operator wants. */
async function keepPauses({ store, queues, log }: ServiceContext): Promise<void> {
  const wished = await wishedPauses(store);
  for (const name of QUEUES) {
    const paused = wished.has(name);
    if ((await queues.isPaused(name)) === paused) continue;
    await queues.setPaused(name, paused);
    log.warn({ queue: name, paused }, 'the queue was not as its operator wants it');
  }
}

async function fill({ store, queues, now }: ServiceContext, lane: Lane, limit: number): Promise<void> {
  const at = now();
  const waiting = await waitingWithoutJob(store, { addedBefore: at - DOUBT_AFTER_MS, now: at, lane, limit });
  for (const stage of STAGES) {
    const wanted = waiting.filter((row) => row.stage === stage);
    await queues.add(stage, wanted, at);
  }
  await markEnqueued(
    store,
    waiting.map((row) => row.id),
    at,
  );
}
