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

type Read = { document: SourceDocument } | { refused: { code: FeedErrorCode; message: string } } | { fault: string };

/** What the thread answers, and the CPU that it has used in its life, ms. */
export type ReaderAnswer = Read & { cpuMs: number };

parentPort?.on('message', async ({ bytes, hints, now }: ReaderTask) => {
  const answer = await answerTo(bytes, hints, new Date(now));
  const { user, system } = process.threadCpuUsage();
  parentPort?.postMessage({ ...answer, cpuMs: (user + system) / 1000 } satisfies ReaderAnswer);
});

async function answerTo(bytes: Uint8Array, hints: ParseHints, now: Date): Promise<Read> {
  try {
    return { document: await parseSource(bytes, hints, now) };
  } catch (error) {
    if (error instanceof FeedError) return { refused: { code: error.code, message: error.message } };
    return { fault: (error as Error).message };
  }
}
