import type { Logger } from '@wirewatch/shared/log.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { isOutage, rootMessage } from '@wirewatch/shared/store/database/outage.ts';

/** Work that is done again and again by one scheduler at a time. */
export interface Tick {
  name: string;
  everyMs: number;
  run(context: ServiceContext): Promise<void>;
}

/**
 * Runs ticks, each by itself: one that is slow delays no other, and never runs beside itself. An outage is waited out with one line.
 * @returns a function that stops them and waits for those at work
 */
export function startTicks(
  context: ServiceContext,
  ticks: readonly Tick[],
  mayRun: () => Promise<boolean>,
): () => Promise<void> {
  let stopped = false;
  const loops = ticks.map(async (tick) => {
    let away = false;
    while (!stopped) {
      try {
        if (await mayRun()) await tick.run(context);
        if (away) context.log.info({ tick: tick.name }, 'goes on');
        away = false;
      } catch (error) {
        if (!away) report(context.log, tick, error);
        away = true;
      }
      await pause(tick.everyMs, () => stopped);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(loops);
  };
}

function report(log: Logger, tick: Tick, error: unknown): void {
  const fields = { tick: tick.name, error: rootMessage(error) };
  if (isOutage(error)) log.warn(fields, 'cannot reach the store or Redis; waiting for it');
  else log.error({ ...fields, stack: (error as Error).stack }, 'a tick failed; it is tried again');
}

async function pause(ms: number, ended: () => boolean): Promise<void> {
  const until = Date.now() + ms;
  while (!ended() && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(200, Math.max(1, until - Date.now()))));
  }
}
