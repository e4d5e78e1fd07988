import { parentPort } from 'node:worker_threads';
import type { CleanInput } from '@wirewatch/shared/contracts/clean.ts';
import { cleanPage } from './core/clean-page.ts';
import { isReferenceLoaded, reference } from './reference.ts';

/** What the pool sends to a thread: one page at a time. */
export interface ThreadTask {
  input: CleanInput;
  frame: { version: string; keys: string[] } | null;
  now: number;
}

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
