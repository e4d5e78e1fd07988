import { timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
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
