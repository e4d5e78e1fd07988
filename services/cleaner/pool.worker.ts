import { enableCompileCache, flushCompileCache } from 'node:module';
import { getHeapSpaceStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';

/** What a thread is started with. */
export interface ThreadBounds {
  /** How many times the usual bounds a page may take. */
  room: number;
  /** Bytes of new objects that it may make before V8 collects. */
  newBytes: number;
}

/** What the pool sends to a thread: one page at a time. */
export interface ThreadTask {
  input: CleanInput;
  frame: { version: string; keys: string[] } | null;
  now: number;
}

/** What a thread answers. */
export interface ThreadAnswer {
  result?: CleanResult;
  /** The result is doubted, and the reference is asked now: another answer follows. */
  goesOn?: boolean;
  fault?: string;
  /** Milliseconds of CPU that the thread has used up to now. */
  usedMs: number;
}

// Compiled code from a cache: a thread with the parser, the model and the language tables then holds 60 MB less.
enableCompileCache();
const [{ cleanPage }, { reference }] = await Promise.all([import('./core/clean-page.ts'), import('./reference.ts')]);
flushCompileCache();

const { room, newBytes } = workerData as ThreadBounds;
/** The pool lets its threads ask for a collection. */
const { gc } = globalThis as { gc?: (options: { type: 'minor' }) => void };

/**
 * Collects new objects between two pages where half of their room is used: nothing of a page lives then, while in the midst of the next one
 * half of its tree would be copied, and with it grow old what is soon dead.
 */
function tidy(): void {
  const used = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_used_size ?? 0;
  if (used > newBytes / 2) gc?.({ type: 'minor' });
}

const answer = (given: Omit<ThreadAnswer, 'usedMs'>): void => {
  const { user, system } = process.threadCpuUsage();
  parentPort?.postMessage({ ...given, usedMs: (user + system) / 1000 } satisfies ThreadAnswer);
};

parentPort?.on('message', ({ input, frame, now }: ThreadTask) => {
  try {
    const result = cleanPage(input, {
      now,
      room,
      frame: frame && { version: frame.version, keys: new Set(frame.keys) },
      reference(html, url, doubted) {
        answer({ result: doubted, goesOn: true });
        return reference(html, url);
      },
    });
    answer({ result });
    setImmediate(tidy);
  } catch (error) {
    answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
