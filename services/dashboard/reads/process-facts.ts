import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WorkerRow, WorkerState } from '@wirewatch/shared/store/operations/workers.ts';

/** What a process uses of its machine. */
export interface ProcessFacts {
  /** Resident. */
  memoryBytes: number;
  /** Seconds of CPU a second since it started, all its threads. */
  cpuShare: number;
}

/** Ticks of /proc/PID/stat: 100 a second on Linux. */
const TICK_MS = 10;

/** A worker with what it uses; null where it is on another machine, gone, or there is no /proc. */
export type WorkerWithFacts = WorkerRow & { state: WorkerState; facts: ProcessFacts | null };

/** Adds to workers what they use. Only of this machine's can be told. */
export function withFacts(
  workers: ReadonlyArray<WorkerRow & { state: WorkerState }>,
  now: number,
): Promise<WorkerWithFacts[]> {
  const here = hostname();
  return Promise.all(
    workers.map(async (row) => {
      const told = row.host === here && row.state !== 'stopped';
      return { ...row, facts: told ? await readFacts(row.pid, now - row.startedAt) : null };
    }),
  );
}

async function readFacts(pid: number, ageMs: number): Promise<ProcessFacts | null> {
  try {
    const [status, stat] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
    // After the name, which may hold blanks and brackets, user and system time are the 12th and 13th field.
    const fields = stat.split(') ').at(-1)!.split(' ');
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    return Number.isNaN(kilobytes) ? null : { memoryBytes: kilobytes * 1024, cpuShare: cpuMs / Math.max(1000, ageMs) };
  } catch {
    return null;
  }
}
