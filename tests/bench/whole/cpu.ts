import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of /proc/PID/stat: 100 a second on Linux, whatever the kernel's own clock. */
const TICKS = 100;

/** CPU seconds of a process and of all its children, those that have ended too (each waited for its own). Linux only; elsewhere NaN. */
export function cpuSecondsOfTree(pid: number): number {
  const stats = new Map<number, { parent: number; ticks: number }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const fields = fieldsOf(name);
      // After the name: state, parent, ... user and system time, and those of children that were waited for.
      if (fields) stats.set(Number(name), { parent: Number(fields[1]), ticks: sum(fields.slice(11, 15)) });
    }
  } catch {
    return Number.NaN;
  }
  const within = (at: number): boolean => at === pid || (stats.has(at) && within(stats.get(at)!.parent));
  return sum([...stats].map(([at, { ticks }]) => (within(at) ? ticks : 0))) / TICKS;
}

function fieldsOf(pid: string): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  } catch {
    // It has ended since.
    return null;
  }
}

const sum = (values: ReadonlyArray<string | number>) => values.reduce<number>((all, value) => all + Number(value), 0);
