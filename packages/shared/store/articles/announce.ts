import { and, count, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { Lane } from '../../pipeline.ts';
import { hostOf } from '../../text/host.ts';
import { urlKey } from '../../text/url.ts';
import { articleIdOf, entryIdOf } from '../database/ids.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import { ensureOutlets } from '../feeds/outlets.ts';
import { departure, type RawColumns, startJourneys } from '../journey/journey.ts';
import { type Announced, chunks, keepPast, sortEntries } from './known-entries.ts';
import { takeKeys } from './page-addresses.ts';

/** How a poll's entries look beside what the feed gave before. */
export interface Sight {
  /** Entries that the feed gave before this poll. */
  knownEntries: number;
  /** `fresh`: under a key that the feed never used. `linkKnown`: an entry of this feed leads to the same page already. `published` in ISO 8601, or null. */
  entries: Array<{ fresh: boolean; linkKnown: boolean; published: string | null }>;
}

export interface AnnounceResult {
  newEntries: number;
  newArticles: number;
  changedEntries: number;
  /** New articles: their jobs are to be added after the transaction. */
  waiting: Array<{ id: string; epoch: number; lane: Lane; stage: 'fetch' | 'clean' }>;
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
  options: { now: number; lane: Lane | ((sight: Sight) => Lane) },
): Promise<AnnounceResult> {
  const { entries, articles } = store.tables;
  const items = new Map(announced.map((item) => [entryIdOf(feedId, item.entryKey), withoutNul(item)]));
  const { fresh, changed, known, pageOf: seen, renamed } = await sortEntries(store, tx, feedId, items, options.now);
  const said = [...fresh, ...changed].map((id) => items.get(id)!);
  const judged = async (judge: (sight: Sight) => Lane) =>
    judge(await sightOf(store, tx, feedId, items, { fresh, seen, known }));
  const lane = typeof options.lane === 'string' ? options.lane : await judged(options.lane);
  const { created, pageOf } = await announcePages(
    store,
    tx,
    said.map((item) => ({ url: item.link, title: item.title, outletHost: item.outletHost, raw: item.raw })),
    { now: options.now, lane },
  );
  const moves = changed.flatMap((id) => {
    const [row, to] = [known.get(id)!, pageOf.get(items.get(id)!.link)!];
    return row.articleId === to ? [] : [{ row, to }];
  });
  await keepPast(store, tx, feedId, moves);
  // A renamed entry without a change takes its new key and keeps all else.
  const rekeyed = [...items.keys()].filter((id) => known.has(id) && known.get(id)!.id !== id);
  for (const part of chunks(renamed)) await tx.delete(entries).where(inArray(entries.id, part));
  for (const part of chunks(rekeyed)) {
    const rows = part.map((id) => {
      const { entryKey, guid } = items.get(id)!;
      return { ...known.get(id)!, id, entryKey, guid };
    });
    await tx.insert(entries).values(rows).onConflictDoNothing();
  }
  const forgotten = await forgottenAmong(store, tx, [...new Set(pageOf.values())]);
  for (const part of chunks([...fresh, ...changed])) {
    const rows = part.map((id) => {
      const { outletHost: _, raw: __, ...item } = items.get(id)!;
      const articleId = pageOf.get(item.link)!;
      // Of a forgotten page the feed's own words are not kept either.
      const unsaid = forgotten.has(articleId) ? { title: null, summary: null, author: null } : {};
      return { ...item, ...unsaid, id, feedId, articleId, firstSeenAt: options.now, lastSeenAt: options.now };
    });
    await tx
      .insert(entries)
      .values(rows)
      .onConflictDoUpdate({ target: entries.id, set: lastSaid(store) });
  }
  const texts = new Map(said.flatMap(({ link, raw }) => (raw ? [[pageOf.get(link)!, raw] as const] : [])));
  const again = new Set(
    changed.map((id) => pageOf.get(items.get(id)!.link)!).filter((id) => !created.has(id) && !forgotten.has(id)),
  );
  const toFetch = [...again].filter((id) => !texts.has(id));
  await startJourneys(store, tx, toFetch, 'fetch', { now: options.now, lane });
  for (const id of again) {
    const raw = texts.get(id);
    if (raw === undefined) continue;
    await tx.update(articles).set(raw).where(eq(articles.id, id));
    await startJourneys(store, tx, [id], 'clean', { now: options.now, lane });
  }
  const stageOf = (id: string) => (texts.has(id) ? 'clean' : 'fetch');
  const waiting = [...created].map((id) => ({ id, epoch: 1, lane, stage: stageOf(id) }) as const);
  return { newEntries: fresh.length, newArticles: created.size, changedEntries: changed.length, waiting };
}

async function sightOf(
  store: Store,
  tx: Db,
  feedId: string,
  items: ReadonlyMap<string, Announced>,
  {
    fresh,
    seen,
    known,
  }: { fresh: readonly string[]; seen: ReadonlyMap<string, string>; known: ReadonlyMap<string, { id: string }> },
): Promise<Sight> {
  const { entries } = store.tables;
  const [before] = await tx.select({ n: count() }).from(entries).where(eq(entries.feedId, feedId));
  const carried = new Set<string>();
  for (const part of chunks([...new Set(seen.values())])) {
    const rows = await tx
      .select({ articleId: entries.articleId })
      .from(entries)
      .where(and(inArray(entries.articleId, part), eq(entries.feedId, feedId)));
    for (const row of rows) carried.add(row.articleId);
  }
  const isFresh = new Set(fresh);
  return {
    knownEntries: before?.n ?? 0,
    entries: [...items].map(([id, item]) => ({
      fresh: isFresh.has(id) || known.get(id)?.id !== id,
      linkKnown: carried.has(seen.get(item.link) ?? ''),
      published: item.published ?? item.updated,
    })),
  };
}

/** Those of these articles that were forgotten. */
export async function forgottenAmong(store: Store, tx: Db, ids: string[]): Promise<Set<string>> {
  const { articles } = store.tables;
  const found = new Set<string>();
  for (const part of chunks(ids)) {
    const rows = await tx
      .select({ id: articles.id })
      .from(articles)
      .where(and(inArray(articles.id, part), eq(articles.outcome, 'forgotten')));
    for (const row of rows) found.add(row.id);
  }
  return found;
}

/** What an entry that is announced again overwrites: all but its identity and its first sight. */
function lastSaid(store: Store) {
  const { id, feedId, entryKey, firstSeenAt, ...said } = getTableColumns(store.tables.entries);
  return Object.fromEntries(Object.keys(said).map((key) => [key, sql.raw(`excluded.${toSnakeCase(key)}`)]));
}

/**
 * Makes an article of each page that is not known yet, under whatever address.
 * @returns the ids of those that are new, and the article of each address
 */
export async function announcePages(
  store: Store,
  tx: Db,
  pages: Array<{ url: string; title: string | null; outletHost?: string | undefined; raw?: RawColumns | undefined }>,
  options: { now: number; lane: Lane },
): Promise<{ created: Set<string>; pageOf: Map<string, string> }> {
  const { articles } = store.tables;
  const urls = [...new Set(pages.map((page) => page.url))];
  const owners = await takeKeys(store, tx, new Map(urls.map((url) => [urlKey(url), articleIdOf(url)])));
  const pageOf = new Map(urls.map((url) => [url, owners.get(urlKey(url))!]));
  // In one order for everybody: two polls that announce the same pages must not wait for one another in a circle.
  const byId = new Map(
    pages.map((page) => [pageOf.get(page.url)!, page] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const created = new Set<string>();
  for (const part of chunks([...byId.keys()])) {
    const outletOf = (id: string) => byId.get(id)!.outletHost ?? hostOf(byId.get(id)!.url);
    await ensureOutlets(store, tx, part.map(outletOf), options.now);
    const rows = part.map((id) => {
      const page = byId.get(id)!;
      return {
        id,
        url: page.url,
        urlKey: urlKey(page.url),
        outletId: outletOf(id),
        title: page.title,
        epoch: 1,
        firstSeenAt: options.now,
        ...departure(page.raw ? 'clean' : 'fetch', options),
        ...page.raw,
      };
    });
    const inserted = await tx.insert(articles).values(rows).onConflictDoNothing().returning({ id: articles.id });
    for (const row of inserted) created.add(row.id);
  }
  return { created, pageOf };
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
