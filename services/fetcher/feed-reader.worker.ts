import { parentPort } from 'node:worker_threads';
import { FeedError, type FeedErrorCode } from './core/feed/feed-error.ts';
import { parseSource } from './parse-source.ts';
import type { ParseHints, SourceDocument } from './poll-feed.ts';

/** What the reader sends to its thread: one document at a time. */
export interface ReaderTask {
  bytes: Uint8Array;
  hints: ParseHints;
  now: number;
}

/** What the thread answers. */
export type ReaderAnswer =
  | { document: SourceDocument }
  | { refused: { code: FeedErrorCode; message: string } }
  | { fault: string };

parentPort?.on('message', async ({ bytes, hints, now }: ReaderTask) => {
  parentPort?.postMessage(await answerTo(bytes, hints, new Date(now)));
});

async function answerTo(bytes: Uint8Array, hints: ParseHints, now: Date): Promise<ReaderAnswer> {
  try {
    return { document: await parseSource(bytes, hints, now) };
  } catch (error) {
    if (error instanceof FeedError) return { refused: { code: error.code, message: error.message } };
    return { fault: (error as Error).message };
  }
}
