import { type ChildProcess, fork } from 'node:child_process';
import type { ReferenceAnswer, ReferenceQuestion } from './reference.child.ts';

/** The reference extractor in a process of its own, so that what jsdom holds goes with it. */
export interface ReferenceProcess {
  /** The article's HTML by the reference; null where it finds none, or ran into its time or heap limit. Never rejects. */
  ask(question: ReferenceQuestion): Promise<string | null>;
  close(): void;
}

/** Megabytes of heap; jsdom takes some 60 and a page of 20,000 elements some 80. */
const HEAP_MB = 224;
/** It ends when its memory is past this after a page: jsdom's windows leak, and after its first page it has 142. */
const MOST_MB = 180;
/**
 * It ends when nothing was asked for so long. One page in seventy asks, and a start costs as much as six answers: at a page a second it
 * lives on. On a small machine its memory counts for more, which is nearly as much as the rest of the cleaner's.
 */
const IDLE_MS = { large: 90_000, small: 5000 };
/** A fresh process loads jsdom before its first page; that time is not the page's. */
const START_GRACE_MS = 10_000;

/** glibc gives freed memory back at once then: 40 of 250 MB. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' };

interface Waiting {
  question: ReferenceQuestion;
  answer: (html: string | null) => void;
}

/** Starts the process when it is first asked; one page at a time, `timeoutMs` each. */
export function createReferenceProcess(timeoutMs: number, small = false): ReferenceProcess {
  const idleMs = IDLE_MS[small ? 'small' : 'large'];
  const waiting: Waiting[] = [];
  let child: ChildProcess | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | null = null;

  function start(): ChildProcess {
    const fresh = fork(new URL('./reference.child.ts', import.meta.url), {
      execArgv: [
        `--max-old-space-size=${HEAP_MB}`,
        '--max-semi-space-size=2',
        '--optimize-for-size',
        '--v8-pool-size=1',
      ],
      // Nothing of the service's environment: this process reads hostile pages.
      env: { ...ENVIRONMENT, TMPDIR: process.env.TMPDIR, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    fresh.on('message', ({ html, rssMb }: ReferenceAnswer) => {
      if (fresh !== child) return;
      if (rssMb > MOST_MB) end();
      settle(html);
    });
    const gone = (): void => {
      if (fresh !== child) return;
      child = null;
      settle(null);
    };
    fresh.on('exit', gone);
    fresh.on('error', gone);
    hold(fresh, false);
    return fresh;
  }

  /** A process at rest keeps nobody's event loop alive. */
  function hold(process: ChildProcess, busy: boolean): void {
    if (busy) process.ref();
    else process.unref();
    if (busy) process.channel?.ref();
    else process.channel?.unref();
  }

  function end(): void {
    const ended = child;
    child = null;
    ended?.kill('SIGKILL');
  }

  function settle(html: string | null): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const answered = current;
    current = null;
    if (child) hold(child, false);
    answered?.answer(html);
    next();
  }

  function next(): void {
    if (current) return;
    current = waiting.shift() ?? null;
    if (timer) clearTimeout(timer);
    timer = null;
    if (!current) {
      if (child) timer = setTimeout(end, idleMs).unref();
      return;
    }
    const grace = child ? 0 : START_GRACE_MS;
    child ??= start();
    hold(child, true);
    timer = setTimeout(() => {
      end();
      settle(null);
    }, timeoutMs + grace);
    child.send(current.question, (error) => error && child?.kill('SIGKILL'));
  }

  return {
    ask: (question) =>
      new Promise((answer) => {
        waiting.push({ question, answer });
        next();
      }),
    close() {
      for (const { answer } of waiting.splice(0)) answer(null);
      end();
      settle(null);
    },
  };
}
