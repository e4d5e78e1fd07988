import { clearMarks, clearPostings } from '@wirewatch/shared/store/copies/postings.ts';
import type { Tick } from '../ticker.ts';

const DAY_MS = 86_400_000;

/** Keeps the deduplicator's index to its window. The whole index is gone through for it, which a day's growth is worth. */
export const hotWindowTick: Tick = {
  name: 'hot-window',
  everyMs: DAY_MS,
  async run({ store, config, now }) {
    await clearMarks(store, now());
    const days = config.WIREWATCH_DEDUP_WINDOW_DAYS;
    if (days > 0) await clearPostings(store, now() - days * DAY_MS);
  },
};
