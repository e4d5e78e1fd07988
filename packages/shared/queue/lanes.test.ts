import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'bullmq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../log.ts';
import { openQueues, PREFIX, type Queues } from './queues.ts';
import { connectRedis } from './redis.ts';
import { type PrivateRedis, startPrivateRedis } from './redis-server.ts';

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

test('live work goes before all batch work but the job in hand', async () => {
  const wanted = (lane: 'live' | 'batch', count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `${lane}${n}`, epoch: 1, lane }));
  await queues.add('classify', wanted('batch', 50), 0);
  const order: string[] = [];
  let finished: () => void = () => undefined;
  const all = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const connection = connect('worker');
  const worker = new Worker(
    'classify',
    async (job) => {
      order.push(job.data.articleId);
      // Live jobs come while the tenth batch job is in hand.
      if (order.length === 10) await queues.add('classify', wanted('live', 3), 0);
      if (order.length === 53) finished();
    },
    { connection, prefix: PREFIX, concurrency: 1 },
  );
  await all;
  await worker.close();
  connection.disconnect();
  expect(order.slice(10, 13).sort()).toEqual(['live0', 'live1', 'live2']);
  expect(new Set(order).size).toBe(53);
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
