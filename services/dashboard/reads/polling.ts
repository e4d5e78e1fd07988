import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, count, eq, gt, isNotNull, isNull, lte, min, or } from 'drizzle-orm';

/** Feeds by where their next poll stands. */
export interface Polling {
  /** Due, and not yet polled. */
  depth: number;
  /** Since when the oldest is due (epoch ms). */
  oldest: number | null;
  /** In a worker's hand. */
  active: number;
  /** Their time is yet to come. */
  delayed: number;
  /** Their last poll went wrong. */
  failed: number;
}

/** Counts the active feeds by where their next poll stands. */
export async function readPolling(store: Store, now: number): Promise<Polling> {
  const { feeds } = store.tables;
  const free = or(isNull(feeds.leaseUntil), lte(feeds.leaseUntil, now));
  const tally = (where: ReturnType<typeof and>) =>
    store.db
      .select({ n: count(), oldest: min(feeds.nextPollAt) })
      .from(feeds)
      .where(and(eq(feeds.status, 'active'), where));
  const [[due], [held], [later], [failed]] = await Promise.all([
    tally(and(lte(feeds.nextPollAt, now), free)),
    tally(gt(feeds.leaseUntil, now)),
    tally(and(gt(feeds.nextPollAt, now), free)),
    tally(isNotNull(feeds.lastError)),
  ]);
  return {
    depth: due?.n ?? 0,
    oldest: due?.oldest == null ? null : Number(due.oldest),
    active: held?.n ?? 0,
    delayed: later?.n ?? 0,
    failed: failed?.n ?? 0,
  };
}
