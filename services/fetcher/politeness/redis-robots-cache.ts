import { PREFIX } from '@wirewatch/shared/queue/queues.ts';
import type { Redis } from 'ioredis';
import type { RobotsCache, RobotsEntry } from './robots-gate.ts';

/** robots.txt files shared by every process that fetches. */
export function createRedisRobotsCache(redis: Redis): RobotsCache {
  const keyOf = (origin: string) => `${PREFIX}:robots:${origin}`;
  return {
    async get(origin) {
      const text = await redis.get(keyOf(origin));
      return text === null ? null : (JSON.parse(text) as RobotsEntry);
    },
    async set(origin, entry, ttlMs) {
      await redis.set(keyOf(origin), JSON.stringify(entry), 'PX', ttlMs);
    },
  };
}
