import { PAUSED_BY_HAND } from '@wirewatch/shared/feeds/feed-health.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { feedsWithHealth } from '@wirewatch/shared/store/feeds/health.ts';
import {
  articlesByOutcome,
  articlesByRelation,
  feedsByStatus,
  runnable,
} from '@wirewatch/shared/store/journey/status.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';

type Judged = Awaited<ReturnType<typeof feedsWithHealth>>[number];

/** A feed that did not do what it is watched for. */
export interface FailedFeed {
  id: string;
  url: string;
  reason: string;
  /** ISO 8601; null where it is not known. */
  since: string | null;
  todo: string | null;
}

/** What a run did, for people and for programs. */
export interface Summary {
  feeds: Record<string, number>;
  articles: Record<string, number>;
  copies: Record<string, number>;
  waiting: number;
  /** Feeds whose last poll failed, or whose pages are refused. */
  failed: FailedFeed[];
  /** Alerts that their webhooks have not taken yet. */
  undelivered: number;
  seconds: number;
}

/** Counts what is in the store. */
export async function summarise(store: Store, startedAt: number): Promise<Summary> {
  const [feeds, outcomes, relations, left, health] = await Promise.all([
    feedsByStatus(store),
    articlesByOutcome(store),
    articlesByRelation(store),
    runnable(store, Date.now(), Number.MAX_SAFE_INTEGER / 2),
    feedsWithHealth(store, Date.now()),
  ]);
  return {
    feeds: Object.fromEntries(feeds.map((row) => [row.status, row.count])),
    articles: Object.fromEntries(outcomes.map((row) => [row.outcome ?? 'on its way', row.count])),
    copies: Object.fromEntries(relations.map((row) => [row.relation, row.count])),
    waiting: left.articles + left.later,
    failed: health.flatMap(failureOf),
    undelivered: left.deliveries,
    seconds: Math.round((Date.now() - startedAt) / 100) / 10,
  };
}

/** What a person paused has not failed; one failure of a feed that worked before has. */
function failureOf({ feed, health }: Judged): FailedFeed[] {
  if (feed.pollReason === PAUSED_BY_HAND) return [];
  const refused = health.findings.find(({ level }) => level === 'walled');
  if (feed.lastError === null && refused === undefined) return [];
  const reason = feed.lastError ?? refused!.reason;
  return [{ id: feed.id, url: redactUrl(feed.url), reason, since: health.since, todo: health.todo }];
}

/** Failed feeds that are named; more are a fault of ours or of the network, and their number says so. */
const NAMED = 20;

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
    ...failedLines(summary.failed),
    `seconds:   ${summary.seconds}`,
  ];
}

function failedLines(failed: readonly FailedFeed[]): string[] {
  if (failed.length === 0) return [];
  const named = failed
    .slice(0, NAMED)
    .flatMap(({ url, reason, todo }) => [`  ${url}: ${reason}`, ...(todo === null ? [] : [`    ${todo}`])]);
  const more = failed.length - NAMED;
  return [
    `failed:    ${failed.length} feeds`,
    ...named,
    ...(more > 0 ? [`  and ${more} more: wirewatch feeds list`] : []),
  ];
}
