import { type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { dryJobId, jobId, LANES, type Lane, QUEUES, type QueueName } from '../pipeline.ts';

/** Prefix of every key of ours in Redis: several projects may share one server. */
export const PREFIX = 'wirewatch';

/** BullMQ trims each queue's event stream at about this many events; nobody reads further back. */
const EVENTS_KEPT = 1000;

/** A job to add: what it is about, which attempt, in which lane, and not before when (epoch ms). */
export interface Wanted {
  id: string;
  epoch: number;
  lane: Lane;
  notBefore?: number | null;
}

export interface QueueCounts {
  live: number;
  batch: number;
  active: number;
  delayed: number;
  failed: number;
  paused: boolean;
}

/** Every queue of the pipeline, for adding and counting. */
export interface Queues {
  redis: Redis;
  of(name: QueueName): Queue;
  /** Adds jobs; one whose id still exists is left as it is. */
  add(name: QueueName, wanted: Wanted[], now: number): Promise<void>;
  /** Adds jobs that only ask what would change, in the batch lane. */
  addDry(name: QueueName, batchId: string, articleIds: string[]): Promise<void>;
  counts(name: QueueName): Promise<QueueCounts>;
  close(): Promise<void>;
}

/** Opens the queues over one connection. */
export function openQueues(redis: Redis): Queues {
  const queues = new Map<QueueName, Queue>(
    QUEUES.map((name) => [
      name,
      new Queue(name, { connection: redis, prefix: PREFIX, streams: { events: { maxLen: EVENTS_KEPT } } }),
    ]),
  );
  for (const queue of queues.values()) queue.on('error', () => undefined);
  const of = (name: QueueName) => queues.get(name)!;
  return {
    redis,
    of,
    async add(name, wanted, now) {
      if (wanted.length === 0) return;
      await of(name).addBulk(
        wanted.map((item) => ({
          name,
          data: name === 'poll' ? { feedId: item.id, epoch: item.epoch } : { articleId: item.id, epoch: item.epoch },
          opts: jobOptions(name, item, now),
        })),
      );
    },
    async addDry(name, batchId, articleIds) {
      await of(name).addBulk(
        articleIds.map((articleId) => ({
          name,
          data: { articleId, epoch: 0, dryRun: batchId },
          opts: {
            jobId: dryJobId(name, batchId, articleId),
            priority: LANES.batch,
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    },
    async counts(name) {
      const queue = of(name);
      const [counts, paused] = await Promise.all([
        queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed'),
        queue.isPaused(),
      ]);
      return {
        live: counts.wait ?? 0,
        batch: counts.prioritized ?? 0,
        active: counts.active ?? 0,
        delayed: counts.delayed ?? 0,
        failed: counts.failed ?? 0,
        paused,
      };
    },
    async close() {
      for (const queue of queues.values()) await queue.close();
    },
  };
}

/** Finished jobs are removed at once: the database is the record, and a job id that stays blocks the next attempt. */
function jobOptions(name: QueueName, item: Wanted, now: number): JobsOptions {
  const delay = Math.max(0, (item.notBefore ?? 0) - now);
  return {
    jobId: jobId(name, item.id, item.epoch),
    priority: LANES[item.lane],
    ...(delay > 0 ? { delay } : {}),
    removeOnComplete: true,
    removeOnFail: true,
  };
}
