import { setTimeout as sleep } from 'node:timers/promises';
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

/** Longer than a busy Redis takes to answer, shorter than a person waits for a page. */
const PATIENCE_MS = 3000;

/** Asks Redis; null where it does not answer within three seconds: the page is then shown without. */
export async function readRedis(redis: Redis): Promise<RedisFacts | null> {
  try {
    const info = await Promise.race([redis.info(), sleep(PATIENCE_MS, null, { ref: false })]);
    if (info === null) return null;
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
