import { type FeedHealth, FeedMemory, feedHealth } from '../../feeds/feed-health.ts';
import type { Store } from '../database/store.ts';
import { type FeedCounts, feedCounts } from './counts.ts';
import { type FeedRow, listFeeds } from './feeds.ts';

const NOTHING: FeedCounts = {
  articles: 0,
  extracted: 0,
  copies: 0,
  ended: 0,
  refused: 0,
  refusedAs: null,
  refusedSince: null,
};
/** Over which a feed's shares are counted: a week has every weekday once. */
export const COUNTED_MS = 7 * 86_400_000;

/** A feed's health with the number of articles that it rests on. */
export type Health = FeedHealth & { articles: number };

/** How a feed does: what the poller remembers of it, and what became of its entries. The store's row decides on pausing. */
export function healthOf(feed: FeedRow, counted: FeedCounts | undefined, now: number): Health {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const memory = FeedMemory.safeParse(feed.memory);
  const known = memory.success
    ? memory.data
    : {
        failures: { count: 0, class: null, since: null, reason: null },
        rhythm: { usualSeconds: null, lastNewAt: null, rolledOverAt: null, rollovers: 0, missed: 0 },
      };
  const counts = counted ?? NOTHING;
  const state: FeedMemory = {
    ...known,
    status: feed.status === 'disabled' ? 'paused' : feed.status,
    lastPollAt: iso(feed.lastPolledAt),
    lastSuccessAt: iso(feed.lastSuccessAt),
    nextPollAt: feed.status === 'active' ? iso(feed.nextPollAt) : null,
    reason: feed.pollReason,
  };
  return { ...feedHealth(state, counts, new Date(now)), articles: counts.articles };
}

/** Every feed, oldest first, with its health over the last week. Reads every entry of that week. */
export async function feedsWithHealth(store: Store, now: number): Promise<Array<{ feed: FeedRow; health: Health }>> {
  const [feeds, counts] = await Promise.all([listFeeds(store), feedCounts(store, now - COUNTED_MS)]);
  return feeds.map((feed) => ({ feed, health: healthOf(feed, counts.get(feed.id), now) }));
}
