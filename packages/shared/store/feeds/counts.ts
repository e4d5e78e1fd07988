import { and, count, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Store } from '../database/store.ts';

/** What became of a feed's entries over a time. */
export interface FeedCounts {
  articles: number;
  /** Articles with a text. */
  extracted: number;
  /** Articles that repeat another outlet's text. */
  copies: number;
  /** Articles whose journey has ended. */
  ended: number;
  /** Of those: a wall, the server or robots.txt refused us the page. */
  refused: number;
  /** How, in the words of one of them; null where none was. */
  refusedAs: string | null;
  /** When the first of them was (epoch ms). */
  refusedSince: number | null;
}

/** Outcomes in which a site does not let us read a page. */
const REFUSED: readonly Outcome[] = ['blocked', 'refused', 'refused-by-robots'];

/** Counts by feed of what was announced since an instant (epoch ms); with `feedId` of that feed alone. Reads every entry since: ask for it rarely. */
export async function feedCounts(store: Store, since: number, feedId?: string): Promise<Map<string, FeedCounts>> {
  const { entries, articles, syndication } = store.tables;
  const refused = inArray(articles.outcome, [...REFUSED]);
  const rows = await store.db
    .select({
      feedId: entries.feedId,
      articles: count(),
      extracted: count(articles.revisionId),
      copies: sql<number>`count(case when ${syndication.relation} = 'copy' then 1 end)`.mapWith(Number),
      ended: count(articles.outcome),
      refused: sql<number>`count(case when ${refused} then 1 end)`.mapWith(Number),
      refusedAs: sql<string | null>`max(case when ${refused} then ${articles.reason} end)`,
      refusedSince: sql<number | null>`min(case when ${refused} then ${articles.finishedAt} end)`,
    })
    .from(entries)
    .innerJoin(articles, eq(articles.id, entries.articleId))
    .leftJoin(syndication, eq(syndication.articleId, entries.articleId))
    .where(and(gte(entries.firstSeenAt, since), feedId === undefined ? undefined : eq(entries.feedId, feedId)))
    .groupBy(entries.feedId);
  return new Map(
    rows.map(({ feedId: id, refusedSince, ...counts }) => [
      id,
      { ...counts, refusedSince: refusedSince === null ? null : Number(refusedSince) },
    ]),
  );
}

export type PollRow = Store['tables']['polls']['$inferSelect'];

/** The last polls of a feed, newest first. */
export function listPolls(store: Store, feedId: string, limit: number): Promise<PollRow[]> {
  const { polls } = store.tables;
  return store.db.select().from(polls).where(eq(polls.feedId, feedId)).orderBy(desc(polls.at)).limit(limit);
}

/** Articles of a feed that ended alike, with the newest of them. Instants in epoch ms. */
export interface FeedOutcome {
  /** Null: still on their way. */
  outcome: Outcome | null;
  count: number;
  example: string;
  title: string | null;
  reason: string | null;
  newest: number;
}

/** What became of a feed's articles that were announced since an instant (epoch ms), most first. */
export async function feedOutcomes(store: Store, feedId: string, since: number): Promise<FeedOutcome[]> {
  const { entries, articles } = store.tables;
  const rows = await store.db
    .select({
      id: articles.id,
      outcome: articles.outcome,
      reason: articles.reason,
      title: sql<string | null>`coalesce(${articles.title}, ${entries.title})`,
      at: sql<number>`coalesce(${articles.finishedAt}, ${articles.firstSeenAt})`.mapWith(Number),
    })
    .from(entries)
    .innerJoin(articles, eq(articles.id, entries.articleId))
    .where(and(eq(entries.feedId, feedId), gte(entries.firstSeenAt, since)))
    .orderBy(desc(entries.firstSeenAt))
    .limit(MOST_COUNTED);
  const groups = [...Map.groupBy(rows, (row) => row.outcome)].map(([outcome, of]): FeedOutcome => {
    const newest = of.reduce((a, b) => (b.at > a.at ? b : a));
    return {
      outcome,
      count: of.length,
      example: newest.id,
      title: newest.title,
      reason: newest.reason,
      newest: newest.at,
    };
  });
  return groups.sort((a, b) => b.count - a.count);
}

/** The newest entries of a feed that are looked at: a feed of a thousand entries a day fills them in five. */
const MOST_COUNTED = 5000;
