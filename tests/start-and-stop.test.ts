import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

let folder: string;
let child: ChildProcess | null = null;
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-ends-'));
});
afterEach(async () => {
  for (const pid of processesOf(folder)) process.kill(pid, 'SIGKILL');
  await sleep(100);
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a command as a user does, everything that it starts marked by the folder in its environment. */
function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  said = '';
  child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', WIREWATCH_DATA: join(folder, 'data'), TMPDIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return child;
}

async function dashboard(): Promise<string> {
  for (let looks = 0; looks < 2000; looks += 1) {
    const url = /dashboard: (http\S+)/.exec(said)?.[1];
    if (url) return url;
    if (child?.exitCode !== null) break;
    await sleep(100);
  }
  throw new Error(`no dashboard:\n${said}`);
}

/** Processes that the folder's environment or command line marks. Redis writes its title over its environment, and names the folder there. */
function processesOf(mark: string): number[] {
  const text = (path: string) => {
    try {
      return readFileSync(path, 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map(Number)
    .filter((pid) => text(`/proc/${pid}/environ`).includes(mark) || text(`/proc/${pid}/cmdline`).includes(mark));
}

async function untilNoneIsLeft(): Promise<void> {
  const began = Date.now();
  while (processesOf(folder).length > 0 && Date.now() - began < 25_000) await sleep(100);
  expect(processesOf(folder).map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1'))).toEqual([]);
}

test.each([
  ['npm start', 'npm', ['start']],
  ['npm run demo', 'npm', ['run', 'demo']],
  ['npx wirewatch up', 'npx', ['wirewatch', 'up']],
])('SIGTERM to "%s" ends everything that it started', async (_name, command, args) => {
  start(command, args);
  const url = await dashboard();
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  expect(processesOf(folder).length).toBeGreaterThan(6);
  // To this one process, as a service manager or a script does; a terminal would reach all of them.
  child!.kill('SIGTERM');
  await untilNoneIsLeft();
});

test('up --port N: the dashboard listens there', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const port = (probe.address() as { port: number }).port;
  probe.close();
  start('npx', ['wirewatch', 'up', '--port', String(port)], { PORT: '' });
  expect(await dashboard()).toBe(`http://127.0.0.1:${port}/`);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  child!.kill('SIGTERM');
  await untilNoneIsLeft();
});

test('a service that refuses to start ends up, with its reason', async () => {
  start('npx', ['wirewatch', 'up'], { WIREWATCH_HOST: '0.0.0.0', WIREWATCH_TOKEN: '' });
  const [status] = await once(child!, 'exit');
  expect(status).toBe(1);
  expect(said).toMatch(
    /wirewatch: dashboard did not start: the dashboard would be open to the network.*WIREWATCH_TOKEN/,
  );
  await untilNoneIsLeft();
});

test('a port that another program has is named before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const port = (other.address() as { port: number }).port;
  start('npx', ['wirewatch', 'up', '--port', String(port)]);
  const [status] = await once(child!, 'exit');
  other.close();
  expect(status).toBe(1);
  expect(said).toContain(`port ${port} on 127.0.0.1 is in use by another program`);
  expect(said).toContain('--port N');
});
