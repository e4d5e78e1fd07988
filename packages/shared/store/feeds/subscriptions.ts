import { timingSafeEqual } from 'node:crypto';
import { and, eq, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

export type SubscriptionRow = Store['tables']['subscriptions']['$inferSelect'];

/** What was asked of a hub for a feed, or null. With `callback`: only where it is the right one. */
export async function subscriptionOf(store: Store, feedId: string, callback?: string): Promise<SubscriptionRow | null> {
  const { subscriptions } = store.tables;
  const [row] = await store.db.select().from(subscriptions).where(eq(subscriptions.feedId, feedId));
  if (!row || callback === undefined) return row ?? null;
  const [given, right] = [Buffer.from(callback), Buffer.from(row.callback)];
  return given.length === right.length && timingSafeEqual(given, right) ? row : null;
}

/** Writes what is asked of a hub, before it is asked: its question may come before its answer. */
export async function saveSubscription(store: Store, row: SubscriptionRow): Promise<void> {
  const { subscriptions } = store.tables;
  await store.write(async (tx) => {
    await tx.insert(subscriptions).values(row).onConflictDoUpdate({ target: subscriptions.feedId, set: row });
  });
}

/** Writes what a hub granted or refused, and when to ask it again (epoch ms). */
export async function settleSubscription(
  store: Store,
  feedId: string,
  said: Pick<SubscriptionRow, 'status' | 'reason' | 'renewAt'>,
): Promise<void> {
  const { subscriptions } = store.tables;
  await store.write(async (tx) => {
    await tx.update(subscriptions).set(said).where(eq(subscriptions.feedId, feedId));
  });
}

/** Of feeds in these states nothing is wanted any more. A paused one may go on. */
const GONE = ['gone', 'disabled'] as const;

/**
 * Takes the subscriptions of feeds that went, to be ended: those that no hub was told of yet, and those whose time to tell it again has
 * come. Whoever takes one has until `againAt` (epoch ms) to tell the hub.
 */
export function takeAbandoned(store: Store, now: number, againAt: number): Promise<SubscriptionRow[]> {
  const { subscriptions, feeds } = store.tables;
  return store.write(async (tx) => {
    const found = await tx
      .select({ row: subscriptions })
      .from(subscriptions)
      .leftJoin(feeds, eq(feeds.id, subscriptions.feedId))
      .where(
        and(
          or(isNull(feeds.id), inArray(feeds.status, [...GONE])),
          or(ne(subscriptions.status, 'ending'), lte(subscriptions.renewAt, now)),
        ),
      );
    for (const { row } of found) {
      const askedAt = row.status === 'ending' ? row.askedAt : now;
      await tx
        .update(subscriptions)
        .set({ status: 'ending', askedAt, renewAt: againAt })
        .where(eq(subscriptions.feedId, row.feedId));
    }
    return found.map(({ row }) => row);
  });
}

/** Forgets what was asked of a hub. */
export async function removeSubscription(store: Store, feedId: string): Promise<void> {
  const { subscriptions } = store.tables;
  await store.write(async (tx) => {
    await tx.delete(subscriptions).where(eq(subscriptions.feedId, feedId));
  });
}
