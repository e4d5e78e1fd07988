import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endLeftovers } from './leftovers.mjs';
import { explain, whyInstall } from './setup.mjs';

const run = join(import.meta.dirname, 'run.mjs');

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function script(source: string): string {
  const path = join(base, 'script.ts');
  writeFileSync(path, source);
  return path;
}

test('packages are installed when missing, again when the lockfile is newer, and else not', () => {
  const lockfile = join(base, 'package-lock.json');
  const modules = join(base, 'node_modules');
  writeFileSync(lockfile, '{}');
  expect(whyInstall(modules, lockfile)).toContain('not installed');
  mkdirSync(modules);
  // An install that was interrupted has the folder, but not npm's list.
  expect(whyInstall(modules, lockfile)).toContain('not installed');
  writeFileSync(join(modules, '.package-lock.json'), '{}');
  utimesSync(lockfile, 1, 1);
  expect(whyInstall(modules, lockfile)).toBeNull();
  utimesSync(join(modules, '.package-lock.json'), 0, 0);
  expect(whyInstall(modules, lockfile)).toContain('has changed');
});

test.each([
  ['npm error code ENOTFOUND\nnpm error request to https://registry.invalid/zod failed', 'Check the network'],
  ['npm ERR! code ENOSPC\nnpm ERR! nospc ENOSPC: no space left on device, write', 'disk is full'],
  ['npm error code EACCES\nnpm error path /srv/wirewatch/node_modules', 'no permission to write'],
  ['npm error code ELSE\nnpm error something new', 'It said:\nnpm error code ELSE'],
])('npm’s failure is told with what to do: %s', (output, words) => {
  expect(explain(`npm warn deprecated some package\n${output}\n`)).toContain(words);
});

test('a script gets the rest of the arguments, its exit status is ours, standard output is its alone', () => {
  const path = script(
    "console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7; const node: string = 'typed';",
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, '--file', path, '--once', 'a b'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: '["--once","a b"]\n', stderr: '' });
});

test('the command itself runs where the caller stands', () => {
  const { status, stdout } = spawnSync(process.execPath, [run, '--version'], { encoding: 'utf8', cwd: base });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '0.1.0\n' });
});

test('a Node that is too old is named, with the one that is needed', () => {
  const old = join(base, 'old.mjs');
  writeFileSync(old, "Object.defineProperty(process, 'version', { value: 'v18.20.8' });");
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', old, run, '--version'], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('Node 20 or newer is needed; this is v18.20.8. Install it (https://nodejs.org).\n');
});

test('a wrong option keeps its exit status', () => {
  expect(spawnSync(process.execPath, [run, '--no-such-option']).status).toBe(2);
});

test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
  '%s is handed on, and the child’s own end counts',
  async (signal) => {
    const path = script(
      "process.on('SIGTERM', () => process.exit(41)).on('SIGHUP', () => process.exit(42)).on('SIGINT', () => process.exit(43)); console.log('ready'); setInterval(() => {}, 1000);",
    );
    const child = spawn(process.execPath, [run, '--file', path], { stdio: ['ignore', 'pipe', 'pipe'] });
    await once(child.stdout, 'data');
    child.kill(signal);
    const [status] = await once(child, 'exit');
    expect(status).toBe({ SIGTERM: 41, SIGHUP: 42, SIGINT: 43 }[signal]);
  },
);

test('a child ended by a signal gives 128 and its number', async () => {
  const path = script("process.kill(process.pid, 'SIGKILL');");
  expect(spawnSync(process.execPath, [run, '--file', path]).status).toBe(137);
});

test.skipIf(process.platform !== 'linux')('what a test left running is found and ended', async () => {
  const child = spawn('sleep', ['600'], { cwd: base, stdio: 'ignore', detached: true });
  await once(child, 'spawn');
  expect(await endLeftovers(base)).toEqual([`sleep 600 (process ${child.pid})`]);
  expect(await endLeftovers(base)).toEqual([]);
});
