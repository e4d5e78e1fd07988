import { type JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { dryJobId, jobId, LANES, type Lane, QUEUES, type QueueName } from '../pipeline.ts';
import { type LiveWork, openLiveWork } from './live-work.ts';

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

/** What BullMQ calls the queue of a lane. */
export function queueName(name: QueueName, lane: Lane): string {
  return lane === 'live' ? name : `${name}-${lane}`;
}

/** Every queue of the pipeline, for adding and counting. */
export interface Queues {
  redis: Redis;
  live: LiveWork;
  of(name: QueueName, lane?: Lane): Queue;
  /** Adds jobs; one whose id still exists is left as it is. */
  add(name: QueueName, wanted: Wanted[], now: number): Promise<void>;
  /** Adds jobs that only ask what would change, in the batch lane. */
  addDry(name: QueueName, batchId: string, articleIds: string[]): Promise<void>;
  /** Both lanes together. */
  counts(name: QueueName): Promise<QueueCounts>;
  isPaused(name: QueueName): Promise<boolean>;
  /** Stops or starts both lanes; work in hand is finished. */
  setPaused(name: QueueName, paused: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens the queues over one connection. */
export function openQueues(redis: Redis): Queues {
  const queues = new Map<string, Queue>(
    QUEUES.flatMap((name) => LANES.map((lane) => queueName(name, lane))).map((name) => [
      name,
      new Queue(name, { connection: redis, prefix: PREFIX, streams: { events: { maxLen: EVENTS_KEPT } } }),
    ]),
  );
  for (const queue of queues.values()) queue.on('error', () => undefined);
  const live = openLiveWork(redis, `${PREFIX}:live`);
  const of = (name: QueueName, lane: Lane = 'live') => queues.get(queueName(name, lane))!;
  const isPaused = async (name: QueueName) => {
    const lanes = await Promise.all(LANES.map((lane) => of(name, lane).isPaused()));
    return lanes.every((paused) => paused);
  };
  return {
    redis,
    live,
    of,
    isPaused,
    async add(name, wanted, now) {
      for (const lane of LANES) {
        const jobs = wanted.filter((item) => item.lane === lane);
        if (jobs.length === 0) continue;
        const begun = lane === 'live' && name !== 'poll' ? jobs.filter((item) => (item.notBefore ?? 0) <= now) : [];
        const wished = jobs.map(({ id, epoch, ...item }) => ({
          name,
          data: name === 'poll' ? { feedId: id, epoch } : { articleId: id, epoch },
          opts: jobOptions(name, { id, epoch, ...item }, now),
        }));
        const [first] = wished;
        // One connection keeps the order: Redis knows of the work before it has the job, in one round trip.
        await Promise.all([
          live.begins(
            begun.map((item) => item.id),
            now,
          ),
          // Several are added in a transaction of Redis, which one by itself needs not.
          first && wished.length === 1
            ? of(name, lane).add(first.name, first.data, first.opts)
            : of(name, lane).addBulk(wished),
        ]);
      }
    },
    async addDry(name, batchId, articleIds) {
      await of(name, 'batch').addBulk(
        articleIds.map((articleId) => ({
          name,
          data: { articleId, epoch: 0, dryRun: batchId },
          opts: { jobId: dryJobId(name, batchId, articleId), removeOnComplete: true, removeOnFail: true },
        })),
      );
    },
    async counts(name) {
      const [liveJobs, batchJobs, paused] = await Promise.all([
        of(name).getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed'),
        of(name, 'batch').getJobCounts('wait', 'active', 'delayed', 'failed'),
        isPaused(name),
      ]);
      const waiting = (jobs: Record<string, number>) => (jobs.wait ?? 0) + (jobs.prioritized ?? 0);
      const both = (state: string) => (liveJobs[state] ?? 0) + (batchJobs[state] ?? 0);
      return {
        live: waiting(liveJobs),
        batch: waiting(batchJobs),
        active: both('active'),
        delayed: both('delayed'),
        failed: both('failed'),
        paused,
      };
    },
    async setPaused(name, paused) {
      await Promise.all(LANES.map((lane) => of(name, lane)[paused ? 'pause' : 'resume']()));
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
    ...(delay > 0 ? { delay } : {}),
    removeOnComplete: true,
    removeOnFail: true,
  };
}
