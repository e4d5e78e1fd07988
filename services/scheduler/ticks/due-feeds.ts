import { dueFeeds, takeBackFuture } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Tick } from '../ticker.ts';

/** More than a poller does in a second; the rest comes with the next tick. */
const AT_ONCE = 500;

/** Adds a poll job for each feed whose time has come. Due times stand in the database: this tick holds no state. */
export const dueFeedsTick: Tick = {
  name: 'due-feeds',
  everyMs: 500,
  async run({ store, queues, now }) {
    const due = await dueFeeds(store, now(), AT_ONCE);
    await queues.add(
      'poll',
      due.map((feed) => ({ id: feed.id, epoch: feed.epoch, lane: 'live' })),
      now(),
    );
  },
};

/** Looks after a clock that ran ahead by days: by due times alone, what it put off would wait those days. */
export const clockTick: Tick = {
  name: 'clock',
  everyMs: 600_000,
  async run({ store, now, log }) {
    const feeds = await takeBackFuture(store, now());
    if (feeds > 0) log.warn({ feeds }, 'the clock has jumped back: feeds polled in its future are due now');
  },
};
