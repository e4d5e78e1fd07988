import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { watchEventLoop } from './event-loop-watch.ts';
import { rotateLog } from './rotate-log.ts';

const COMMAND = fileURLToPath(new URL('../bin/wirewatch.mjs', import.meta.url));
/**
 * glibc keeps two heaps for the threads of a process, not eight a core, each with what its threads left in it; and gives the memory of
 * large pieces back (of the cleaner some 70 MB less after 500 pages), as it does in the image.
 */
const GIVE_BACK = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '32768' };
/** Names are looked up on libuv's threads, 4 by default, and some slow dead names would hold up all others. */
const FETCHER_THREADS = { UV_THREADPOOL_SIZE: '16' };
/** A child that dies is started again after 1, 2, 4 ... at most 30 s; one that ran this long starts the count anew. */
const MAX_PAUSE_MS = 30_000;
const GOOD_RUN_MS = 60_000;
const ROTATE_MS = 30_000;

/** A service as a child process that is started again when it dies. */
export interface Child {
  service: Service;
  /** Settles when the service says that it is up; rejects when it ends before that, with its last words. */
  ready: Promise<void>;
  /** Undefined between a death and the next start. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts `wirewatch work SERVICE`. Its log lines go to LOGDIR/SERVICE.log.
 * @param say tells of deaths and restarts, in a sentence
 */
export function startChild(
  service: Service,
  env: NodeJS.ProcessEnv,
  options: { logDir: string; small: boolean },
  say: (line: string) => void,
): Child {
  const { logDir } = options;
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const logFile = join(logDir, `${service}.log`);
  let stopping = false;
  let deaths = 0;
  let process_: ChildProcess;
  let ended: Promise<void> = Promise.resolve();
  let markReady: () => void;
  let markFailed: (error: Error) => void;
  const ready = new Promise<void>((resolve, reject) => {
    markReady = resolve;
    markFailed = reject;
  });
  let everReady = false;

  const isAlive = () => process_.exitCode === null && process_.signalCode === null;
  const launch = () => {
    const startedAt = Date.now();
    const log = openSync(logFile, 'a', 0o600);
    // A group of its own: Ctrl-C in a terminal is for the supervisor, which stops its children in good order.
    process_ = spawn(process.execPath, [...memoryFlags(service, options.small), COMMAND, 'work', service], {
      env: { ...env, ...GIVE_BACK, ...(service === 'fetcher' ? FETCHER_THREADS : {}) },
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    });
    closeSync(log);
    process_.on('message', (message: { ready?: string }) => {
      if (message.ready) {
        everReady = true;
        markReady();
      }
    });
    watchEventLoop(process_, (line) => say(`${service}: ${line}`));
    ended = new Promise((resolve) => {
      process_.on('exit', (code, signal) => {
        resolve();
        if (stopping) return;
        if (!everReady) {
          markFailed(new Error(`${service} did not start: ${lastWords(logFile) || `exit ${code ?? signal}`}`));
          return;
        }
        deaths = Date.now() - startedAt > GOOD_RUN_MS ? 0 : deaths + 1;
        const pause = deaths === 0 ? 0 : Math.min(1000 * 2 ** (deaths - 1), MAX_PAUSE_MS);
        say(
          `${service} ended (${signal ?? `exit ${code}`}); starting it again${pause ? ` in ${pause / 1000} s` : ''} (log: ${logFile})`,
        );
        setTimeout(() => {
          if (!stopping) launch();
        }, pause);
      });
    });
  };
  const rotation = setInterval(() => rotateLog(logFile), ROTATE_MS);
  rotation.unref();
  launch();
  return {
    service,
    ready,
    pid: () => (isAlive() ? process_.pid : undefined),
    async stop() {
      stopping = true;
      clearInterval(rotation);
      if (isAlive()) process_.kill('SIGTERM');
      await ended;
    },
  };
}

/** The last line of a log that is no JSON: what the command said when it gave up. */
function lastWords(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20);
  return (
    lines
      .filter((line) => line.startsWith('wirewatch: '))
      .at(-1)
      ?.slice('wirewatch: '.length) ??
    lines.at(-1) ??
    ''
  );
}

/**
 * Room for new objects (MB a half), by what a service does. In too little of it a computing one spends a fifth of its CPU collecting, and
 * code that is kept small starts at half as much cost again: on a small machine (WIREWATCH_SMALL) that is the price. The cleaner's
 * pages are read by a thread that is given its own: its process only carries them, with 16 held 50 MB more, and with 4 from the
 * beginning 28 more than with 4 at most. Of the deduplicator's texts little survives: with 8 a text costs as much as with 16.
 */
const NEW_OBJECTS_MB: Record<Service, number> = {
  scheduler: 2,
  fetcher: 8,
  cleaner: 4,
  deduplicator: 8,
  classifier: 16,
  dashboard: 2,
};

/**
 * What waits collects when a tenth has been added, not half as much again: the pages that a heap once took it keeps. Of the dashboard, asked
 * twenty times as often as it is, that is 79 MB at most instead of 86, at a tenth more of its CPU.
 */
const WAITING: ReadonlySet<Service> = new Set(['scheduler', 'dashboard']);

function memoryFlags(service: Service, small: boolean): string[] {
  if (small) return ['--max-semi-space-size=1', '--optimize-for-size'];
  // All of it from the beginning: what V8 grows by need stays small where little survives, and is collected three times as often.
  const room = NEW_OBJECTS_MB[service];
  const flags = [`--max-semi-space-size=${room}`];
  // V8's best code is put off until it pays (stage.ts); the deduplicator's loops over words cost half as much again without it. What
  // waits would hold 20 MB more for it, and never gets there.
  if (service !== 'deduplicator' && !WAITING.has(service)) flags.push('--efficiency-mode');
  if (service === 'cleaner') return flags;
  // For tidy-heap.ts.
  flags.push(`--min-semi-space-size=${room}`, '--expose-gc');
  return WAITING.has(service) ? [...flags, '--heap-growing-percent=10'] : flags;
}
