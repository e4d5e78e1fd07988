import { inArray } from 'drizzle-orm';
import type { Store } from './store.ts';

/** Pauses or resumes feeds; a resumed feed is due at once. Returns how many changed. */
export async function setFeedPaused(store: Store, ids: string[], paused: boolean, now: number): Promise<number> {
  const { feeds } = store.tables;
  const set = paused
    ? { status: 'paused' as const, pollReason: 'paused by hand' }
    : { status: 'active' as const, pollReason: 'resumed by hand', nextPollAt: now, leaseOwner: null, leaseUntil: null };
  const rows = await store.write((tx) =>
    tx.update(feeds).set(set).where(inArray(feeds.id, ids)).returning({ id: feeds.id }),
  );
  return rows.length;
}
