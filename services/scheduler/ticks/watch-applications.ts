import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { moveApplication, runningApplications } from '@wirewatch/shared/store/watches/apply.ts';
import type { Tick } from '../ticker.ts';

/** How long one turn may take: half of the time is left to the other ticks (20,000 articles took 5 s to match and write). */
const TURN_MS = 500;

/** Matches watches against the past, as asked: a stretch of each a turn, the rest waits in the database. */
export const watchApplicationsTick = {
  name: 'watch-applications',
  everyMs: TURN_MS,
  async run({ store, now, log }: Pick<ServiceContext, 'store' | 'now' | 'log'>) {
    const running = await runningApplications(store);
    for (const { id, watchId } of running) {
      const until = now() + TURN_MS / running.length;
      const row = await moveApplication(store, id, now, () => now() < until);
      if (row.status === 'running') continue;
      const { status, looked, matched, problem } = row;
      log.info({ application: id, watch: watchId, status, looked, matched, problem }, 'watch applied to the past');
    }
  },
} satisfies Tick;
