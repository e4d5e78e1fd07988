import { copyPairs } from '@wirewatch/shared/store/copies/house-rows.ts';
import { type LargeGroup, largeGroups } from '@wirewatch/shared/store/copies/large-groups.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { feedCounts } from '@wirewatch/shared/store/feeds/counts.ts';
import { listOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { steady } from './steady.ts';
import { watchTallies } from './watches.ts';

const WEEK_MS = 7 * 86_400_000;
/** These counts read whole tables: they may be a minute old. */
const FRESH_MS = 60_000;
/** Somebody who has just made a watch looks for what it finds. */
const WATCHES_FRESH_MS = 2000;

/** Figures that take long to count, counted beside the requests. */
export interface Counts {
  feeds: () => ReturnType<typeof feedCounts>;
  outlets: () => Promise<Awaited<ReturnType<typeof listOutlets>>>;
  pairs: () => ReturnType<typeof copyPairs>;
  watches: () => ReturnType<typeof watchTallies>;
  largeGroups: () => Promise<LargeGroup[]>;
}

export function keepCounts(store: Store, now: () => number): Counts {
  return {
    feeds: steady(FRESH_MS, now, () => feedCounts(store, now() - WEEK_MS)),
    outlets: steady(FRESH_MS, now, async () => listOutlets(store)),
    pairs: steady(FRESH_MS, now, () => copyPairs(store)),
    watches: steady(WATCHES_FRESH_MS, now, () => watchTallies(store)),
    largeGroups: steady(FRESH_MS, now, () => largeGroups(store)),
  };
}
