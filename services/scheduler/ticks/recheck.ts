import type { Tick } from '../ticker.ts';
import { startRechecks } from './start-rechecks.ts';

/** With a tick every five minutes some 24,000 pages an hour: more than one machine fetches politely beside its live work. */
const AT_ONCE = 2000;

/** Has the pages of known entries looked at again, where that is wished. */
export const recheckTick: Tick = {
  name: 'recheck',
  everyMs: 300_000,
  async run({ store, config, now, log }) {
    const hours = config.WIREWATCH_RECHECK_HOURS;
    if (hours === 0) return;
    const count = await startRechecks(store, hours, now(), AT_ONCE);
    if (count > 0) log.info({ articles: count }, 'pages are looked at again');
  },
};
