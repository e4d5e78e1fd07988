import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { startPrivateRedis } from '../../../services/cli/private-redis/server.ts';
import { cpuSecondsOfTree } from './cpu.ts';

const STAGES = ['fetch', 'clean', 'dedup', 'classify'];

/** Runs the naive pipeline over pages of a server on loopback. Resolves to its CPU seconds, start and Redis included. */
export async function runNaive(port: number, pages: number): Promise<{ cpu: number; seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-naive-'));
  const redis = await startPrivateRedis({ dir: join(folder, 'redis'), log: () => undefined });
  const children: ChildProcess[] = [];
  try {
    let left = pages;
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    for (const stage of STAGES) {
      const child = fork(join(import.meta.dirname, 'naive-stage.ts'), [stage, redis.path, folder]);
      children.push(child);
      const { promise: ready, resolve } = Promise.withResolvers<void>();
      child.on('message', (said) => {
        if (said === 'ready') resolve();
        else if (said === 'done') {
          left -= 1;
          if (left === 0) finish();
        }
      });
      await ready;
    }
    const queue = new Queue('naive-fetch', { connection: { path: redis.path } });
    await queue.waitUntilReady();
    const began = performance.now();
    const jobs = Array.from({ length: pages }, (_, n) => ({ id: `a${n}`, url: `http://127.0.0.1:${port}/p${n}` }));
    await queue.addBulk(jobs.map((data) => ({ name: 'fetch', data })));
    await finished;
    const seconds = (performance.now() - began) / 1000;
    await queue.close();
    let cpu = cpuSecondsOfTree(redis.pid);
    for (const child of children) {
      child.send('stop');
      const [{ cpu: own }] = (await once(child, 'message')) as [{ cpu: number }];
      cpu += own;
    }
    return { cpu, seconds };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
