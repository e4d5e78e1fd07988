import { and, eq, gt, inArray, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { Lane } from '../../pipeline.ts';
import { clockOf } from '../database/clock.ts';
import type { Store } from '../database/store.ts';

/** Articles that wait for a stage without a job that we know to live: never added, or added long ago. Live lane first. */
export function waitingWithoutJob(
  store: Store,
  options: { addedBefore: number; now: number; lane: Lane; limit: number },
) {
  const { articles } = store.tables;
  return store.db
    .select({
      id: articles.id,
      epoch: articles.epoch,
      lane: articles.lane,
      stage: articles.stage,
      notBefore: articles.notBefore,
    })
    .from(articles)
    .where(
      and(
        isNotNull(articles.stage),
        eq(articles.lane, options.lane),
        lte(articles.enqueuedAt, options.addedBefore),
        or(isNull(articles.leaseUntil), lte(articles.leaseUntil, clockOf(store))),
        or(isNull(articles.notBefore), lte(articles.notBefore, options.now)),
      ),
    )
    .orderBy(articles.enqueuedAt)
    .limit(options.limit);
}

/** Remembers that jobs were added. */
export async function markEnqueued(store: Store, ids: string[], now: number): Promise<void> {
  const { articles } = store.tables;
  for (let at = 0; at < ids.length; at += 500) {
    await store.write(async (tx) => {
      await tx
        .update(articles)
        .set({ enqueuedAt: now })
        .where(inArray(articles.id, ids.slice(at, at + 500)));
    });
  }
}

/** After Redis was emptied: every waiting article wants a job. */
export async function wantAllJobs(store: Store): Promise<void> {
  const { articles, feeds } = store.tables;
  await store.write(async (tx) => {
    await tx.update(articles).set({ enqueuedAt: 0 }).where(isNotNull(articles.stage));
    await tx.update(feeds).set({ leaseOwner: null, leaseUntil: null }).where(gt(feeds.leaseUntil, 0));
  });
}
