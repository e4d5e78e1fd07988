import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasDebianPackages, TOOLS, unpackDebian } from './debian-packages.ts';
import { isProgram, onPath } from './on-path.ts';

/** BullMQ asks for 6.2 (LMOVE and what came with it). */
const OLDEST: readonly [number, number] = [6, 2];

export interface RedisBinary {
  command: string;
  /** How the program has to be called: Debian's one binary is the server when its name says so. */
  argv0: string;
  /** Folders of libraries that came with it. */
  libraries: string[];
  version: string;
}

export interface Lookup {
  log: (line: string) => void;
  /** PATH to look in; default this process's. */
  path?: string;
  /** Where fetched programs are kept; default `.tools/` of the clone. */
  tools?: string;
}

/**
 * A Redis (or Valkey) server: of this machine, or fetched earlier, or fetched now on Debian and Ubuntu without installing
 * anything. Throws a message that says what to install where none can be had.
 */
export async function ensureRedisBinary({ log, path, tools = TOOLS }: Lookup): Promise<RedisBinary> {
  const installed = await installedBinary(path, log);
  if (installed) return installed;
  const tree = join(tools, 'redis');
  const kept = await unpackedBinary(tree);
  if (kept) return kept;
  let why = `this is ${process.platform}, where none can be fetched`;
  if (await hasDebianPackages(path)) {
    log('no Redis on this machine: fetching one into .tools/redis (2 MB, nothing is installed)');
    try {
      await unpackDebian({ packages: ['redis-tools'], into: tree, log });
      const fetched = await unpackedBinary(tree);
      if (fetched) return fetched;
      why = 'the one fetched from the distribution does not run here';
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(
    `Redis ${OLDEST.join('.')} or newer (or Valkey) is needed and none was found: ${why}. Install it ` +
      '("apt-get install redis-server", "brew install redis", "dnf install valkey"), or name a running one in REDIS_URL.',
  );
}

/** The server that would be started without fetching one; null where one would have to be fetched. */
export async function findRedisBinary(): Promise<RedisBinary | null> {
  return (await installedBinary(undefined, () => undefined)) ?? (await unpackedBinary(join(TOOLS, 'redis')));
}

async function installedBinary(path: string | undefined, log: (line: string) => void): Promise<RedisBinary | null> {
  // A machine with redis-tools but without the server has the server all the same, under the name of its checker.
  for (const [name, argv0] of [
    ['valkey-server', 'valkey-server'],
    ['redis-server', 'redis-server'],
    ['redis-check-rdb', 'redis-server'],
  ] as const) {
    const command = await onPath(name, path);
    const binary = command && probe({ command, argv0, libraries: [] });
    if (binary && recent(binary.version)) return binary;
    if (binary) log(`${command} is version ${binary.version}, too old; looking for another`);
  }
  return null;
}

async function unpackedBinary(tree: string): Promise<RedisBinary | null> {
  const lib = join(tree, 'usr/lib');
  const libraries = (await readdir(lib).catch(() => [])).map((name) => join(lib, name));
  for (const name of ['redis-server', 'redis-check-rdb', 'valkey-server', 'valkey-check-rdb']) {
    const command = join(tree, 'usr/bin', name);
    if (!(await isProgram(command))) continue;
    const binary = probe({ command, argv0: name.replace('check-rdb', 'server'), libraries });
    if (binary && recent(binary.version)) return binary;
  }
  return null;
}

function probe(candidate: Omit<RedisBinary, 'version'>): RedisBinary | null {
  // execFile would drop argv0 without a word.
  const options = {
    argv0: candidate.argv0,
    env: redisEnvironment(candidate),
    timeout: 10_000,
    encoding: 'utf8',
  } as const;
  const version = /server v=(\d+\.\d+\.\d+)/.exec(spawnSync(candidate.command, ['--version'], options).stdout)?.[1];
  return version ? { ...candidate, version } : null;
}

function recent(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** What the server's process finds in its environment. */
export function redisEnvironment({ libraries }: Pick<RedisBinary, 'libraries'>): NodeJS.ProcessEnv {
  // Redis 7 refuses to start under a LANG that the machine has not generated; its collation is of no use to queues.
  const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, LC_ALL: 'C' };
  if (libraries.length > 0) env.LD_LIBRARY_PATH = libraries.join(':');
  return env;
}
