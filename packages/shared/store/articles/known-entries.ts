import { and, eq, inArray } from 'drizzle-orm';
import { isOwnEntry } from '../../text/entry-address.ts';
import { urlKey } from '../../text/url.ts';
import { entryIdOf } from '../database/ids.ts';
import type { Db, Store } from '../database/store.ts';
import type { RawColumns } from '../journey/journey.ts';
import { gradeOf, isBelieved, looksAt } from './entry-changes.ts';
import { articlesAt } from './page-addresses.ts';

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
  /** Of what the feed says of the entry, in three parts (see `gradeOf`); when it changes, the page is fetched again. */
  stateHash: string;
  /** The host of its publisher where the link's is not it: a carrier's link. */
  outletHost?: string;
  /** Its bytes, where its text came with the feed: it has no page. */
  raw?: RawColumns;
}

type EntryRow = Store['tables']['entries']['$inferSelect'];

/** A poll's entries by id, sorted into those that the feed never gave, those that are to be looked at again, and the rest. */
export interface Sorted {
  fresh: string[];
  changed: string[];
  /** The row of each entry that was known, also under another key (a feed that renames its GUIDs). */
  known: Map<string, EntryRow>;
  /** The article at the link of each entry that is fresh or seems changed. */
  pageOf: Map<string, string>;
  /** Rows whose key the feed no longer uses, for the entry stands under another one. */
  renamed: string[];
}

/** Compares a poll's entries (by entry id) with what the feed gave before. Changes nothing. */
export async function sortEntries(
  store: Store,
  tx: Db,
  feedId: string,
  items: ReadonlyMap<string, Announced>,
  now: number,
): Promise<Sorted> {
  const { entries } = store.tables;
  const known = new Map<string, EntryRow>();
  for (const part of chunks([...items.keys()])) {
    for (const row of await tx.select().from(entries).where(inArray(entries.id, part))) known.set(row.id, row);
  }
  const seen = new Set(known.keys());
  const unsettled = [...items].filter(([id, item]) => {
    const row = known.get(id);
    return row === undefined || row.stateHash !== item.stateHash || row.link !== item.link;
  });
  const pageOf = await articlesAt(
    store,
    tx,
    unsettled.map(([, item]) => item.link),
  );
  const fresh = unsettled.flatMap(([id]) => (known.has(id) ? [] : [id]));
  const renamed: string[] = [];
  const freshPages = new Map(fresh.map((id) => [pageOf.get(items.get(id)!.link)!, id]));
  for (const part of chunks([...freshPages.keys()])) {
    const rows = await tx
      .select()
      .from(entries)
      .where(and(eq(entries.feedId, feedId), inArray(entries.articleId, part)));
    for (const row of rows) {
      const id = freshPages.get(row.articleId)!;
      // Its old key is in this document as well: two entries on one page.
      if (seen.has(row.id) || known.has(id)) continue;
      known.set(id, row);
      renamed.push(row.id);
    }
  }
  const doubtful = unsettled.filter(([id]) => known.has(id));
  const looks = await looksAt(store, tx, [...new Set(doubtful.map(([id]) => known.get(id)!.articleId))]);
  const changed = doubtful.flatMap(([id, item]) => {
    const row = known.get(id)!;
    const grade = gradeOf(row.stateHash, item.stateHash);
    // A look at what came with the feed costs nothing.
    if (isOwnEntry(item.link)) return item.raw && (grade === 'title' || grade === 'words') ? [id] : [];
    const look = looks(row.articleId);
    const elsewhere = pageOf.get(item.link) !== row.articleId && urlKey(row.link) !== urlKey(item.link);
    const otherPage =
      elsewhere && (pathOf(row.link) !== pathOf(item.link) || look.failed || grade === 'title' || grade === 'words');
    // Parameters that change under the same words of a page that was read are a server's own marks.
    if (elsewhere && !otherPage) return [];
    return otherPage || isBelieved(grade, look, now) ? [id] : [];
  });
  return { fresh: fresh.filter((id) => !known.has(id)), changed, known, pageOf, renamed };
}

/** What a feed said last of these entries (`stateHash`), by their keys; of those that it never gave, nothing. */
export async function statesOf(
  store: Store,
  feedId: string,
  said: ReadonlyArray<{ entryKey: string }>,
): Promise<Map<string, string>> {
  const { entries } = store.tables;
  const found = new Map<string, string>();
  for (const part of chunks(said.map(({ entryKey }) => entryIdOf(feedId, entryKey)))) {
    const rows = await store.db
      .select({ key: entries.entryKey, state: entries.stateHash })
      .from(entries)
      .where(inArray(entries.id, part));
    for (const { key, state } of rows) found.set(key, state);
  }
  return found;
}

/** Keeps that a feed carried an earlier page under an entry which now leads to another one. */
export async function keepPast(
  store: Store,
  tx: Db,
  feedId: string,
  moves: ReadonlyArray<{ row: EntryRow; to: string }>,
): Promise<void> {
  const { entries } = store.tables;
  for (const { row, to } of moves) {
    const key = pastKey(row.articleId);
    const past = { ...row, id: entryIdOf(feedId, key), entryKey: key };
    await tx.insert(entries).values(past).onConflictDoNothing();
    await tx.delete(entries).where(eq(entries.id, entryIdOf(feedId, pastKey(to))));
  }
}

/** The key of an entry's earlier page: one row for each, however often the entry comes back to it. */
export function pastKey(articleId: string): string {
  return `past:${articleId}`;
}

function pathOf(url: string): string {
  return urlKey(url).replace(/\?.*$/s, '');
}

/** SQLite takes 32,766 bound values a statement; a row of ours has some twenty. */
export function chunks<T>(all: T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / 400) }, (_, index) => all.slice(index * 400, index * 400 + 400));
}
