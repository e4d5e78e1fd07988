import type { Redis } from 'ioredis';

/** What Redis says of itself. */
export interface RedisFacts {
  version: string;
  memoryBytes: number;
  /** 0: no limit. */
  limitBytes: number;
  policy: string;
  upSeconds: number;
}

/** Asks Redis; null where it does not answer: the page is then shown without. */
export async function readRedis(redis: Redis): Promise<RedisFacts | null> {
  try {
    const info = await redis.info();
    const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    return {
      version: field('redis_version'),
      memoryBytes: Number(field('used_memory')),
      limitBytes: Number(field('maxmemory')),
      policy: field('maxmemory_policy'),
      upSeconds: Number(field('uptime_in_seconds')),
    };
  } catch {
    return null;
  }
}
