import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk that can be filled without harm to others. */
export interface SmallDisk {
  /** Takes all of its room; what is returned gives it back. */
  fill(): () => void;
  /** Takes no writes until what is returned is called. */
  lock(): () => void;
  remove(): void;
}

/** Puts a disk in memory at a folder. Null where this user may not: mounting is root's, in a container that of its capabilities. */
export function makeSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    fill() {
      const file = openSync(filler, 'w');
      for (const bytes of [1 << 20, 1 << 12]) {
        const block = new Uint8Array(bytes);
        try {
          while (writeSync(file, block) === bytes);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
      closeSync(file);
      return () => rmSync(filler, { force: true });
    },
    lock() {
      const mount = (how: string) => execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'ignore' });
      mount('ro');
      return () => mount('rw');
    },
    remove: () => execFileSync('umount', ['--lazy', folder]),
  };
}
