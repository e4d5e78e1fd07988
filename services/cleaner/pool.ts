import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { CleanInput, CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { failed } from './core/failed.ts';
import type { FrameKeys } from './core/frame/frame-memory.ts';
import type { ThreadAnswer, ThreadBounds, ThreadTask } from './pool.worker.ts';

export interface CleanPoolOptions {
  /** Threads at most. One is started when first needed, a further one when {@link WORTH} pages have come to those that run. */
  size: number;
  /** Milliseconds of CPU that one page may take. By the clock it may take {@link WALL_FACTOR} times as long. */
  timeoutMs: number;
  /** Megabytes of heap that one thread may hold, times the room. */
  heapMb: number;
  /** Memory before speed: less room for new objects. */
  small?: boolean;
  /** How many times the usual bounds a page may take; default 1. */
  room?: number;
  /** A page's bytes are moved into the thread instead of copied: the caller's array is empty then. */
  takesBytes?: boolean;
  /** Milliseconds that a fresh thread may take on top, to load its modules and tables. */
  startGraceMs?: number;
}

export interface CleanPool {
  /**
   * Cleans one page in a thread. A page over the CPU or heap limit resolves to outcome `quarantined` with the limit and
   * the page's size in its reason, and its thread is replaced. Rejects with {@link PageOvertook}, and after
   * `close()`.
   */
  clean(input: CleanInput, frame?: FrameKeys | null): Promise<CleanResult>;
  close(): Promise<void>;
}

interface Job {
  task: ThreadTask;
  bytes: number;
  /** The light result of a page whose reference is being asked. */
  light: CleanResult | null;
  resolve: (result: CleanResult) => void;
  reject: (error: Error) => void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | null;
  pages: number;
  /** Milliseconds of CPU that it had used when it answered last. */
  usedMs: number;
}

/**
 * Pages after which a further thread pays. A fresh one takes 1.5 s of CPU more than a warm one for its first hundred pages (modules,
 * tables, code that is compiled while it runs): for a stream of some hundred pages that is as much as the pages themselves.
 */
const WORTH = 250;
/**
 * Pages after which V8's best code pays. It is made on other threads of what was called some thousand times: a fifth of all CPU of the
 * first 150 pages. Until then it is put off for five times as many calls. Put off until 1,000 pages, those from 500 on cost a tenth more,
 * and such a process holds 160 MB more at its end.
 */
const WORTH_BEST_CODE = 250;
/** Megabytes of new objects a thread, three halves' worth: 16 a half, of which a page of 100 kB makes some 10. */
const YOUNG_MB = { large: 48, small: 8 };
/** A half of them. */
const HALVES = 3;
/** A fresh thread loads its modules and tables before its first page; that time is not the page's. */
const START_GRACE_MS = 5000;

/** On a machine at a load of 30 a thread gets a thirtieth of a core: a good page of 2.5 MB took 20 s there, and .6 s of CPU. */
const WALL_FACTOR = 10;
/** How often the CPU of a page under way is read: a fiftieth of a second's work of ours each time is nothing. */
const LOOK_MS = 250;
/** A thread in native code does not say what it has used: then the clock alone counts. */
const ANSWER_MS = 1000;

/** By the clock a page took too long, by its CPU it did not: the machine is busy, or the thread hangs. */
export class PageOvertook extends Error {
  override name = 'PageOvertook';
}

/** A pool of worker threads that keeps the DOM work off the caller's event loop. Holds no thread until the first page. */
export function createCleanPool({
  size,
  timeoutMs,
  heapMb: usualHeapMb,
  small = false,
  room = 1,
  takesBytes = false,
  startGraceMs = START_GRACE_MS,
}: CleanPoolOptions): CleanPool {
  const heapMb = usualHeapMb * room;
  const waiting: Job[] = [];
  const threads = new Set<Thread>();
  const ending = new Set<Promise<unknown>>();
  let closed = false;
  let given = 0;

  function start(): Thread {
    // The process's own flags would hold for the thread as well, and it does a tenth of the work: what is set now is the thread's.
    if (given < WORTH_BEST_CODE) setFlagsFromString('--efficiency-mode');
    setFlagsFromString('--expose-gc');
    if (!small)
      for (const bound of ['max', 'min']) setFlagsFromString(`--${bound}-semi-space-size=${YOUNG_MB.large / HALVES}`);
    const worker = new Worker(new URL('./pool.worker.ts', import.meta.url), {
      workerData: { room, newBytes: (YOUNG_MB[small ? 'small' : 'large'] / HALVES) * 2 ** 20 } satisfies ThreadBounds,
      resourceLimits: {
        maxOldGenerationSizeMb: heapMb,
        maxYoungGenerationSizeMb: YOUNG_MB[small ? 'small' : 'large'],
      },
    });
    const thread: Thread = { worker, job: null, timer: null, pages: 0, usedMs: 0 };
    worker.on('message', ({ result, goesOn, fault, usedMs }: ThreadAnswer) => {
      thread.usedMs = usedMs;
      const job = release(thread);
      if (job && result && goesOn) return hold(thread, { ...job, light: result }, timeoutMs);
      if (result) job?.resolve(result);
      else if (job) fail(job, `a fault in the cleaner: ${fault?.split('\n')[0]}`);
      next();
    });
    worker.on('error', (error: Error & { code?: string }) => {
      const job = release(thread);
      const heap = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const limit = `more than ${heapMb} MB of heap for a page of ${sizeOf(job)}`;
      if (job) fail(job, heap ? limit : `a fault in the cleaner: ${error.message}`);
      retire(thread);
      next();
    });
    worker.on('exit', () => {
      const job = release(thread);
      if (job) fail(job, 'the cleaning thread ended in the middle of the page');
      threads.delete(thread);
      if (!closed) next();
    });
    worker.unref();
    threads.add(thread);
    return thread;
  }

  /** A page that was clean once, before its reference was asked, stays so: whatever the reference ran into. */
  function fail(job: Job, reason: string): void {
    job.resolve(job.light ?? failed('quarantined', reason));
  }

  function release(thread: Thread): Job | null {
    const { job } = thread;
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = null;
    thread.job = null;
    if (job) thread.worker.unref();
    return job;
  }

  function retire(thread: Thread): void {
    threads.delete(thread);
    const end = thread.worker.terminate();
    ending.add(end);
    void end.finally(() => ending.delete(end));
  }

  function next(): void {
    if (closed) return;
    const job = waiting[0];
    const free = job && ([...threads].find((t) => t.job === null) ?? (mayStart() ? start() : null));
    if (!free) return;
    waiting.shift();
    give(free, job);
  }

  function mayStart(): boolean {
    return threads.size === 0 || (threads.size < size && given >= WORTH * threads.size);
  }

  function give(free: Thread, job: Job): void {
    hold(free, job, timeoutMs + (free.pages === 0 ? startGraceMs : 0));
    free.pages += 1;
    given += 1;
    if (given === WORTH_BEST_CODE) setFlagsFromString('--no-efficiency-mode');
    free.worker.postMessage(job.task, takesBytes ? ownBytes(job.task.input.body) : []);
    next();
  }

  /** The thread is at work on the job, and may be for so long. */
  function hold(thread: Thread, job: Job, cpuMs: number): void {
    thread.job = job;
    thread.worker.ref();
    limit(thread, job, cpuMs);
  }

  /** Ends a page that takes more CPU than it may, or far longer than that by the clock. */
  function limit(thread: Thread, job: Job, cpuMs: number): void {
    const began = performance.now();
    // Between two pages it uses none.
    const before = thread.usedMs;
    const look = async () => {
      const now = (await cpuOf(thread.worker)) ?? before;
      const wallMs = performance.now() - began;
      if (thread.job !== job) return;
      const spentMs = now - before;
      const over = spentMs > cpuMs;
      if (!over && wallMs <= cpuMs * WALL_FACTOR) {
        thread.timer = setTimeout(look, Math.min(LOOK_MS, Math.max(1, cpuMs - spentMs)));
        return;
      }
      release(thread);
      if (over) fail(job, `more than ${timeoutMs} ms of CPU for a page of ${sizeOf(job)}`);
      else if (job.light) job.resolve(job.light);
      else job.reject(new PageOvertook(`${Math.round(wallMs / 1000)} s by the clock for a page of ${sizeOf(job)}`));
      retire(thread);
      next();
    };
    thread.timer = setTimeout(look, Math.min(LOOK_MS, cpuMs));
  }

  return {
    clean(input, frame = null) {
      if (closed) return Promise.reject(new Error('the clean pool is closed'));
      return new Promise((resolve, reject) => {
        const keys = frame && { version: frame.version, keys: [...frame.keys] };
        const task = { input, frame: keys, now: Date.now() };
        waiting.push({ task, bytes: input.body.length, light: null, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      for (const job of waiting.splice(0))
        job.reject(new Error('the clean pool was closed before the page was cleaned'));
      for (const thread of [...threads]) {
        release(thread)?.reject(new Error('the clean pool was closed in the middle of the page'));
        retire(thread);
      }
      await Promise.all(ending);
    },
  };
}

/** Milliseconds of CPU that a thread has used; null where it does not say so: not yet begun, ended, or deep in native code. */
async function cpuOf(worker: Worker): Promise<number | null> {
  const silent = new AbortController();
  try {
    const asked = worker.cpuUsage().then(({ user, system }) => (user + system) / 1000);
    return await Promise.race([asked, sleep(ANSWER_MS, null, { signal: silent.signal })]);
  } catch {
    return null;
  } finally {
    silent.abort();
  }
}

function sizeOf(job: Job | null): string {
  return `${job?.bytes ?? 0} bytes`;
}

/** What can be handed over without a copy: an array that is no part of a larger one. */
function ownBytes(body: Uint8Array | string): ArrayBuffer[] {
  if (typeof body === 'string' || body.byteLength !== body.buffer.byteLength) return [];
  return body.buffer instanceof ArrayBuffer ? [body.buffer] : [];
}
