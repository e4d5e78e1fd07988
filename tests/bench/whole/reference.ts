import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ensureRedisBinary, redisEnvironment } from '../../../services/cli/private-redis/binary.ts';

/** Articles that the pipeline of that folder takes, always. */
export const REFERENCE_PAGES = 500;
const REDIS_READY_MS = 500;

/**
 * Runs another's naive pipeline (its `run.mjs`, with its modules and its `pages` beside it) on a Redis of its own.
 * @param folder where it lies
 * @returns CPU seconds of its stages and Redis, by process; the server of its pages is left out, as it is of ours
 */
export async function runReference(folder: string): Promise<Record<string, number>> {
  const redisPort = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'ww-reference-'));
  const binary = await ensureRedisBinary({ log: () => undefined });
  const settings = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes'];
  const redis = spawn(binary.command, [...settings, '--appendfsync', 'everysec', '--dir', data], {
    argv0: binary.argv0,
    env: redisEnvironment(binary),
    stdio: 'ignore',
  });
  try {
    await sleep(REDIS_READY_MS);
    const { stdout } = await promisify(execFile)(process.execPath, ['run.mjs', 'naive'], {
      cwd: folder,
      // npm sets NODE to the machine's own.
      env: { ...process.env, NODE: process.execPath, RPORT: String(redisPort), HPORT: String(await freePort()) },
    });
    const [, told] = /cpu s:(.*)/.exec(stdout) ?? [];
    if (told === undefined) throw new Error(`the pipeline in ${folder} said: ${stdout}`);
    const found = [...told.matchAll(/(\w+) ([\d.]+)(?= \(|\s|$)/g)].map(
      ([, name, cpu]) => [name, Number(cpu)] as const,
    );
    return Object.fromEntries(found.filter(([name]) => /^(fetcher|cleaner0|dedup|classify|redis)$/.test(name!)));
  } finally {
    const ended = once(redis, 'exit');
    redis.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
