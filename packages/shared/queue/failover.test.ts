import { Worker } from 'bullmq';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type RedisPair, startRedisPair } from '../../../tests/support/redis-pair.ts';
import { readConfig } from '../config.ts';
import { createLogger } from '../log.ts';
import { openQueues, PREFIX } from './queues.ts';
import { connectRedis, redisWhere } from './redis.ts';
import { parseSentinelUrl } from './sentinel-url.ts';

describe('when the master changes', () => {
  const log = createLogger('test', 'silent');
  let pair: RedisPair;
  beforeEach(async () => {
    pair = await startRedisPair();
  });
  afterEach(() => pair.stop());

  /** A worker and a client of an address; `done` is what the worker has had. */
  function work(url: string) {
    const client = connectRedis(url, 'client', log);
    const connection = connectRedis(url, 'worker', log);
    const queues = openQueues(client);
    const done = new Set<string>();
    const worker = new Worker('clean', async (job) => void done.add(job.data.articleId), {
      connection,
      prefix: PREFIX,
      stalledInterval: 2000,
    });
    worker.on('error', () => undefined);
    return {
      done,
      // What fails in the moment itself is added again, as the reconciler does.
      async add(id: string) {
        const job = { id, epoch: 1, lane: 'live' as const };
        await expect.poll(() => queues.add('clean', [job], Date.now()).then(() => true, String)).toBe(true);
      },
      async close() {
        await worker.close(true);
        await queues.close();
        client.disconnect();
        connection.disconnect();
      },
    };
  }

  test('behind one address, clients and workers leave the demoted node by themselves', async () => {
    const shop = work(pair.url);
    try {
      await shop.add('before');
      await expect.poll(() => shop.done.has('before')).toBe(true);
      await pair.failOver();
      await shop.add('after');
      await expect.poll(() => shop.done.has('after')).toBe(true);
      await pair.failOver();
      await shop.add('and back');
      await expect.poll(() => shop.done.has('and back')).toBe(true);
    } finally {
      await shop.close();
    }
  });

  test('that a Sentinel has chosen is found, and work goes on', async () => {
    const shop = work(await pair.sentinelUrl());
    try {
      await shop.add('before');
      await expect.poll(() => shop.done.has('before')).toBe(true);
      pair.killMaster();
      await shop.add('after');
      await expect.poll(() => shop.done.has('after'), { timeout: 25_000 }).toBe(true);
    } finally {
      await shop.close();
    }
  });
});

test('addresses of Sentinels are read in the usual form, and passwords are not shown', () => {
  expect(
    parseSentinelUrl('redis+sentinel://me:p%40ss@a.example,b.example:26380,[::1]:1/main/2?sentinelPassword=s'),
  ).toEqual({
    sentinels: [
      { host: 'a.example', port: 26379 },
      { host: 'b.example', port: 26380 },
      { host: '::1', port: 1 },
    ],
    name: 'main',
    tls: false,
    username: 'me',
    password: 'p@ss',
    db: 2,
    sentinelPassword: 's',
  });
  expect(parseSentinelUrl('rediss+sentinel://a')).toMatchObject({ name: 'mymaster', tls: true, db: 0 });
  for (const url of ['redis://a', 'redis+sentinel://', 'redis+sentinel://a:99999/x', 'redis+sentinel://a:b:c/x'])
    expect(parseSentinelUrl(url)).toBeNull();
  expect(redisWhere('redis+sentinel://:secret@a/main?sentinelPassword=hidden')).not.toMatch(/secret|hidden/);
  expect(() => readConfig({ REDIS_URL: 'redis+sentinel://a:b:c/x' })).toThrow(/redis\+sentinel:\/\/HOST/);
  expect(readConfig({ REDIS_URL: 'redis+sentinel://a,b/main' }).REDIS_URL).toBe('redis+sentinel://a,b/main');
});
