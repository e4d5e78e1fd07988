import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { FEWEST_STORIES, USUAL_HOURS } from '@wirewatch/shared/watches/volume.ts';
import { and, desc, eq, gt, inArray, lte, min, type SQL, sql } from 'drizzle-orm';

const HOUR_MS = 3_600_000;

/** A watch's stories by hour. */
export interface HourCounts {
  watchId: string;
  /** In the hour that ends now. */
  lastHour: number;
  /** In the hours before it, the latest first, as far back as the watch can know. */
  before: number[];
}

/**
 * The stories an hour of watches whose last hour has enough of them to ask whether it is unusual. Copies are one story: a wire text in
 * twenty papers is no flood of news.
 */
export async function hourCounts(store: Store, now: number): Promise<HourCounts[]> {
  const { watches, watchMatches, syndication } = store.tables;
  const story = sql`coalesce(${syndication.storyId}, ${syndication.groupId}, ${watchMatches.articleId})`;
  const stories = sql<number>`count(distinct ${story})`.mapWith(Number);
  const counted = (where: SQL | undefined, hour: SQL<number>) =>
    store.db
      .select({ watchId: watchMatches.watchId, hour, stories })
      .from(watchMatches)
      .leftJoin(syndication, eq(syndication.articleId, watchMatches.articleId))
      .where(and(where, lte(watchMatches.at, now)));
  const lively = (
    await counted(gt(watchMatches.at, now - HOUR_MS), sql<number>`0`.mapWith(Number)).groupBy(watchMatches.watchId)
  ).filter((row) => row.stories >= FEWEST_STORIES);
  if (lively.length === 0) return [];
  const ids = lively.map((row) => row.watchId);
  // Both operands are whole numbers: the division is one of whole numbers in either dialect. The hours are numbered back from now.
  const hour = sql<number>`(cast(${now} as bigint) - ${watchMatches.at}) / ${sql.raw(String(HOUR_MS))}`.mapWith(Number);
  const rows = await counted(
    and(inArray(watchMatches.watchId, ids), gt(watchMatches.at, now - (USUAL_HOURS + 1) * HOUR_MS)),
    hour,
  ).groupBy(watchMatches.watchId, sql`2`);
  const known = await store.db
    .select({ id: watches.id, createdAt: watches.createdAt, oldest: min(watchMatches.at) })
    .from(watches)
    .innerJoin(watchMatches, eq(watchMatches.watchId, watches.id))
    .where(inArray(watches.id, ids))
    .groupBy(watches.id);
  return known.map(({ id, createdAt, oldest }) => {
    const since = Math.min(createdAt, oldest ?? createdAt);
    const hours = Math.min(USUAL_HOURS, Math.floor((now - since) / HOUR_MS) - 1);
    const before = new Array<number>(Math.max(0, hours)).fill(0);
    for (const row of rows)
      if (row.watchId === id && before[row.hour - 1] !== undefined) before[row.hour - 1] = row.stories;
    return { watchId: id, lastHour: lively.find((row) => row.watchId === id)!.stories, before };
  });
}

/** When a watch last told of its volume, epoch ms; null: never. */
export async function lastVolumeAlert(store: Store, watchId: string): Promise<number | null> {
  const { alerts } = store.tables;
  const [row] = await store.db
    .select({ at: alerts.at })
    .from(alerts)
    .where(and(eq(alerts.watchId, watchId), eq(alerts.kind, 'volume')))
    .orderBy(desc(alerts.at))
    .limit(1);
  return row?.at ?? null;
}
