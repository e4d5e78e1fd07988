import { eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { Lane } from '../pipeline.ts';
import { hostOf } from '../text/host.ts';
import { urlKey } from '../text/url.ts';
import { articleIdOf, entryIdOf } from './ids.ts';
import { departure, startJourneys } from './journey.ts';
import { ensureOutlets } from './outlets.ts';
import { type Db, type Store, withoutNul } from './store.ts';

/** One entry of a feed, identified. */
export interface Announced {
  entryKey: string;
  guid: string | null;
  link: string;
  title: string | null;
  summary: string | null;
  author: string | null;
  published: string | null;
  updated: string | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  /** Of what the feed says of the entry; when it changes, the page is fetched again. */
  stateHash: string;
}

export interface AnnounceResult {
  newEntries: number;
  newArticles: number;
  changedEntries: number;
  /** New articles: their jobs are to be added after the transaction. */
  waiting: Array<{ id: string; epoch: number }>;
}

/**
 * Takes a feed's entries in: each entry is recorded with its feed, each new page becomes an article that waits to be fetched, a
 * changed entry sends its page on a new journey. Doing it twice changes nothing.
 */
export async function announceEntries(
  store: Store,
  tx: Db,
  feedId: string,
  announced: Announced[],
  options: { now: number; lane: Lane },
): Promise<AnnounceResult> {
  const { entries } = store.tables;
  const items = new Map(announced.map((item) => [entryIdOf(feedId, item.entryKey), withoutNul(item)]));
  const ids = [...items.keys()];
  const known = new Map<string, { stateHash: string; articleId: string }>();
  for (const part of chunks(ids)) {
    const rows = await tx
      .select({ id: entries.id, stateHash: entries.stateHash, articleId: entries.articleId })
      .from(entries)
      .where(inArray(entries.id, part));
    for (const row of rows) known.set(row.id, row);
  }
  const fresh = ids.filter((id) => !known.has(id));
  const changed = ids.filter((id) => known.has(id) && known.get(id)?.stateHash !== items.get(id)?.stateHash);

  const { created } = await announcePages(
    store,
    tx,
    [...fresh, ...changed].map((id) => items.get(id)!).map((item) => ({ url: item.link, title: item.title })),
    options,
  );
  for (const part of chunks([...fresh, ...changed])) {
    const rows = part.map((id) => {
      const item = items.get(id)!;
      return {
        ...item,
        id,
        feedId,
        articleId: articleIdOf(item.link),
        firstSeenAt: options.now,
        lastSeenAt: options.now,
      };
    });
    await tx
      .insert(entries)
      .values(rows)
      .onConflictDoUpdate({ target: entries.id, set: lastSaid(store) });
  }
  const again = changed.map((id) => articleIdOf(items.get(id)!.link)).filter((id) => !created.has(id));
  await startJourneys(store, tx, [...new Set(again)], 'fetch', options);
  const waiting = [...created].map((id) => ({ id, epoch: 1 }));
  return { newEntries: fresh.length, newArticles: created.size, changedEntries: changed.length, waiting };
}

/** What an entry that is announced again overwrites: all but its identity and its first sight. */
function lastSaid(store: Store) {
  const { id, feedId, entryKey, firstSeenAt, ...said } = getTableColumns(store.tables.entries);
  return Object.fromEntries(Object.keys(said).map((key) => [key, sql.raw(`excluded.${toSnakeCase(key)}`)]));
}

/** Makes an article of each page that is not known yet. Returns the ids of those that are new. */
export async function announcePages(
  store: Store,
  tx: Db,
  pages: Array<{ url: string; title: string | null }>,
  options: { now: number; lane: Lane },
): Promise<{ created: Set<string> }> {
  const { articles } = store.tables;
  // In one order for everybody: two polls that announce the same pages must not wait for one another in a circle.
  const byId = new Map(
    pages.map((page) => [articleIdOf(page.url), page] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const created = new Set<string>();
  for (const part of chunks([...byId.keys()])) {
    const hosts = part.map((id) => hostOf(byId.get(id)!.url));
    await ensureOutlets(store, tx, hosts, options.now);
    const rows = part.map((id) => {
      const page = byId.get(id)!;
      return {
        id,
        url: page.url,
        urlKey: urlKey(page.url),
        outletId: hostOf(page.url),
        title: page.title,
        epoch: 1,
        firstSeenAt: options.now,
        ...departure('fetch', options),
      };
    });
    const inserted = await tx.insert(articles).values(rows).onConflictDoNothing().returning({ id: articles.id });
    for (const row of inserted) created.add(row.id);
  }
  return { created };
}

/** Every feed that carried an article, first one first. */
export async function feedsThatCarried(
  store: Store,
  articleId: string,
): Promise<Array<{ url: string; guid: string | null; seenAt: number }>> {
  const { entries, feeds } = store.tables;
  return store.db
    .select({ url: feeds.url, guid: entries.guid, seenAt: entries.firstSeenAt })
    .from(entries)
    .innerJoin(feeds, eq(feeds.id, entries.feedId))
    .where(eq(entries.articleId, articleId))
    .orderBy(entries.firstSeenAt);
}

/** SQLite takes 32,766 bound values a statement; a row of ours has some twenty. */
function chunks<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 400) }, (_, index) => all.slice(index * 400, index * 400 + 400));
}
