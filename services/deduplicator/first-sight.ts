import { preparedQuery } from '@wirewatch/shared/store/database/prepared.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import { and, asc, type Column, eq, gt, lt, notInArray, type SQL, sql, type Table } from 'drizzle-orm';

/** When an article was first announced, and when its feed was last polled without it although it could have been there; ISO 8601. */
export interface FirstSight {
  seen: string | null;
  polledBefore: string | null;
}

/** Later entries of a feed that are looked through for one that is dated later. */
const MOST_LATER = 500;
const FAILED = ['failed', 'gone'];

/** An article's first entry; polls are removed after a month, what they brought tells of them further on. */
const firstEntry = preparedQuery('first-entry', (db, { tables: { entries, polls } }) => {
  const before = (at: Column, table: Table, also: SQL) =>
    sql<number | string | null>`(select max(${at}) from ${table} where ${also} and ${at} < first.first_seen_at)`;
  const good = and(sql`${polls.feedId} = first.feed_id`, notInArray(polls.outcome, FAILED))!;
  const first = db
    .select({ feedId: entries.feedId, at: entries.firstSeenAt })
    .from(entries)
    .where(eq(entries.articleId, sql.placeholder('article')))
    .orderBy(asc(entries.firstSeenAt), asc(entries.id))
    .limit(1)
    .as('first');
  return db
    .select({
      feedId: first.feedId,
      at: first.at,
      polled: before(polls.at, polls, good),
      brought: before(entries.firstSeenAt, entries, sql`${entries.feedId} = first.feed_id`),
    })
    .from(first);
});

/**
 * What the store knows of an article's first sight. A poll without it tells something only where the feed was alive: it had shown another
 * article of the same outlet that is dated later. A feed that was first polled with the entry in it, one that stood still, and pages that
 * no feed announced (an archive, a list of addresses) can have been missed: `polledBefore` is null.
 * @param stated what the page says of its publication, epoch ms; null: nothing, then any poll before counts
 */
export async function firstSightOf(store: Store, article: ArticleRow, stated: number | null): Promise<FirstSight> {
  const [entry] = await firstEntry(store, store.db, { article: article.id });
  if (!entry) return { seen: null, polledBefore: null };
  const seen = new Date(Math.min(entry.at, article.firstSeenAt)).toISOString();
  const known = [entry.polled, entry.brought].flatMap((at) => (at === null ? [] : Number(at)));
  const last = known.length === 0 ? null : Math.max(...known);
  const told = stated === null || last === null || last <= stated || (await wasAlive(store, article, entry, stated));
  return { seen, polledBefore: told && last !== null ? new Date(last).toISOString() : null };
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
