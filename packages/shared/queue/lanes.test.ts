import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'bullmq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../../tests/support/redis.ts';
import { createLogger } from '../log.ts';
import { openQueues, PREFIX, type Queues } from './queues.ts';
import { connectRedis } from './redis.ts';

let folder: string;
let redis: PrivateRedis;
let queues: Queues;
const log = createLogger('test', 'silent');
const connect = (purpose: 'worker' | 'client') => connectRedis(`unix:${redis.path}`, purpose, log);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-lanes-'));
  redis = await startPrivateRedis({ dir: folder, log: () => undefined });
  queues = openQueues(connect('client'));
});
afterAll(async () => {
  await queues.close();
  queues.redis.disconnect();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the lanes of a queue are counted apart, and stand still and go on together', async () => {
  const wanted = (lane: 'live' | 'batch', count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${lane}${n}`, epoch: 1, lane }));
  await queues.add('classify', [...wanted('batch', 5), ...wanted('live', 3)], 0);
  await queues.setPaused('classify', true);
  expect(await queues.counts('classify')).toMatchObject({ live: 3, batch: 5, paused: true });
  await queues.setPaused('classify', false);
  expect(await queues.counts('classify')).toMatchObject({ live: 3, batch: 5, paused: false });
});

test('live work is under way until it has arrived, is put off, or nobody has handed it on for long', async () => {
  const job = { id: 'a', epoch: 1, lane: 'live' as const };
  const later = { ...job, id: 'b', notBefore: 9000 };
  await queues.live.ends(['live0', 'live1', 'live2']);
  await queues.add('dedup', [job, later], 5000);
  expect(await queues.live.isUnderWay(5001)).toBe(true);
  await queues.live.ends(['a']);
  expect(await queues.live.isUnderWay(5001)).toBe(false);
  await queues.live.begins(['a'], 5000);
  expect(await queues.live.isUnderWay(8000)).toBe(false);
});

test('a job whose id exists is not added again; once it is done its id is free', async () => {
  const job = { id: 'one', epoch: 1, lane: 'live' as const };
  await queues.add('clean', [job, job], 0);
  await queues.add('clean', [job], 0);
  expect((await queues.counts('clean')).live).toBe(1);
  const connection = connect('worker');
  let times = 0;
  const count = async () => {
    times += 1;
  };
  const worker = new Worker('clean', count, { connection, prefix: PREFIX });
  await expect.poll(() => times).toBe(1);
  await expect.poll(async () => (await queues.counts('clean')).active).toBe(0);
  await queues.add('clean', [job], 0);
  await expect.poll(() => times).toBe(2);
  await worker.close();
  connection.disconnect();
});
