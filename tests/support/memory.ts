import { readFileSync } from 'node:fs';

/** Megabytes that a process holds, what it shares with others counted in proportion. Linux only; elsewhere NaN. */
export function proportionalMegabytes(pid: number): number {
  return megabytes(pid, 'Pss');
}

/** Megabytes of its own: without files that are mapped, as the store's is, which the system takes back when it needs them. */
export function ownMegabytes(pid: number): number {
  return megabytes(pid, 'Pss_Anon');
}

function megabytes(pid: number, name: string): number {
  try {
    const told = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(told?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
