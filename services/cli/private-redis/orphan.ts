import { execFile } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const exec = promisify(execFile);
const END_MS = 15_000;

/** Whether a process of this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Ends a server that outlived its parent. Called under the folder's lock: whatever server is still here has no owner.
 * It is ended rather than taken over, because a child of our own is the only one whose end we are told of.
 */
export async function endOrphan(options: { folder: string; path: string; log: (line: string) => void }): Promise<void> {
  const { folder, path, log } = options;
  const pidfile = join(folder, 'redis.pid');
  const pid = pidOf(pidfile);
  if (pid && isAlive(pid) && (await isServerOf(pid, folder, path))) {
    log(`ending a private Redis that a killed wirewatch left behind (process ${pid})`);
    process.kill(pid, 'SIGTERM');
    const began = Date.now();
    for (let forced = false; isAlive(pid); await sleep(50)) {
      if (Date.now() - began > 2 * END_MS)
        throw new Error(`a Redis left behind in ${folder} cannot be ended (process ${pid})`);
      if (!forced && Date.now() - began > END_MS) {
        process.kill(pid, 'SIGKILL');
        forced = true;
      }
    }
  }
  rmSync(pidfile, { force: true });
}

function pidOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** Process ids are used again, so the process must also be a Redis that works in this folder or on this socket. */
async function isServerOf(pid: number, folder: string, path: string): Promise<boolean> {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) === folder)
      return /redis|valkey/.test(readFileSync(`/proc/${pid}/cmdline`, 'latin1'));
  } catch {
    // No /proc (macOS), or not ours to read: the title says on which socket it listens.
  }
  const { stdout } = await exec('ps', ['-ww', '-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(path);
}
