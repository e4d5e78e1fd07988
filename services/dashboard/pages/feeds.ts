import { FEED_LEVELS, type FeedLevel } from '@wirewatch/shared/feeds/feed-health.ts';
import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { healthOf } from '@wirewatch/shared/store/feeds/health.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { feedsView } from '../views/feeds.ts';

const PAGE = 200;
/** Feeds of whatever level of which somebody can mend something. */
const NEEDS_LOOK = 'needs-attention';

const gravity = (level: FeedLevel) => FEED_LEVELS.indexOf(level);

/** Every feed and how it does, those that need a look first. */
export async function feeds({ store, counts, query, here, now }: Ask): Promise<Answer> {
  const at = now();
  const page = Number(query.get('page') ?? '1');
  const level = query.get('level');
  const [rows, counted] = await Promise.all([listFeeds(store), counts.feeds()]);
  const judged = rows.map((feed) => ({ feed, health: healthOf(feed, counted.get(feed.id), at) }));
  const ofLevel = (each: (typeof judged)[number]) =>
    level === NEEDS_LOOK ? each.health.todo !== null : each.health.level === level;
  const wanted = level === null ? judged : judged.filter(ofLevel);
  const pages = Math.max(1, Math.ceil(wanted.length / PAGE));
  if (!Number.isInteger(page) || page < 1) return problem(400, `page=${query.get('page')}: expected a number from 1.`);
  if (page > pages) return problem(404, `There is no page ${page}: the last one is ${pages}.`);
  const sorted = wanted.sort((a, b) => gravity(a.health.level) - gravity(b.health.level));
  const shown = sorted.slice((page - 1) * PAGE, page * PAGE);
  const levels = Map.groupBy(judged, (each) => each.health.level);
  const tally = FEED_LEVELS.flatMap((name) => {
    const count = levels.get(name)?.length ?? 0;
    return count === 0 ? [] : [{ name: name as string, count }];
  });
  const looks = judged.filter((each) => each.health.todo !== null).length;
  if (looks > 0) tally.unshift({ name: NEEDS_LOOK, count: looks });
  const body = feedsView({ rows: shown, tally, all: judged.length, level, page, pages, here, now: at });
  return { kind: 'page', title: 'Feeds', place: 'feeds', body };
}
