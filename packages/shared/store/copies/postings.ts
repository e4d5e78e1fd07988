import { and, asc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { firstMarkKey } from '../../text/posting-keys.ts';
import type { Db, Store } from '../database/store.ts';
import { bucketOf, eachPosting, MARK_BUCKETS, type Posting, packPostings } from './posting-lists.ts';

const DAY_MS = 86_400_000;

/** Marks serve a story for its two days and the two about it; twice that for what comes in late. */
const MARKS_KEPT_MS = 8 * DAY_MS;

/** Buckets that are gone through in one transaction: some tens of milliseconds at 50 million postings. */
const PART = 4096;

/** What of a store the postings need. */
export type ListStore = Pick<Store, 'dialect' | 'tables' | 'rows'>;

interface ListRow {
  bucket: number | string;
  list: Uint8Array;
}

/** The numbers of the texts that have each of these keys, as of one moment. */
export async function readPostings(store: ListStore, keys: Iterable<number>, db?: Db): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>();
  const wanted = new Set(keys);
  for (const { bucket, list } of await readLists(store, [...wanted].map(bucketOf), db)) {
    eachPosting(bucket, list, (key, number) => {
      if (!wanted.has(key)) return;
      const held = found.get(key);
      if (held) held.push(number);
      else found.set(key, [number]);
    });
  }
  return found;
}

/**
 * Adds postings. They are bounded where they are written: a key that has as many as it may grows no more.
 * Two writers at once may both find room and go over it by one; neither undoes what the other adds.
 */
export async function addPostings(
  store: ListStore,
  tx: Db,
  postings: readonly Posting[],
  roomOf: (key: number) => number = () => Number.POSITIVE_INFINITY,
): Promise<void> {
  const buckets = Map.groupBy(postings, ([key]) => bucketOf(key));
  const held = new Map<number, number>();
  const wanted = new Set(postings.map(([key]) => key));
  for (const { bucket, list } of await readLists(store, [...buckets.keys()], tx)) {
    eachPosting(bucket, list, (key) => {
      if (wanted.has(key)) held.set(key, (held.get(key) ?? 0) + 1);
    });
  }
  const more: [number, string][] = [];
  for (const [bucket, own] of buckets) {
    const fitting = own.filter(([key]) => {
      const count = held.get(key) ?? 0;
      held.set(key, count + 1);
      return count < roomOf(key);
    });
    if (fitting.length > 0) more.push([bucket, Buffer.from(packPostings(fitting)).toString('hex')]);
  }
  const { list } = store.tables.dedupLists;
  // Two blobs joined are text to SQLite; the cast leaves the bytes as they are.
  const joined =
    store.dialect === 'sqlite' ? sql`cast(${list} || excluded.list as blob)` : sql`${list} || excluded.list`;
  await writeLists(store, tx, more, joined);
}

/** Takes a text's postings under these keys out, and those of its others that lie beside them. */
export async function removePostings(store: Store, tx: Db, number: number, keys: readonly number[]): Promise<void> {
  const { bucket } = store.tables.dedupLists;
  const buckets = [...new Set(keys.map(bucketOf))];
  await filterLists(store, tx, inArray(bucket, buckets), (_, held) => held !== number);
}

/** Takes all postings of some texts out. They stand by shingle: all are read to find them, which a rare wish may cost. */
export async function removeAllPostings(store: Store, tx: Db, numbers: ReadonlySet<number>): Promise<void> {
  const { dedupLists: lists } = store.tables;
  for (let from = 0; ; ) {
    const part = await tx
      .select({ bucket: lists.bucket })
      .from(lists)
      .where(gte(lists.bucket, from))
      .orderBy(asc(lists.bucket))
      .limit(PART);
    if (part.length === 0) return;
    const end = part.at(-1)!.bucket + 1;
    await filterLists(store, tx, within(store, from, end), (_, number) => !numbers.has(number));
    from = end;
  }
}

/** Removes the marks of stories whose time is over. */
export async function clearMarks(store: Store, now: number): Promise<void> {
  const { dedupLists: lists } = store.tables;
  const end = bucketOf(firstMarkKey(now - MARKS_KEPT_MS));
  for (;;) {
    const [first] = await store.db
      .select({ bucket: lists.bucket })
      .from(lists)
      .where(within(store, MARK_BUCKETS, end))
      .orderBy(asc(lists.bucket))
      .limit(1);
    if (!first) return;
    const until = Math.min(end, first.bucket + PART);
    await store.write((tx) => tx.delete(lists).where(within(store, first.bucket, until)));
  }
}

/**
 * Takes articles that were first seen before an instant (epoch ms) out of the inverted index: what repeats a part of one is no
 * longer found. Exact hash, addresses and links stay, so an exact copy is recognised for all time. An article that was read anew
 * counts with those of its day.
 */
export async function clearPostings(store: Store, before: number): Promise<void> {
  const { articles, dedupArticles } = store.tables;
  // Numbers grow with time: all below the first of a recent article are of old ones.
  const [recent] = await store.db
    .select({ number: dedupArticles.number })
    .from(dedupArticles)
    .innerJoin(articles, eq(articles.id, dedupArticles.articleId))
    .where(gte(articles.firstSeenAt, before))
    .orderBy(asc(dedupArticles.number))
    .limit(1);
  if (!recent) return;
  for (let from = 0; from < MARK_BUCKETS; from += PART) {
    await store.write((tx) =>
      filterLists(store, tx, within(store, from, from + PART), (_, number) => number >= recent.number),
    );
  }
}

function within(store: Store, from: number, end: number): SQL | undefined {
  const { bucket } = store.tables.dedupLists;
  return and(gte(bucket, from), lt(bucket, end));
}

async function readLists(
  store: ListStore,
  buckets: number[],
  db?: Db,
): Promise<{ bucket: number; list: Uint8Array }[]> {
  if (buckets.length === 0) return [];
  const distinct = [...new Set(buckets)];
  const rows = await store.rows<ListRow>(
    store.dialect === 'sqlite'
      ? sql`select bucket, list from dedup_lists where bucket in (select value from json_each(${JSON.stringify(distinct)}))`
      : sql`select bucket, list from dedup_lists where bucket = any(${`{${distinct.join()}}`}::bigint[])`,
    db,
  );
  return rows.map(({ bucket, list }) => ({ bucket: Number(bucket), list }));
}

/** Keeps of some lists only what is to stay; where nothing is, the list goes. */
async function filterLists(
  store: Store,
  tx: Db,
  where: SQL | undefined,
  stays: (key: number, number: number) => boolean,
): Promise<void> {
  const { dedupLists: lists } = store.tables;
  const query = tx.select().from(lists).where(where).orderBy(asc(lists.bucket));
  // SQLite has one writer; in Postgres another's addition between reading and writing would be lost.
  const rows = await (store.dialect === 'postgres' ? query.for('update') : query);
  const changed: [number, string][] = [];
  const emptied: number[] = [];
  for (const { bucket, list } of rows) {
    const kept: Posting[] = [];
    let all = 0;
    eachPosting(bucket, list, (key, number) => {
      all += 1;
      if (stays(key, number)) kept.push([key, number]);
    });
    if (kept.length === 0) emptied.push(bucket);
    else if (kept.length < all) changed.push([bucket, Buffer.from(packPostings(kept)).toString('hex')]);
  }
  for (let at = 0; at < emptied.length; at += 500)
    await tx.delete(lists).where(inArray(lists.bucket, emptied.slice(at, at + 500)));
  await writeLists(store, tx, changed, sql`excluded.list`);
}

/** Writes lists, given as hexadecimal digits: a hundred bound values would cost more to prepare than to write. */
async function writeLists(store: ListStore, tx: Db, rows: [number, string][], list: SQL): Promise<void> {
  const { dedupLists: lists } = store.tables;
  if (rows.length === 0) return;
  // In one order, so that two writers never wait for one another.
  const given = JSON.stringify(rows.sort(([a], [b]) => a - b));
  const select =
    store.dialect === 'sqlite'
      ? sql`select value ->> 0, unhex(value ->> 1) from json_each(${given}) where true`
      : sql`select (v ->> 0)::bigint, decode(v ->> 1, 'hex') from json_array_elements(${given}::json) v order by 1`;
  await tx.insert(lists).select(select).onConflictDoUpdate({ target: lists.bucket, set: { list } });
}
