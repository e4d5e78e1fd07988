import type { Redis } from 'ioredis';

/**
 * A live article that nobody has handed on for this long is not on its way but waits: for a server, for a worker that
 * died, behind others. Batch work does not stand still for it.
 */
const TRUSTED_MS = 2000;
/** What a crash left behind is cleared away once in so many additions. */
const CLEAR_EVERY = 64;

/** Which live articles are on their way through the pipeline at this moment, over all processes. */
export interface LiveWork {
  begins(ids: readonly string[], now: number): Promise<void>;
  /** They have arrived, or were put off until later. */
  ends(ids: readonly string[]): Promise<void>;
  isUnderWay(now: number): Promise<boolean>;
}

/** Keeps them in one sorted set by the instant (epoch ms) until which each is believed: what a crash leaves behind ages out. */
export function openLiveWork(redis: Redis, key: string): LiveWork {
  let additions = 0;
  return {
    async begins(ids, now) {
      if (ids.length === 0) return;
      const until = String(now + TRUSTED_MS);
      const added = redis.zadd(key, ...ids.flatMap((id) => [until, id]));
      additions += 1;
      await (additions % CLEAR_EVERY === 0 ? Promise.all([added, redis.zremrangebyscore(key, '-inf', now)]) : added);
    },
    async ends(ids) {
      if (ids.length > 0) await redis.zrem(key, ...ids);
    },
    async isUnderWay(now) {
      return (await redis.zcount(key, now, '+inf')) > 0;
    },
  };
}
