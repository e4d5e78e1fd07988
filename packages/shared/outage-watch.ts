import type { Logger } from './log.ts';
import type { QueueName } from './pipeline.ts';
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
 * Two lines tell of an outage: what is away, and when it is back; one that lasts is told of once more, with its reason by then.
 */
export function watchOutages(options: {
  queue: QueueName;
  pause: () => void;
  resume: () => void;
  /** Rejects while the resources are not there. */
  probe: () => Promise<unknown>;
  log: Logger;
  now: () => number;
}): OutageWatch {
  const { queue: stage, log, now } = options;
  let since: number | null = null;
  let backAt = Number.NEGATIVE_INFINITY;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  const ask = () => {
    timer = setTimeout(async () => {
      try {
        await options.probe();
      } catch (error) {
        const grown = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
        // Once an outage: what keeps it away by now may not be what it began with.
        const lasts = grown === LONGEST_PAUSE_MS && pauseMs < grown;
        const about = { stage, ms: now() - since!, error: rootMessage(error) };
        if (lasts) log.warn(about, 'still away; the stage waits for it');
        else log.debug(about, 'still away');
        pauseMs = grown;
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
      log.warn(
        { stage, error: rootMessage(error) },
        'cannot reach the store, the blobs or Redis; the stage waits for it',
      );
      options.pause();
      ask();
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
