import { Worker } from 'node:worker_threads';
import { FeedError } from './core/feed/feed-error.ts';
import { DEFAULT_MAX_BYTES } from './core/feed/limits.ts';
import type { ReaderAnswer, ReaderTask } from './feed-reader.worker.ts';
import { type ParseHints, ReadOvertook, type SourceDocument } from './poll-feed.ts';

/** Bounds of reading one document. */
export interface ReaderLimits {
  /** Milliseconds of CPU: the largest feed that is taken, 16 MB, needs some 2 s. */
  cpuMs: number;
  /** By the clock: behind the limit of CPU, for a machine so busy that a thread gets a sixth of a core. */
  wallMs: number;
  /** Megabytes of heap. */
  heapMb: number;
  /** Bytes of a document, decompressed. Where it is raised, CPU and heap are raised with it. */
  maxBytes: number;
}

const LIMITS: ReaderLimits = { cpuMs: 10_000, wallMs: 60_000, heapMb: 512, maxBytes: DEFAULT_MAX_BYTES };
/** How often the CPU of a document under way is looked at. Most are read before the first look. */
const LOOK_MS = 250;

/** Reads documents in a thread, where a limit can end it. */
export interface FeedReader {
  /**
   * @throws FeedError where the document is none of ours, `too-costly` where a limit ended its reader; {@link ReadOvertook} where the
   * clock did
   */
  read(bytes: Uint8Array, hints: ParseHints, now: Date): Promise<SourceDocument>;
  close(): Promise<void>;
}

interface Job {
  task: ReaderTask;
  resolve: (document: SourceDocument) => void;
  reject: (error: Error) => void;
}

/** One thread reads one document after the other: polls wait for servers nearly all of their time. Started when first needed. */
export function createFeedReader(given: Partial<ReaderLimits> = {}): FeedReader {
  const maxBytes = Math.max(DEFAULT_MAX_BYTES, given.maxBytes ?? 0);
  const limits = { ...roomFor(maxBytes), ...given, maxBytes };
  const waiting: Job[] = [];
  let thread: Worker | null = null;
  /** What the thread had used when it took the document at hand, ms of CPU: it says so itself, for asking it costs as much as a small feed. */
  let usedBefore = 0;
  let job: Job | null = null;
  let timers: NodeJS.Timeout[] = [];
  let closed = false;

  function start(): Worker {
    const worker = new Worker(new URL('./feed-reader.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    worker.on('message', (answer: ReaderAnswer) => {
      if (worker !== thread) return;
      usedBefore = answer.cpuMs;
      const done = release();
      if (done && 'document' in answer) done.resolve(answer.document);
      else if (done && 'refused' in answer) done.reject(new FeedError(answer.refused.code, answer.refused.message));
      else if (done && 'fault' in answer) done.reject(new Error(answer.fault));
      next();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      if (worker !== thread) return;
      const heap = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(heap ? tooCostly(`more than ${limits.heapMb} MB of heap`) : error);
    });
    worker.unref();
    return worker;
  }

  function release(): Job | null {
    const done = job;
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    job = null;
    thread?.unref();
    return done;
  }

  /** The thread goes, and the document that it was reading fails. */
  function end(error: Error): void {
    const done = release();
    void thread?.terminate();
    thread = null;
    usedBefore = 0;
    done?.reject(error);
    next();
  }

  function tooCostly(limit: string): FeedError {
    return new FeedError('too-costly', `${limit} for a document of ${job?.task.bytes.length ?? 0} bytes`);
  }

  function next(): void {
    if (closed || job !== null) return;
    job = waiting.shift() ?? null;
    if (job === null) return;
    thread ??= start();
    thread.ref();
    watch(thread, job);
    thread.postMessage(job.task);
  }

  function watch(worker: Worker, current: Job): void {
    const look = async () => {
      const used = await cpuOf(worker);
      if (job !== current) return;
      if ((used ?? 0) - usedBefore > limits.cpuMs) return end(tooCostly(`more than ${limits.cpuMs} ms of CPU`));
      timers.push(setTimeout(look, Math.min(LOOK_MS, limits.cpuMs)));
    };
    // By itself, not at a look: a thread that cannot be interrupted does not say what CPU it used.
    const overtaken = () => end(new ReadOvertook(`not read within ${limits.wallMs / 1000} s: the machine is busy`));
    timers.push(setTimeout(look, Math.min(LOOK_MS, limits.cpuMs)), setTimeout(overtaken, limits.wallMs));
  }

  return {
    read: (bytes, hints, now) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the feed reader is closed'));
        const task = { bytes, hints: { ...hints, maxBytes: limits.maxBytes }, now: now.getTime() };
        waiting.push({ task, resolve, reject });
        next();
      }),
    async close() {
      closed = true;
      const left = [...waiting.splice(0), release()];
      for (const one of left) one?.reject(new Error('the feed reader was closed before the document was read'));
      await thread?.terminate();
      thread = null;
    },
  };
}

/** What a document of up to so many bytes may cost: in proportion. */
function roomFor(maxBytes: number): ReaderLimits {
  const times = maxBytes / DEFAULT_MAX_BYTES;
  return {
    cpuMs: LIMITS.cpuMs * times,
    wallMs: LIMITS.wallMs * times,
    heapMb: Math.ceil(LIMITS.heapMb * times),
    maxBytes,
  };
}

/** Milliseconds of CPU that a thread has used; null where it has ended. */
async function cpuOf(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return null;
  }
}
