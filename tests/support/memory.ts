import { readFileSync } from 'node:fs';

/** Megabytes that a process holds, what it shares with others counted in proportion. Linux only; elsewhere NaN. */
export function proportionalMegabytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
