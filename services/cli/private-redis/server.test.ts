import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPrivateRedis, type PrivateRedis, RedisInUse, startPrivateRedis } from './server.ts';

let base: string;
let log: string[];
const running: PrivateRedis[] = [];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'redis-'));
  log = [];
});
afterEach(async () => {
  for (const redis of running.splice(0)) await redis.stop();
  rmSync(base, { recursive: true, force: true });
});

async function start(dir: string): Promise<PrivateRedis> {
  const redis = await startPrivateRedis({ dir, log: (line) => log.push(line) });
  running.push(redis);
  return redis;
}

async function ask<T>(path: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis({ path, maxRetriesPerRequest: 1 });
  try {
    return await question(client);
  } finally {
    client.disconnect();
  }
}

/** Another process that starts a Redis on the folder and holds it until it is killed. */
async function startElsewhere(dir: string): Promise<{ kill: () => Promise<void>; redisPid: number }> {
  const script = `
    const { startPrivateRedis } = await import(${JSON.stringify(join(import.meta.dirname, 'server.ts'))});
    const redis = await startPrivateRedis({ dir: ${JSON.stringify(dir)}, log: () => {} });
    console.log(redis.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { kill, redisPid: Number(said) };
}

test('the server listens on its socket alone, evicts nothing and logs commands to disk', async () => {
  const redis = await start(join(base, 'data'));
  const settings = await ask(redis.path, (client) =>
    client.config('GET', 'port', 'maxmemory-policy', 'appendonly', 'appendfsync', 'save'),
  );
  expect(settings).toEqual(
    expect.arrayContaining(['port', '0', 'noeviction', 'appendonly', 'yes', 'everysec', 'save', '']),
  );
});

test('what was stored is there after a stop and a start, under the same socket', async () => {
  const first = await start(join(base, 'data'));
  await ask(first.path, (client) => client.set('queue', 'three jobs'));
  await first.stop();
  await first.stop();
  expect(existsSync(first.path)).toBe(false);
  const second = await start(join(base, 'data'));
  expect(second.path).toBe(first.path);
  expect(await ask(second.path, (client) => client.get('queue'))).toBe('three jobs');
});

test('folders with spaces and with names too long for a socket work', async () => {
  const long = join(base, 'a folder with spaces', 'and-a-long-name'.repeat(8));
  const redis = await start(long);
  expect(Buffer.byteLength(redis.path)).toBeLessThan(104);
  expect(await ask(redis.path, (client) => client.config('GET', 'dir'))).toEqual(['dir', long]);
});

test('a second server on one folder is refused, in one process and from another', async () => {
  const dir = join(base, 'data');
  const other = await startElsewhere(dir);
  await expect(start(dir)).rejects.toThrow(RedisInUse);
  expect((await findPrivateRedis(dir))?.path).toBe(join(dir, 'redis.sock'));
  await other.kill();
  const redis = await start(dir);
  await expect(start(dir)).rejects.toThrow(`process ${process.pid}`);
  await redis.stop();
  expect(await findPrivateRedis(dir)).toBeNull();
});

test('a server that outlived its killed parent is ended, and its data kept', async () => {
  const dir = join(base, 'data');
  const other = await startElsewhere(dir);
  await ask(join(dir, 'redis.sock'), (client) => client.set('left', 'behind'));
  await other.kill();
  expect(() => process.kill(other.redisPid, 0)).not.toThrow();
  const redis = await start(dir);
  expect(() => process.kill(other.redisPid, 0)).toThrow();
  expect(log.join('\n')).toContain(`left behind (process ${other.redisPid})`);
  expect(await ask(redis.path, (client) => client.get('left'))).toBe('behind');
});

test('a stale socket and a process id that is now somebody else’s do no harm', async () => {
  const dir = join(base, 'data');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'redis.sock'), '');
  writeFileSync(join(dir, 'redis.pid'), String(process.ppid));
  const redis = await start(dir);
  expect(await ask(redis.path, (client) => client.ping())).toBe('PONG');
  expect(() => process.kill(process.ppid, 0)).not.toThrow();
});

test('the end of the server is told, and a folder whose server died can be used again', async () => {
  const dir = join(base, 'data');
  const first = await start(dir);
  process.kill(first.pid, 'SIGKILL');
  expect(await first.closed).toEqual({ code: null, signal: 'SIGKILL' });
  const second = await start(dir);
  expect(second.pid).not.toBe(first.pid);
});

test('damaged data gives the end of the log and what to do', async () => {
  const dir = join(base, 'data');
  mkdirSync(join(dir, 'appendonlydir'), { recursive: true });
  writeFileSync(join(dir, 'appendonlydir', 'appendonly.aof.manifest'), 'this is no manifest\n');
  writeFileSync(join(dir, 'appendonly.aof'), 'nor is this a log of commands\n');
  await expect(start(dir)).rejects.toThrow(/did not start[\s\S]*move .*data away/);
});
