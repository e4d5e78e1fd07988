import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureRedisBinary, type RedisBinary, redisEnvironment } from './binary.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { endOrphan, isAlive } from './orphan.ts';
import { ping } from './ping.ts';
import { socketPath } from './socket-path.ts';

export interface PrivateRedis {
  /** Unix socket, for ioredis and BullMQ: `{ path }`. The same at every start of the same folder. */
  path: string;
  pid: number;
  /** Settles when the server has ended, whether asked to or not. */
  closed: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends the server after it has written its log of commands to disk. May be called twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder for the server's data, log and lock; made when missing. */
  dir: string;
  log: (line: string) => void;
  binary?: RedisBinary;
}

/** Another living process has a server on the folder. */
export class RedisInUse extends Error {
  readonly path: string;
  constructor(dir: string, path: string, owner: string) {
    super(
      `${dir} is in use by another wirewatch (process ${owner}). Stop that one, or choose another folder with --data.`,
    );
    this.path = path;
  }
}

const LOG_LIMIT = 1_000_000;
/** Redis flushes and closes within a second unless the disk is stuck. */
const STOP_MS = 15_000;

/**
 * Starts a Redis of our own on a unix socket: no port, commands logged to disk every second, nothing evicted (BullMQ
 * loses jobs otherwise). Resolves when it answers. A server whose parent was killed is ended first, so that two never
 * write one folder. Throws `RedisInUse`, or an error with the end of the server's log.
 */
export async function startPrivateRedis({ dir, log, binary }: StartOptions): Promise<PrivateRedis> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dir);
  const path = socketPath(folder);
  const lock = lockFolder(folder);
  if (!lock) throw new RedisInUse(folder, path, read(join(folder, 'owner')) || 'unknown');
  try {
    writeFileSync(join(folder, 'owner'), String(process.pid));
    await endOrphan({ folder, path, log });
    rmSync(path, { force: true });
    return await start(binary ?? (await ensureRedisBinary({ log })), folder, path, lock, log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(
  binary: RedisBinary,
  folder: string,
  path: string,
  lock: FolderLock,
  log: (line: string) => void,
): Promise<PrivateRedis> {
  const logfile = join(folder, 'redis.log');
  if ((statSync(logfile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) truncateSync(logfile);
  const child = spawn(binary.command, settings(folder, path, logfile), {
    argv0: binary.argv0,
    env: redisEnvironment(binary),
    cwd: folder,
    stdio: 'ignore',
    // A group of its own: a terminal's Ctrl-C must not end the queue before the workers have handed back their jobs.
    detached: true,
  });
  const closed = ending(child);
  // Redis writes this file itself, but only after a moment in which we could be killed.
  if (child.pid) writeFileSync(join(folder, 'redis.pid'), String(child.pid));
  const endWithUs = () => child.kill('SIGTERM');
  process.on('exit', endWithUs);
  closed.then(() => {
    process.off('exit', endWithUs);
    lock.release();
  });
  try {
    await ready(path, closed, log);
  } catch (error) {
    await end(child, closed);
    const last = read(logfile).trimEnd().split('\n').slice(-4).join('\n');
    throw new Error(
      `the private Redis did not start (${error instanceof Error ? error.message : error}). The end of ${logfile}:\n${last}\n` +
        `It holds only the queues, the database holds the truth: if its files are damaged, move ${folder} away and start again.`,
    );
  }
  log(`private Redis ${binary.version} is ready (process ${child.pid}, ${path})`);
  return { path, pid: child.pid!, closed, stop: () => end(child, closed) };
}

function settings(folder: string, path: string, logfile: string): string[] {
  return Object.entries({
    port: '0',
    unixsocket: path,
    unixsocketperm: '700',
    dir: folder,
    logfile,
    pidfile: join(folder, 'redis.pid'),
    daemonize: 'no',
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
  }).flatMap(([name, value]) => [`--${name}`, value]);
}

function ending(child: ChildProcess): PrivateRedis['closed'] {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Waits for an answer. A server that is reading a long log of commands says so, and is given all the time it needs. */
async function ready(path: string, closed: PrivateRedis['closed'], log: (line: string) => void): Promise<void> {
  let ended = false;
  closed.then(() => {
    ended = true;
  });
  const began = Date.now();
  for (let told = false; ; ) {
    const answer = await ping(path);
    if (answer === 'ready') return;
    if (ended) throw new Error('it ended at once');
    if (answer === 'loading' && !told) {
      log('private Redis is reading its data');
      told = true;
    }
    if (answer === 'silent' && Date.now() - began > STOP_MS) throw new Error('it does not answer');
    await sleep(20);
  }
}

async function end(child: ChildProcess, closed: PrivateRedis['closed']): Promise<void> {
  // SIGTERM is Redis's SHUTDOWN: it writes and syncs the log of commands, then ends.
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await closed;
  clearTimeout(timer);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The socket of the server that another living process has on this folder, or null: for commands that join it. */
export async function findPrivateRedis(dir: string): Promise<{ path: string; owner: number } | null> {
  const owner = Number(read(join(dir, 'owner')));
  if (!owner || !isAlive(owner)) return null;
  const path = socketPath(realpathSync(dir));
  return (await ping(path)) === 'silent' ? null : { path, owner };
}
