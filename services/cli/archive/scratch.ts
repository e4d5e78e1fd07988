import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** No backup takes this long: a folder that names no living process is then left over, whatever machine it was made on. */
const DAY_MS = 86_400_000;

/**
 * Makes a folder for a copy of the whole store, for as long as a backup or restore works. Those that killed ones left behind are cleared
 * away first: each is as large as the store.
 * @param folder where it is made; the system's own for temporary files
 */
export async function scratchFolder(purpose: 'backup' | 'restore', folder = tmpdir()): Promise<string> {
  for (const name of await readdir(folder)) {
    const owner = /^ww-(?:backup|restore)-(?:(\d+)-)?\w{6}$/.exec(name);
    if (!owner) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (owner[1] === undefined ? age < DAY_MS : isAlive(Number(owner[1])) && age < DAY_MS) continue;
    // Another user's stays.
    await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
  return mkdtemp(join(folder, `ww-${purpose}-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
