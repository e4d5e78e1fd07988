import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { watchEventLoop } from './event-loop-watch.ts';

let child: ChildProcess;
afterEach(() => void child.kill('SIGKILL'));

function run(script: string): ChildProcess {
  child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return child;
}
const ended = () => new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
const BOUNDS = { limitMs: 800, lookMs: 50 };
const TURNS = 'setInterval(() => process.send({ turned: true }), 20);';

test.runIf(existsSync('/proc/self/stat'))('a process that computes and never turns is ended', async () => {
  const said: string[] = [];
  watchEventLoop(run(`${TURNS} setTimeout(() => { for (;;); }, 200);`), (line) => said.push(line), BOUNDS);
  expect(await ended()).toBe('SIGKILL');
  expect(said).toEqual([expect.stringMatching(/did not turn while it used 1 s of CPU/)]);
});

test('a process that computes and turns lives, and so does one that sleeps', async () => {
  const said: string[] = [];
  const busy = `const until = Date.now() + 2500;
    setInterval(() => { const stop = Date.now() + 30; while (Date.now() < stop); if (Date.now() > until) process.exit(); }, 1);`;
  watchEventLoop(run(TURNS + busy), (line) => said.push(line), BOUNDS);
  expect(await ended()).toBeNull();
  watchEventLoop(run('setTimeout(() => process.exit(), 1500);'), (line) => said.push(line), BOUNDS);
  expect(await ended()).toBeNull();
  expect(said).toEqual([]);
});
