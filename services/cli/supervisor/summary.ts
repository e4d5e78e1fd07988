import type { Store } from '@wirewatch/shared/store/database/store.ts';
import {
  articlesByOutcome,
  articlesByRelation,
  feedsByStatus,
  runnable,
} from '@wirewatch/shared/store/journey/status.ts';

/** What a run did, for people and for programs. */
export interface Summary {
  feeds: Record<string, number>;
  articles: Record<string, number>;
  copies: Record<string, number>;
  waiting: number;
  /** Alerts that their webhooks have not taken yet. */
  undelivered: number;
  seconds: number;
}

/** Counts what is in the store. */
export async function summarise(store: Store, startedAt: number): Promise<Summary> {
  const [feeds, outcomes, relations, left] = await Promise.all([
    feedsByStatus(store),
    articlesByOutcome(store),
    articlesByRelation(store),
    runnable(store, Date.now(), Number.MAX_SAFE_INTEGER / 2),
  ]);
  return {
    feeds: Object.fromEntries(feeds.map((row) => [row.status, row.count])),
    articles: Object.fromEntries(outcomes.map((row) => [row.outcome ?? 'on its way', row.count])),
    copies: Object.fromEntries(relations.map((row) => [row.relation, row.count])),
    waiting: left.articles + left.later,
    undelivered: left.deliveries,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
  };
}

/** The summary in lines. */
export function summaryLines(summary: Summary): string[] {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${count} ${name}`)
      .join(', ') || 'none';
  return [
    `feeds:     ${list(summary.feeds)}`,
    `articles:  ${list(summary.articles)}`,
    `relations: ${list(summary.copies)}`,
    `waiting:   ${summary.waiting}`,
    ...(summary.undelivered > 0 ? [`webhooks:  ${summary.undelivered} alerts not delivered yet`] : []),
    `seconds:   ${summary.seconds}`,
  ];
}
