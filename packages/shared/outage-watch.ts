import type { Logger } from './log.ts';
import type { Stage } from './pipeline.ts';
import { rootMessage } from './store/database/outage.ts';

/** The first pause before a probe, and the longest; an outage that comes back within a minute goes on where it was. */
const FIRST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 60_000;
const SAME_OUTAGE_MS = 60_000;

/** Keeps a stage quiet while a resource is away. */
export interface OutageWatch {
  /** Work failed because something is away: the stage takes no more until one probe of it has succeeded. */
  met(error: unknown): void;
  stop(): void;
}

/**
 * One probe a stage in place of one try an article: a minute without a database cost 9,280 log lines when every job asked for itself.
 * Two lines tell of an outage: what is away, and when it is back; between them each further reason, once.
 */
export function watchOutages(options: {
  stage: Stage;
  pause: () => void;
  resume: () => void;
  /** Rejects while the resources are not there. */
  probe: () => Promise<unknown>;
  log: Logger;
  now: () => number;
}): OutageWatch {
  const { stage, log, now } = options;
  let since: number | null = null;
  let backAt = Number.NEGATIVE_INFINITY;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  /** What was told of this outage: one that goes on for another reason than it began with is told of that too, once. */
  const told = new Set<string>();
  const tell = (error: unknown, words: string) => {
    const message = rootMessage(error);
    if (told.has(message)) return;
    told.add(message);
    log.warn({ stage, error: message }, words);
  };

  const ask = () => {
    timer = setTimeout(async () => {
      try {
        await options.probe();
      } catch (error) {
        tell(error, 'still away; the stage waits');
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        if (!stopped) ask();
        return;
      }
      if (stopped) return;
      log.info({ stage, ms: now() - since! }, 'back: the stage goes on');
      since = null;
      backAt = now();
      options.resume();
    }, pauseMs);
  };

  return {
    met(error) {
      if (since !== null || stopped) return;
      pauseMs = now() - backAt < SAME_OUTAGE_MS ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
      since = now();
      told.clear();
      tell(error, 'cannot reach the store, the blobs or Redis; the stage waits for it');
      options.pause();
      ask();
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
