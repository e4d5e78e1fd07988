import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { CleanInput } from '@wirewatch/shared/contracts/clean.ts';
import { cleanPage } from './core/clean-page.ts';
import { isReferenceLoaded, reference } from './reference.ts';

/** What the pool sends to a thread: one page at a time. */
export interface ThreadTask {
  input: CleanInput;
  frame: { version: string; keys: string[] } | null;
  now: number;
}

/** What the pool gives a thread at its start. */
export interface ThreadData {
  /** 0 to 19, as of `nice`. On Linux it counts for this thread alone; elsewhere for the process, so that it is left out there. */
  niceness: number;
}

const { niceness } = workerData as ThreadData;
if (niceness > 0 && process.platform === 'linux') setPriority(0, niceness);

parentPort?.on('message', ({ input, frame, now }: ThreadTask) => {
  try {
    const result = cleanPage(input, {
      now,
      reference,
      frame: frame && { version: frame.version, keys: new Set(frame.keys) },
    });
    parentPort?.postMessage({ result, heavy: isReferenceLoaded() });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
