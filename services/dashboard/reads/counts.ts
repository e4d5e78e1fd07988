import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import type { Config } from '@wirewatch/shared/config.ts';
import type { Queues } from '@wirewatch/shared/queue/queues.ts';
import { readRedis } from '@wirewatch/shared/queue/redis-facts.ts';
import type { BlobStore } from '@wirewatch/shared/store/blobs/blobs.ts';
import { type ContestedOutlet, contestedOutlets } from '@wirewatch/shared/store/copies/contested-outlets.ts';
import { type LargeGroup, largeGroups } from '@wirewatch/shared/store/copies/large-groups.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { feedCounts } from '@wirewatch/shared/store/feeds/counts.ts';
import { readAttention } from '@wirewatch/shared/store/operations/attention.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import type { MarkedOutlet } from '../core/propose-houses.ts';
import { type CopyCounts, copyCounts } from './copy-counts.ts';
import { keptRead } from './kept-read.ts';
import { markedOutlets } from './marked-outlets.ts';
import { toldStories } from './told-stories.ts';
import { watchTallies } from './watches.ts';

const WEEK_MS = 7 * 86_400_000;
/** These counts read whole tables. What is read before anything has come is counted again soon; on a full store the reading itself sets the pace. */
const FRESH_MS = 5000;
/** Owners change more seldom than pages. */
const OWNERS_FRESH_MS = 3_600_000;
/** Somebody who has just made a watch looks for what it finds. */
const WATCHES_FRESH_MS = 2000;
/** Who is looking for what is wrong, or has just mended it, looks again at once. */
const ATTENTION_FRESH_MS = 2000;

/** Figures that take long to count, counted beside the requests. */
export interface Counts {
  feeds: () => ReturnType<typeof feedCounts>;
  /** Who copies whom. */
  copies: () => Promise<CopyCounts>;
  watches: () => ReturnType<typeof watchTallies>;
  largeGroups: () => Promise<LargeGroup[]>;
  contested: () => Promise<ContestedOutlet[]>;
  /** What the newest pages of outlets say of their owners. */
  marked: () => Promise<MarkedOutlet[]>;
  /** The newest stories that several tell, the most told first. */
  stories: () => Promise<HitStory[]>;
  /** What needs a look, the gravest first. */
  attention: () => Promise<AttentionLine[]>;
}

export function keepCounts(
  { store, blobs, config, queues }: { store: Store; blobs: BlobStore; config: Config; queues: Queues },
  now: () => number,
): Counts {
  const long = {
    feeds: keptRead(FRESH_MS, now, () => feedCounts(store, now() - WEEK_MS)),
    largeGroups: keptRead(FRESH_MS, now, () => largeGroups(store)),
    contested: keptRead(FRESH_MS, now, () => contestedOutlets(store, now() - WEEK_MS)),
  };
  return {
    ...long,
    copies: keptRead(FRESH_MS, now, () => copyCounts(store)),
    marked: keptRead(OWNERS_FRESH_MS, now, () => markedOutlets(store, blobs)),
    attention: keptRead(ATTENTION_FRESH_MS, now, async () =>
      readAttention(store, config, long, await readRedis(queues.redis), now()),
    ),
    stories: keptRead(FRESH_MS, now, () => toldStories(store)),
    watches: keptRead(WATCHES_FRESH_MS, now, () => watchTallies(store)),
  };
}
