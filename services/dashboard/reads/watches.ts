import { type ArticleLine, articleLines } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { findWatch, listWatches, type WatchRow, WatchTrouble } from '@wirewatch/shared/store/watches/watches.ts';
import { and, asc, count, desc, eq, inArray } from 'drizzle-orm';

/** A watch with how much it found and told. */
export interface WatchCounts {
  watch: WatchRow;
  articles: number;
  alerts: number;
  newestAt: number | null;
}

/** Every watch by name. Its counts may be some seconds old; those of a watch that was not there then are counted now. */
export async function countedWatches({
  store,
  counts,
}: {
  store: Store;
  counts: { watches: () => Promise<Map<string, Omit<WatchCounts, 'watch'>>> };
}): Promise<WatchCounts[]> {
  const { watches } = store.tables;
  const [rows, tallies] = await Promise.all([
    store.db.select().from(watches).orderBy(asc(watches.name)),
    counts.watches(),
  ]);
  return Promise.all(
    rows.map(async (watch) => ({
      watch,
      ...(tallies.get(watch.id) ?? { ...(await countsOf(store, watch.id)), newestAt: null }),
    })),
  );
}

/** How much every watch found and told, by its id. Reads every match: ask for it rarely. */
export async function watchTallies(store: Store): Promise<Map<string, Omit<WatchCounts, 'watch'>>> {
  const { alerts } = store.tables;
  const [found, told] = await Promise.all([
    listWatches(store),
    store.db.select({ id: alerts.watchId, n: count() }).from(alerts).groupBy(alerts.watchId),
  ]);
  const alertsOf = new Map(told.map(({ id, n }) => [id, n]));
  return new Map(
    found.map(({ watch: { id }, articles, newestAt }) => [id, { articles, alerts: alertsOf.get(id) ?? 0, newestAt }]),
  );
}

/** A watch by its id or name, or null. */
export async function watchOrNull(store: Store, idOrName: string): Promise<WatchRow | null> {
  try {
    return await findWatch(store, idOrName);
  } catch (error) {
    if (error instanceof WatchTrouble) return null;
    throw error;
  }
}

/** How many articles are on a watch, and how many alerts it raised. */
export async function countsOf(store: Store, watchId: string): Promise<{ articles: number; alerts: number }> {
  const { watchMatches, alerts } = store.tables;
  const [[articles], [told]] = await Promise.all([
    store.db.select({ n: count() }).from(watchMatches).where(eq(watchMatches.watchId, watchId)),
    store.db.select({ n: count() }).from(alerts).where(eq(alerts.watchId, watchId)),
  ]);
  return { articles: articles?.n ?? 0, alerts: told?.n ?? 0 };
}

/** An article that is on a watch, with the words and labels of it that the watch names. */
export interface Match {
  line: ArticleLine;
  text: string;
  matched: string[];
}

/** The newest articles on a watch. */
export async function newestMatches(store: Store, watchId: string, limit: number): Promise<Match[]> {
  const { watchMatches } = store.tables;
  const rows = await store.db
    .select({ id: watchMatches.articleId, matched: watchMatches.matched })
    .from(watchMatches)
    .where(eq(watchMatches.watchId, watchId))
    .orderBy(desc(watchMatches.at), desc(watchMatches.articleId))
    .limit(limit);
  return withTexts(store, rows);
}

/** Ids of the newest articles on a watch, and whether there are more. */
export async function newestIdsOn(
  store: Store,
  watchId: string,
  limit: number,
): Promise<{ ids: string[]; more: boolean }> {
  const { watchMatches } = store.tables;
  const rows = await store.db
    .select({ id: watchMatches.articleId })
    .from(watchMatches)
    .where(eq(watchMatches.watchId, watchId))
    .orderBy(desc(watchMatches.at), desc(watchMatches.articleId))
    .limit(limit + 1);
  return { ids: rows.slice(0, limit).map(({ id }) => id), more: rows.length > limit };
}

/** Articles with their texts, in the order given. */
export async function withTexts(store: Store, rows: Array<{ id: string; matched: string[] }>): Promise<Match[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const { articles, revisions } = store.tables;
  const [lines, texts] = await Promise.all([
    articleLines(store, ids),
    store.db
      .select({ id: articles.id, text: revisions.text })
      .from(articles)
      .innerJoin(revisions, eq(revisions.id, articles.revisionId))
      .where(inArray(articles.id, ids)),
  ]);
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  return rows.flatMap(({ id, matched }) => {
    const line = lineOf.get(id);
    return line ? [{ line, text: textOf.get(id) ?? '', matched }] : [];
  });
}

/** How many deliveries were given up: all, of a watch, or one. */
export async function countDead(store: Store, filter: { ids?: number[]; watchId?: string }): Promise<number> {
  const { webhookDeliveries: table } = store.tables;
  const [row] = await store.db
    .select({ n: count() })
    .from(table)
    .where(
      and(
        eq(table.status, 'dead'),
        filter.ids ? inArray(table.id, filter.ids) : undefined,
        filter.watchId === undefined ? undefined : eq(table.watchId, filter.watchId),
      ),
    );
  return row?.n ?? 0;
}
