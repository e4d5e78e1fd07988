import { and, asc, count, eq, gte, isNotNull, min, sql } from 'drizzle-orm';
import type { Outcome } from '../../contracts/outcome.ts';
import type { Stage } from '../../pipeline.ts';
import { preparedQuery } from '../database/prepared.ts';
import type { Store } from '../database/store.ts';

/** How an article ended each stage, in order. */
export async function journeyOf(store: Store, articleId: string) {
  const { outcomes } = store.tables;
  const rows = await store.db
    .select()
    .from(outcomes)
    .where(eq(outcomes.articleId, articleId))
    .orderBy(asc(outcomes.id));
  return rows.map((row) => ({
    at: new Date(row.at).toISOString(),
    stage: row.stage,
    epoch: row.epoch,
    lane: row.lane,
    outcome: row.outcome,
    reason: row.reason,
    version: row.version,
    worker: row.worker,
    waitedMs: row.waitedMs,
    workedMs: row.workedMs,
  }));
}

/** What waits, by stage and lane, and since when the oldest does (epoch ms). */
export async function waitingByStage(store: Store) {
  const { articles } = store.tables;
  return store.db
    .select({ stage: articles.stage, lane: articles.lane, count: count(), oldest: min(articles.waitingSince) })
    .from(articles)
    .where(isNotNull(articles.stage))
    .groupBy(articles.stage, articles.lane);
}

/** How many articles rest with which outcome. */
export async function articlesByOutcome(store: Store): Promise<Array<{ outcome: Outcome | null; count: number }>> {
  const { articles } = store.tables;
  return store.db.select({ outcome: articles.outcome, count: count() }).from(articles).groupBy(articles.outcome);
}

/** How many articles stand in which relation. */
export async function articlesByRelation(store: Store) {
  const { syndication } = store.tables;
  return store.db
    .select({ relation: syndication.relation, count: count() })
    .from(syndication)
    .groupBy(syndication.relation);
}

/** Outcomes since an instant (epoch ms), by stage and outcome. */
export async function outcomesSince(
  store: Store,
  since: number,
): Promise<Array<{ stage: Stage; outcome: Outcome; count: number }>> {
  const { counters } = store.tables;
  const hour = Math.floor(since / 3_600_000);
  return store.db
    .select({
      stage: counters.stage,
      outcome: counters.outcome,
      count: sql<number>`sum(${counters.count})`.mapWith(Number),
    })
    .from(counters)
    .where(gte(counters.hour, hour))
    .groupBy(counters.stage, counters.outcome);
}

/** Feeds by status. */
export async function feedsByStatus(store: Store) {
  const { feeds } = store.tables;
  return store.db.select({ status: feeds.status, count: count() }).from(feeds).groupBy(feeds.status);
}

/** Work that can be done now or within `withinMs`: feeds that are due or being polled, articles that wait, alerts that are to be delivered, watches that are matched against the past. */
export async function runnable(
  store: Store,
  now: number,
  withinMs: number,
): Promise<{ feeds: number; articles: number; later: number; deliveries: number; applications: number }> {
  const { feeds, articles, webhookDeliveries, watchApplications } = store.tables;
  const horizon = now + withinMs;
  const [due] = await store.db
    .select({ count: count() })
    .from(feeds)
    .where(and(eq(feeds.status, 'active'), sql`${feeds.nextPollAt} <= ${horizon}`));
  const [waiting] = await store.db
    .select({ count: count() })
    .from(articles)
    .where(and(isNotNull(articles.stage), sql`coalesce(${articles.notBefore}, 0) <= ${horizon}`));
  const [later] = await store.db
    .select({ count: count() })
    .from(articles)
    .where(and(isNotNull(articles.stage), sql`${articles.notBefore} > ${horizon}`));
  const [told] = await store.db
    .select({ count: count() })
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.status, 'waiting'), sql`${webhookDeliveries.nextAt} <= ${horizon}`));
  const [applied] = await store.db
    .select({ count: count() })
    .from(watchApplications)
    .where(eq(watchApplications.status, 'running'));
  return {
    feeds: due?.count ?? 0,
    articles: waiting?.count ?? 0,
    later: later?.count ?? 0,
    deliveries: told?.count ?? 0,
    applications: applied?.count ?? 0,
  };
}

const waitingArticle = preparedQuery('waiting-article', (db, { tables: { articles } }) =>
  db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isNotNull(articles.stage), sql`coalesce(${articles.notBefore}, 0) <= ${sql.placeholder('horizon')}`))
    .limit(1),
);

/** Whether there is any {@link runnable} work: asked again and again while there is, so it counts nothing that it need not. */
export async function isAnyRunnable(store: Store, now: number, withinMs: number): Promise<boolean> {
  if ((await waitingArticle(store, store.db, { horizon: now + withinMs })).length > 0) return true;
  const work = await runnable(store, now, withinMs);
  return work.feeds + work.articles + work.deliveries + work.applications > 0;
}
