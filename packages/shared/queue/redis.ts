import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../log.ts';
import { parseSentinelUrl } from './sentinel-url.ts';

/** Redis cannot be used: names what, where and what to do. */
export class RedisUnavailable extends Error {
  override name = 'RedisUnavailable';
}

/** How long a start waits for a Redis that is just coming up. */
const START_PATIENCE_MS = 10_000;

/** A server that does not answer what is asked of it: our longest question, a worker's wait for a job, takes 10 s. */
const SILENT_MS = 30_000;
const KEEPALIVE_MS = 10_000;
/**
 * What a node says that is no master any more: the connection is given up, and the address leads to the one that is. Lua scripts of
 * older servers say it in the midst of their message.
 */
const DEMOTED = /\bREADONLY\b|^UNBLOCKED\b|^MASTERDOWN\b/;
/** ioredis: connect anew, and send the command again. */
const RECONNECT_AND_RESEND = 2;

/** A Redis address without its passwords, for messages. */
export function redisWhere(url: string): string {
  const shown = url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:***@').replace(/([?&]sentinelPassword=)[^&]*/, '$1***');
  return `Redis at ${shown}`;
}

/**
 * Connects to `redis://...`, `rediss://...`, `redis+sentinel://...` or `unix:/path`.
 * @param purpose `worker` commands wait out an outage; `client` commands fail after some tries, so that a caller can go on
 */
export function connectRedis(url: string, purpose: 'worker' | 'client', log: Logger): Redis {
  const options: RedisOptions = {
    maxRetriesPerRequest: purpose === 'worker' ? null : 2,
    retryStrategy: (times) => Math.min(times * 100, 1000),
    connectTimeout: 5000,
    keepAlive: KEEPALIVE_MS,
    socketTimeout: SILENT_MS,
    reconnectOnError: (error) => (DEMOTED.test(error.message) ? RECONNECT_AND_RESEND : false),
  };
  const redis = open(url, options);
  let away = false;
  redis.on('error', (error: Error) => {
    // One line an outage, not one a try.
    if (!away) log.warn({ error: error.message }, `${redisWhere(url)} is away; waiting for it`);
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info(`${redisWhere(url)} is back`);
    away = false;
  });
  return redis;
}

function open(url: string, options: RedisOptions): Redis {
  const watched = parseSentinelUrl(url);
  if (watched) {
    const { tls, ...address } = watched;
    // Without `failoverDetector`: told of a new master while it connects, it ends the client for good. A Sentinel cuts the old one's
    // connections by itself.
    return new Redis({
      ...options,
      ...address,
      sentinelRetryStrategy: (times) => Math.min(times * 100, 1000),
      ...(tls ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {}),
    });
  }
  return url.startsWith('unix:') ? new Redis(url.slice('unix:'.length), options) : new Redis(url, options);
}

/**
 * Waits until Redis answers, and refuses one that may evict keys: a queue whose jobs vanish under memory pressure
 * loses work without a word. The policy is read from INFO, for managed services forbid CONFIG.
 * @throws RedisUnavailable
 */
export async function requireUsableRedis(redis: Redis, url: string): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let info = '';
  for (;;) {
    try {
      info = await redis.info('memory');
      break;
    } catch (error) {
      if (Date.now() > deadline) {
        throw new RedisUnavailable(
          `cannot reach ${redisWhere(url)}: ${(error as Error).message}. Start it, correct REDIS_URL, or leave REDIS_URL out to have a private one.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const policy = /maxmemory_policy:(\S+)/.exec(info)?.[1] ?? 'unknown';
  if (policy !== 'noeviction') {
    throw new RedisUnavailable(
      `${redisWhere(url)} has maxmemory-policy "${policy}": it may throw queued work away. Set "maxmemory-policy noeviction" in its configuration and start again.`,
    );
  }
}
