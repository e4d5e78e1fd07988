import { feedCounts, feedOutcomes, listPolls } from '@wirewatch/shared/store/feeds/counts.ts';
import { findFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { healthOf } from '@wirewatch/shared/store/feeds/health.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { feedView } from '../views/feed.ts';
import { checkView } from '../views/feed-check.ts';

const WEEK_MS = 7 * 86_400_000;
const POLLS = 60;

/** One feed: how it does, its polls, what can be done with it. */
export async function feed({ store, params, now }: Ask): Promise<Answer> {
  const at = now();
  const row = await findFeed(store, params.id ?? '');
  if (row === null) return problem(404, `There is no feed "${params.id}".`);
  const [polls, counts, outcomes] = await Promise.all([
    listPolls(store, row.id, POLLS),
    feedCounts(store, at - WEEK_MS, row.id),
    feedOutcomes(store, row.id, at - WEEK_MS),
  ]);
  const health = healthOf(row, counts.get(row.id), at);
  return {
    kind: 'page',
    title: row.title ?? row.url,
    place: 'feeds',
    body: feedView({ feed: row, health, outcomes, polls, now: at }),
  };
}

/** What would happen with a feed's address if it were polled now, step by step. Nothing is stored. */
export async function checkedFeed({ store, params, checkFeed }: Ask): Promise<Answer> {
  const row = await findFeed(store, params.id ?? '');
  if (row === null) return problem(404, `There is no feed "${params.id}".`);
  const steps = await Array.fromAsync(checkFeed(row.url));
  return {
    kind: 'page',
    title: `Check of ${row.title ?? redactUrl(row.url)}`,
    place: 'feeds',
    body: checkView(row, steps),
  };
}
