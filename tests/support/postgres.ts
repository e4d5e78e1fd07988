import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onPath } from '../../services/cli/private-redis/on-path.ts';
import { ensurePostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

export interface PrivatePostgres {
  /** `postgres://...` of an empty database of its own. */
  url: string;
  /** The server's process; null where it is not ours. */
  pid: () => number | null;
  /** Kills the server as a crash would, and starts it again on its data; null where it is not ours to kill (DATABASE_URL_TEST). */
  crash: (() => Promise<{ revive(): Promise<void> }>) | null;
  /** Drops the database, and ends and removes the cluster where it was started for this call. */
  stop(): Promise<void>;
}

/** Settings as in postgresql.conf. */
export type PostgresSettings = Readonly<Record<string, string | number>>;

const READY_MS = 30_000;

/**
 * An empty Postgres database for a test: in the server that DATABASE_URL_TEST names, else in a private cluster on
 * loopback which does not sync to disk (a test's data need not survive a power cut), unless it is to be `durable`. Where it is to have
 * settings of its own it is a cluster of its own in any case.
 */
export async function startPrivatePostgres(
  options: { binaries?: PostgresBinaries; durable?: boolean; settings?: PostgresSettings } = {},
): Promise<PrivatePostgres> {
  const { binaries, durable = false, settings } = options;
  const given = process.env.DATABASE_URL_TEST;
  if (given && !binaries && !settings)
    return database({ url: given, stop: async () => {}, crash: null, pid: () => null });
  const found = binaries ?? (await ensurePostgresBinaries({ log: (line) => process.stderr.write(`${line}\n`) }));
  const cluster = await startCluster(found, durable, settings);
  return database(cluster);
}

async function database({ url: server, stop: stopServer, crash, pid }: PrivatePostgres): Promise<PrivatePostgres> {
  const name = `wirewatch_test_${randomBytes(6).toString('hex')}`;
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    crash,
    pid,
    async stop() {
      await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await stopServer();
    },
  };
}

async function startCluster(
  binaries: PostgresBinaries,
  durable: boolean,
  settings: PostgresSettings = {},
): Promise<PrivatePostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  const user = process.getuid?.() === 0 ? unprivileged() : null;
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) execFileSync('chown', [`${user.uid}:${user.gid}`, data]);
  const { bin, libraries } = user ? reachable(binaries, folder) : binaries;
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  if (libraries.length > 0) env.LD_LIBRARY_PATH = libraries.join(':');
  const prefix = await launcher(user);
  const command = (name: string, args: string[]): [string, string[]] => {
    const [first, ...rest] = [...prefix, join(bin, name), ...args];
    return [first!, rest];
  };
  let server: ChildProcess | null = null;
  const kill = async () => {
    // SIGQUIT is Postgres's immediate shutdown: it writes nothing more, as in a crash.
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server!.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
    }
  };
  const stop = async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const made = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
    const [initdb, initArgs] = command('initdb', made);
    execFileSync(initdb, initArgs, { cwd: data, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const port = await freePort();
    const options = {
      ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
      unix_socket_directories: '',
      port,
      ...settings,
    };
    const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const [postgres, args] = command('postgres', ['-D', data, '-c', 'listen_addresses=127.0.0.1', ...flags]);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    const start = async () => {
      server = spawn(postgres, args, { cwd: data, env, stdio: ['ignore', 'ignore', 'pipe'] });
      await ready(server, url);
    };
    await start();
    const crash = async () => {
      await kill();
      return { revive: start };
    };
    return { url, stop, crash, pid: () => server?.pid ?? null };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(server: ChildProcess, url: string): Promise<void> {
  let said = '';
  server.stderr!.on('data', (chunk) => {
    said = (said + chunk).slice(-4000);
  });
  const began = Date.now();
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() - began > READY_MS) {
        throw new Error(
          `the private Postgres did not start: ${error instanceof Error ? error.message : error}\n${said}`,
        );
      }
    }
    await sleep(50);
  }
}

interface User {
  uid: number;
  gid: number;
}

/** Postgres refuses to run as root: some user that owns nothing worth having. */
function unprivileged(): User {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65534, gid: 65534 };
}

/** The words before a command that make it run as `user` and end when we are killed, as far as the machine can. */
async function launcher(user: User | null): Promise<string[]> {
  const setpriv = await onPath('setpriv');
  if (!setpriv && user)
    throw new Error('the tests run as root, and setpriv (util-linux) is needed to start Postgres as another user');
  if (!setpriv) return [];
  const identity = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : [];
  return [setpriv, ...identity, '--pdeathsig', 'QUIT'];
}

/** Programs under a folder that only root may enter (a clone in /root) are copied to where the other user can go. */
function reachable(binaries: PostgresBinaries, folder: string): PostgresBinaries {
  const tree = binaries.bin.replace(/\/usr\/lib\/postgresql\/\d+\/bin$/, '');
  if (binaries.libraries.length === 0 || openToAll(tree)) return binaries;
  const copy = join(folder, 'programs');
  cpSync(tree, copy, { recursive: true, verbatimSymlinks: true });
  const moved = (path: string) => path.replace(tree, copy);
  return { bin: moved(binaries.bin), libraries: binaries.libraries.map(moved) };
}

function openToAll(path: string): boolean {
  accessSync(path);
  for (let at = path; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005) return false;
  return true;
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
