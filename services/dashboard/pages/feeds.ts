import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { healthOf } from '@wirewatch/shared/store/feeds/health.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { feedsView } from '../views/feeds.ts';

const PAGE = 200;

/** Every feed and how it does, those that need a look first. */
export async function feeds({ store, counts, query, here, now }: Ask): Promise<Answer> {
  const at = now();
  const page = Number(query.get('page') ?? '1');
  const level = query.get('level');
  const [rows, counted] = await Promise.all([listFeeds(store), counts.feeds()]);
  const judged = rows.map((feed) => ({ feed, health: healthOf(feed, counted.get(feed.id), at) }));
  const wanted = level === null ? judged : judged.filter((each) => each.health.level === level);
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  if (!Number.isInteger(page) || page < 1) return problem(400, `page=${query.get('page')}: expected a number from 1.`);
  if (page > pages) return problem(404, `There is no page ${page}: the last one is ${pages}.`);
  const sorted = wanted.sort((a, b) => b.health.reasons.length - a.health.reasons.length);
  const shown = sorted.slice((page - 1) * PAGE, page * PAGE);
  const levels = Map.groupBy(judged, (each) => each.health.level);
  const tally = [...levels].map(([name, of]) => ({ name, count: of.length }));
  const body = feedsView({ rows: shown, tally, level, page, pages, here, now: at });
  return { kind: 'page', title: 'Feeds', place: 'feeds', body };
}
