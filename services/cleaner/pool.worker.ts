import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import type { ReferenceQuestion } from './reference.child.ts';

/** What a thread is started with. */
export interface ThreadBounds {
  /** How many times the usual bounds a page may take. */
  room: number;
}

/** What the pool sends to a thread: one page at a time. */
export interface ThreadTask {
  input: CleanInput;
  frame: { version: string; keys: string[] } | null;
  now: number;
  /** What the reference made of the page, the second time that a doubted one comes. */
  reference: string | null;
}

/** What a thread answers. */
export interface ThreadAnswer {
  result?: CleanResult;
  /** The light result is doubted: what to ask the reference. */
  asks?: ReferenceQuestion;
  fault?: string;
}

// Compiled code from a cache: a thread with the parser, the model and the language tables then holds 60 MB less.
enableCompileCache();
const { cleanPage } = await import('./core/clean-page.ts');
flushCompileCache();

const { room } = workerData as ThreadBounds;
parentPort?.on('message', ({ input, frame, now, reference }: ThreadTask) => {
  const answer: ThreadAnswer = {};
  try {
    answer.result = cleanPage(input, {
      now,
      room,
      frame: frame && { version: frame.version, keys: new Set(frame.keys) },
      reference: (html, url) => {
        if (reference === null) answer.asks = { html, url };
        return reference;
      },
    });
  } catch (error) {
    answer.fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  parentPort?.postMessage(answer);
});
