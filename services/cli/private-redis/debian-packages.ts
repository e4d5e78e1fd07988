import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { onPath } from './on-path.ts';

const exec = promisify(execFile);

/** `.tools/` of the clone: programs fetched for it alone, nothing of the machine is changed. */
export const TOOLS = join(import.meta.dirname, '../../../.tools');

/** Whether programs can be had by `unpackDebian` on this machine. */
export async function hasDebianPackages(path?: string): Promise<boolean> {
  return (await onPath('apt-get', path)) !== null && (await onPath('dpkg-deb', path)) !== null;
}

export interface Unpack {
  /** Names of Debian packages; what they depend on and the machine lacks comes along. */
  packages: string[];
  /** The folder that will hold their tree (`usr/bin`, `usr/lib`, ...). Appears whole or not at all. */
  into: string;
  log: (line: string) => void;
}

/**
 * Unpacks Debian or Ubuntu packages without installing them, and without being root. The machine's own package lists
 * are used first; where they are empty (fresh containers) new ones are read into a private folder.
 * Throws with apt's own words when the packages cannot be had.
 */
export async function unpackDebian({ packages, into, log }: Unpack): Promise<void> {
  if (existsSync(into)) return;
  const work = `${into}.partial-${process.pid}`;
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, 'debs'), { recursive: true });
  try {
    const options = await download(packages, join(work, 'debs'), log);
    const debs = (await readdir(join(work, 'debs'))).filter((name) => name.endsWith('.deb'));
    if (debs.length === 0) throw new Error(`apt-get ${options.join(' ')} gave no package for ${packages.join(', ')}`);
    for (const deb of debs) await exec('dpkg-deb', ['-x', join(work, 'debs', deb), join(work, 'root')]);
    await mkdir(dirname(into), { recursive: true });
    await rename(join(work, 'root'), into).catch((error: NodeJS.ErrnoException) => {
      // Another process was quicker: its tree is as good.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(packages: string[], folder: string, log: (line: string) => void): Promise<string[]> {
  const machine: string[] = [];
  try {
    await apt([...machine, 'download', ...(await withMissing(packages, machine))], folder);
    return machine;
  } catch {
    const own = await privateLists(log);
    await apt([...own, 'download', ...(await withMissing(packages, own))], folder);
    return own;
  }
}

/** The packages themselves and those of their dependencies that an installation would bring. */
async function withMissing(packages: string[], options: string[]): Promise<string[]> {
  const simulated = await apt([...options, 'install', '-s', '--no-install-recommends', ...packages], '/');
  const names = [...simulated.matchAll(/^Inst (\S+)/gm)].map((match) => match[1]!);
  return [...new Set([...packages, ...names])];
}

/** Reads package lists into `.tools/apt`; returns the options that make apt use them. */
async function privateLists(log: (line: string) => void): Promise<string[]> {
  const folder = join(TOOLS, 'apt');
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  const options = ['-o', `Dir::State::lists=${folder}/lists`, '-o', `Dir::Cache=${folder}/cache`];
  log('reading the package lists of this machine’s Debian into .tools/apt (once)');
  await apt([...options, 'update'], folder);
  return options;
}

async function apt(args: string[], cwd: string): Promise<string> {
  // Without locks and without its own user, apt works for anyone in folders that are theirs.
  const options = ['-q', '-o', 'Debug::NoLocking=1', '-o', 'APT::Sandbox::User=root', '-o', 'Acquire::Retries=2'];
  try {
    const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
    return (await exec('apt-get', [...options, ...args], { cwd, env, maxBuffer: 2 ** 25 })).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`apt-get could not fetch: ${said.split('\n').slice(-3).join(' ')}`);
  }
}
