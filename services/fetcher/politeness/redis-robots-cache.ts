import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { Redis } from 'ioredis';
import { type RobotsCache, RobotsEntry } from './robots-cache.ts';

/** The cache that all processes share, so that a host is asked for its file once a day by all of them together. */
export function createRedisRobotsCache(redis: Redis): RobotsCache {
  const keyOf = (origin: string) => `${PREFIX}:robots:${origin}`;
  return {
    async get(origin) {
      const text = await redis.get(keyOf(origin));
      if (text === null) return null;
      const known = RobotsEntry.safeParse(JSON.parse(text));
      return known.success ? known.data : null;
    },
    async set(origin, entry, ttlMs) {
      await redis.set(keyOf(origin), JSON.stringify(entry), 'PX', ttlMs);
    },
  };
}
