import { clockOf } from '@wirewatch/shared/store/database/clock.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, count, eq, gt, isNotNull, isNull, lte, min, or } from 'drizzle-orm';

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
  const free = or(isNull(feeds.leaseUntil), lte(feeds.leaseUntil, clockOf(store)));
  const tally = (where: ReturnType<typeof and>) =>
    store.db
      .select({ n: count(), oldest: min(feeds.nextPollAt) })
      .from(feeds)
      .where(and(eq(feeds.status, 'active'), where));
  const [[due], [held], [later], [failed]] = await Promise.all([
    tally(and(lte(feeds.nextPollAt, now), free)),
    tally(gt(feeds.leaseUntil, clockOf(store))),
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

/** A feed as the page of the polls shows it. Instants in epoch ms. */
export interface PolledFeed {
  id: string;
  url: string;
  title: string | null;
  nextPollAt: number;
  holder: string | null;
  leaseUntil: number | null;
  lastError: string | null;
}

/** Feeds that a fetcher holds, and those that are due for longest. */
export async function pollingNow(
  store: Store,
  now: number,
  limit: number,
): Promise<{ held: PolledFeed[]; due: PolledFeed[] }> {
  const { feeds } = store.tables;
  const columns = {
    id: feeds.id,
    url: feeds.url,
    title: feeds.title,
    nextPollAt: feeds.nextPollAt,
    holder: feeds.leaseOwner,
    leaseUntil: feeds.leaseUntil,
    lastError: feeds.lastError,
  };
  const rows = (where: ReturnType<typeof and>) =>
    store.db
      .select(columns)
      .from(feeds)
      .where(and(eq(feeds.status, 'active'), where))
      .orderBy(asc(feeds.nextPollAt))
      .limit(limit);
  const [held, due] = await Promise.all([rows(gt(feeds.leaseUntil, now)), rows(lte(feeds.nextPollAt, now))]);
  return { held, due };
}
