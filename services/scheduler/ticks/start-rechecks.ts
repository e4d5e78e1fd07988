import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { startJourneys } from '@wirewatch/shared/store/journey/journey.ts';
import { and, asc, eq, exists, gt, gte, isNotNull, isNull, lt, not } from 'drizzle-orm';

const HOUR_MS = 3_600_000;
/** A page that did not change in this many rechecks rarely does later; it bounds what one article can cost. */
const RECHECKS = 10;

/**
 * Sends pages of known entries that were last asked for longer ago than `hours` on a new journey, in the batch lane, the oldest first. A page is
 * looked at again until it is ten times that old.
 * @returns how many
 */
export async function startRechecks(store: Store, hours: number, now: number, limit: number): Promise<number> {
  const { articles, entries, outcomes } = store.tables;
  const cutoff = now - hours * HOUR_MS;
  const rows = await store.db
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        gte(articles.firstSeenAt, now - RECHECKS * hours * HOUR_MS),
        lt(articles.firstSeenAt, cutoff),
        isNull(articles.stage),
        isNotNull(articles.revisionId),
        exists(store.db.select({ id: entries.id }).from(entries).where(eq(entries.articleId, articles.id))),
        not(
          exists(
            store.db
              .select({ id: outcomes.id })
              .from(outcomes)
              .where(and(eq(outcomes.articleId, articles.id), eq(outcomes.stage, 'fetch'), gt(outcomes.at, cutoff))),
          ),
        ),
      ),
    )
    .orderBy(asc(articles.firstSeenAt))
    .limit(limit);
  return store.write((tx) =>
    startJourneys(
      store,
      tx,
      rows.map((row) => row.id),
      'fetch',
      { lane: 'batch', now },
    ),
  );
}
