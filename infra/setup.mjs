// What a fresh clone lacks, fetched once. Plain JavaScript without packages: it runs on the machine's own Node, before
// anything is installed. Its words go to standard error; standard output belongs to the command that follows.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const OLDEST_NODE = 20;
const WANTED_NODE = 24;
const modules = join(root, 'node_modules');

/** A message for the user, who can do something about it; no stack. */
export class SetupError extends Error {}

export const say = (line) => process.stderr.write(`${line}\n`);

const major = (version) => Number(version.replace(/^v/, '').split('.')[0]);

/** Installs the packages when they are missing or older than the lockfile; silent when there is nothing to do. */
export async function ensureInstalled() {
  if (major(process.version) < OLDEST_NODE) {
    throw new SetupError(
      `Node ${OLDEST_NODE} or newer is needed; this is ${process.version}. Install it (https://nodejs.org).`,
    );
  }
  const reason = whyInstall(modules, join(root, 'package-lock.json'));
  if (!reason) return;
  say(`Setting up: ${reason}; running "npm install" (about a minute, once).`);
  const began = Date.now();
  const { status, output } = await npmInstall();
  if (status !== 0) throw new SetupError(explain(output));
  // npm leaves its own list untouched when nothing changed, and a checkout may date the lockfile later.
  utimesSync(join(modules, '.package-lock.json'), new Date(), new Date());
  say(`Setting up: packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

/** Why the packages have to be installed, or null. npm writes `.package-lock.json` as the last step of an install. */
export function whyInstall(folder, lockfile) {
  const installed = join(folder, '.package-lock.json');
  if (!existsSync(installed)) return 'the packages are not installed yet';
  if (statSync(installed).mtimeMs < statSync(lockfile).mtimeMs) return 'the list of packages has changed';
  return null;
}

function npmInstall() {
  const args = ['install', '--no-audit', '--no-fund', '--no-progress'];
  // Under "npm run" the path of the npm that runs us is known; it need not be on PATH.
  const own = process.env.npm_execpath;
  const [command, list] = own?.endsWith('npm-cli.js') ? [process.execPath, [own, ...args]] : ['npm', args];
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, list, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const forget = forward(child);
    child.on('error', () =>
      reject(new SetupError('npm was not found. Install it (it comes with Node: https://nodejs.org).')),
    );
    child.on('close', (status, signal) => {
      forget();
      if (signal) reject(new SetupError(`npm install was stopped by ${signal}; run the command again.`));
      else resolve({ status, output });
    });
  });
}

/** npm's failure in words that say what to do. */
export function explain(output) {
  const errors = output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line));
  const tail = (errors.length ? errors : output.trimEnd().split('\n')).slice(0, 12).join('\n');
  const kinds = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i,
      'the npm registry cannot be reached. Check the network (or the proxy in "npm config get proxy") and run the command again.',
    ],
    [/ENOSPC/, 'the disk is full. Free about 1 GB and run the command again.'],
    [/EACCES|EPERM|EROFS/, `no permission to write in ${root}. Make the folder your own and run the command again.`],
  ];
  const known = kinds.find(([pattern]) => pattern.test(tail));
  return `npm install failed${known ? `: ${known[1]}` : '. It said:'}\n${tail}`;
}

/** The Node that runs the TypeScript: this process's own if new enough, else the one that came with the packages. */
export function findNode() {
  if (major(process.version) >= WANTED_NODE) return process.execPath;
  const kinds = existsSync(modules) ? readdirSync(modules).filter((name) => /^node-(linux|darwin|win)/.test(name)) : [];
  const found = kinds.map((name) => join(modules, name, 'bin', 'node')).find((path) => existsSync(path));
  if (found) return found;
  throw new SetupError(
    `Node ${WANTED_NODE} or newer is needed; this is ${process.version}, and none came with the packages for ` +
      `${process.platform}-${process.arch}.\n` +
      (process.platform === 'linux'
        ? 'Remove the folder node_modules and run the command again, or install '
        : 'Install ') +
      `Node ${WANTED_NODE} (https://nodejs.org${process.platform === 'darwin' ? ', or "brew install node@24"' : ''}).`,
  );
}

/** The environment of whatever is started: the right `node` and the packages' commands come first. */
export function environment(node) {
  return { ...process.env, PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter) };
}

/** Runs a child with our standard streams; resolves to its exit status (128 + number when a signal ended it). */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const forget = forward(child);
    child.on('error', (error) =>
      reject(
        new SetupError(
          `${command} could not be started (${error.code}). Install Node ${WANTED_NODE} (https://nodejs.org) and run the command again.`,
        ),
      ),
    );
    child.on('close', (status, signal) => {
      forget();
      resolve(signal ? 128 + constants.signals[signal] : status);
    });
  });
}

/** Hands our signals on to a child; returns the function that ends it. */
function forward(child) {
  // A terminal's Ctrl-C reaches the whole process group: handing it on would make it two, and two mean "at once".
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      if (signal !== 'SIGINT' || !terminal) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/** Runs an entry point: a SetupError is told in its own words, with exit status 1. */
export async function entry(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`wirewatch: ${error.message}`);
    process.exitCode = 1;
  }
}
