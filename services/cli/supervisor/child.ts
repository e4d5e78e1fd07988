import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Service } from '@wirewatch/shared/pipeline.ts';
import { watchEventLoop } from './event-loop-watch.ts';
import { rotateLog } from './rotate-log.ts';

const COMMAND = fileURLToPath(new URL('../bin/wirewatch.mjs', import.meta.url));
/**
 * What one service needs of its surroundings. Fetcher: names are looked up on libuv's threads, 4 by default, and some slow dead
 * names would hold up all others. Cleaner: glibc gives the memory of large pages back (some 70 MB less after 500 pages).
 */
const OWN_ENVIRONMENT: Partial<Record<Service, NodeJS.ProcessEnv>> = {
  fetcher: { UV_THREADPOOL_SIZE: '16' },
  cleaner: { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_MMAP_THRESHOLD_: '131072' },
};
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
      env: { ...env, ...OWN_ENVIRONMENT[service] },
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
 * pages are read by a thread that is given its own: its process only carries them, and with 16 held 50 MB more.
 */
const NEW_OBJECTS_MB: Record<Service, number> = {
  scheduler: 2,
  fetcher: 8,
  cleaner: 4,
  deduplicator: 16,
  classifier: 16,
  dashboard: 2,
};

function memoryFlags(service: Service, small: boolean): string[] {
  if (small) return ['--max-semi-space-size=1', '--optimize-for-size'];
  // All of it from the beginning: what V8 grows by need stays small where little survives, and is collected three times as often.
  const room = NEW_OBJECTS_MB[service];
  return [`--max-semi-space-size=${room}`, `--min-semi-space-size=${room}`];
}
