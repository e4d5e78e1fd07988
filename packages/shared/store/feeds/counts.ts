import { and, count, desc, eq, gte, sql } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

/** What became of a feed's entries over a time. */
export interface FeedCounts {
  articles: number;
  /** Articles with a text. */
  extracted: number;
  /** Articles that repeat another outlet's text. */
  copies: number;
}

/** Counts by feed of what was announced since an instant (epoch ms); with `feedId` of that feed alone. Reads every entry since: ask for it rarely. */
export async function feedCounts(store: Store, since: number, feedId?: string): Promise<Map<string, FeedCounts>> {
  const { entries, articles, syndication } = store.tables;
  const rows = await store.db
    .select({
      feedId: entries.feedId,
      articles: count(),
      extracted: count(articles.revisionId),
      copies: sql<number>`count(case when ${syndication.relation} = 'copy' then 1 end)`.mapWith(Number),
    })
    .from(entries)
    .innerJoin(articles, eq(articles.id, entries.articleId))
    .leftJoin(syndication, eq(syndication.articleId, entries.articleId))
    .where(and(gte(entries.firstSeenAt, since), feedId === undefined ? undefined : eq(entries.feedId, feedId)))
    .groupBy(entries.feedId);
  return new Map(rows.map(({ feedId: id, ...counts }) => [id, counts]));
}

export type PollRow = Store['tables']['polls']['$inferSelect'];

/** The last polls of a feed, newest first. */
export function listPolls(store: Store, feedId: string, limit: number): Promise<PollRow[]> {
  const { polls } = store.tables;
  return store.db.select().from(polls).where(eq(polls.feedId, feedId)).orderBy(desc(polls.at)).limit(limit);
}
