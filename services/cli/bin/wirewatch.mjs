#!/usr/bin/env node
// The command. Runs on any Node from 20: where the machine's own is older than 24 it hands over to the one that
// `npm install` put beside the packages (better-sqlite3 crashes an older Node without a word, so guard before importing).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { whenNpmIsGone } from './end-with-npm.mjs';

// What is written is the user's own: the store holds passwords of feeds, and pages that nobody else paid for.
process.umask(0o077);
whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));

const WANTED = 24;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const root = fileURLToPath(new URL('../../../', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= WANTED) {
  keepSmall(process.argv.slice(2));
  // Asks for what only a Node of today has.
  const { keepCompiled, resolveOnce } = await import('./start-fast.mjs');
  keepCompiled(`${root}node_modules/.cache/wirewatch`);
  resolveOnce();
  process.argv[1] = main;
  await import(main);
} else {
  const node = ['linux-x64', 'linux-arm64']
    .map((kind) => `${root}node_modules/node-${kind}/bin/node`)
    .find((path) => existsSync(path));
  if (!node) {
    console.error(
      `wirewatch needs Node ${WANTED} or newer; this is ${process.version} and none came with "npm install" for ${process.platform}-${process.arch}.\n` +
        'Install Node 24 (https://nodejs.org) and run the command again.',
    );
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

/**
 * Processes that run for weeks and mostly wait: V8 lets the young generation grow to 16 MB a semi-space while modules load and
 * never gives it back. Small from the start, one rests at 90 MB instead of 280 (scheduler, Node 24, proportional set size).
 * Services get their own flags where the supervisor starts them. Code is optimised all the same, or the start costs twice as much.
 */
function keepSmall([verb]) {
  if (!['up', 'demo', 'run'].includes(verb)) return;
  setFlagsFromString('--max-semi-space-size=1');
  if (process.env.WIREWATCH_SMALL === '1') setFlagsFromString('--optimize-for-size');
}
