import { once } from 'node:events';
import type { Worker } from 'bullmq';
import { type OutageWatch, watchOutages } from '../outage-watch.ts';
import type { QueueName } from '../pipeline.ts';
import type { ServiceContext } from '../service.ts';
import { PREFIX } from './queues.ts';

/** A Redis that takes longer is away. */
const REDIS_PROBE_MS = 5000;

/** Watches a queue's workers: from the first outage that one of them meets they take no job until a probe of all that they need succeeds. */
export function watchWorkers(context: ServiceContext, queue: QueueName, workers: readonly Worker[]): OutageWatch {
  return watchOutages({
    queue,
    pause: () => void Promise.all(workers.map((worker) => worker.pause(true))),
    resume: () => {
      for (const worker of workers) worker.resume();
    },
    probe: () => probe(context),
    log: context.log,
    now: context.now,
  });
}

/** Rejects while the store takes no writing, the blobs no bytes, or Redis no key. */
async function probe({ store, blobs, workerRedis, workerId, now }: ServiceContext): Promise<void> {
  const { meta } = store.tables;
  const row = { key: 'probe', value: `${workerId} ${now()}` };
  await store.write((tx) =>
    tx
      .insert(meta)
      .values(row)
      .onConflictDoUpdate({ target: meta.key, set: { value: row.value } }),
  );
  await blobs.probe();
  const late = AbortSignal.timeout(REDIS_PROBE_MS);
  await Promise.race([
    workerRedis.set(`${PREFIX}:probe:${workerId}`, '1', 'PX', REDIS_PROBE_MS),
    once(late, 'abort').then(() => Promise.reject(new Error('Redis does not answer'))),
  ]);
}
