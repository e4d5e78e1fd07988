import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { and, asc, desc, eq, gt, lt, notInArray } from 'drizzle-orm';

/** When an article was first announced, and when its feed was last polled without it although it could have been there; ISO 8601. */
export interface FirstSight {
  seen: string | null;
  polledBefore: string | null;
}

/** Later entries of a feed that are looked through for one that is dated later. */
const MOST_LATER = 500;
const FAILED = ['failed', 'gone'];

/**
 * What the store knows of an article's first sight. A poll without it tells something only where the feed was alive: it had shown another
 * article of the same outlet that is dated later. A feed that was first polled with the entry in it, one that stood still, and pages that
 * no feed announced (an archive, a list of addresses) can have been missed: `polledBefore` is null.
 * @param stated what the page says of its publication, epoch ms; null: nothing, then any poll before counts
 */
export async function firstSightOf(store: Store, article: ArticleRow, stated: number | null): Promise<FirstSight> {
  const { entries } = store.tables;
  const [entry] = await store.db
    .select({ feedId: entries.feedId, at: entries.firstSeenAt })
    .from(entries)
    .where(eq(entries.articleId, article.id))
    .orderBy(asc(entries.firstSeenAt), asc(entries.id))
    .limit(1);
  if (!entry) return { seen: null, polledBefore: null };
  const seen = new Date(Math.min(entry.at, article.firstSeenAt)).toISOString();
  const last = await lastPoll(store, entry.feedId, entry.at);
  const told = stated === null || last === null || last <= stated || (await wasAlive(store, article, entry, stated));
  return { seen, polledBefore: told && last !== null ? new Date(last).toISOString() : null };
}

/** The last good poll of a feed before an instant; polls are removed after a month, what they brought tells of them further on. */
async function lastPoll(store: Store, feedId: string, before: number): Promise<number | null> {
  const { polls, entries } = store.tables;
  const latest = async (rows: Promise<{ at: number }[]>) => (await rows)[0]?.at ?? Number.NEGATIVE_INFINITY;
  const at = Math.max(
    await latest(
      store.db
        .select({ at: polls.at })
        .from(polls)
        .where(and(eq(polls.feedId, feedId), lt(polls.at, before), notInArray(polls.outcome, FAILED)))
        .orderBy(desc(polls.at))
        .limit(1),
    ),
    await latest(
      store.db
        .select({ at: entries.firstSeenAt })
        .from(entries)
        .where(and(eq(entries.feedId, feedId), lt(entries.firstSeenAt, before)))
        .orderBy(desc(entries.firstSeenAt))
        .limit(1),
    ),
  );
  return Number.isFinite(at) ? at : null;
}

async function wasAlive(
  store: Store,
  article: ArticleRow,
  entry: { feedId: string; at: number },
  stated: number,
): Promise<boolean> {
  const { entries, articles } = store.tables;
  const between = and(gt(entries.firstSeenAt, stated), lt(entries.firstSeenAt, entry.at));
  const rows = await store.db
    .select({ published: entries.published })
    .from(entries)
    .innerJoin(articles, eq(articles.id, entries.articleId))
    .where(and(eq(entries.feedId, entry.feedId), eq(articles.outletId, article.outletId), between))
    .orderBy(asc(entries.firstSeenAt))
    .limit(MOST_LATER);
  return rows.some(({ published }) => published !== null && Date.parse(published) > stated);
}
