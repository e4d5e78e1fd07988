import { and, asc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { firstMarkKey } from '../../text/posting-keys.ts';
import { listFor, preparedQuery } from '../database/prepared.ts';
import type { Db, Store } from '../database/store.ts';
import { bucketOf, eachPosting, MARK_BUCKETS, type Posting, packPostings } from './posting-lists.ts';

const DAY_MS = 86_400_000;

/** Marks serve a story for its two days and the two about it; twice that for what comes in late. */
const MARKS_KEPT_MS = 8 * DAY_MS;

/** Buckets that are gone through in one transaction: some tens of milliseconds at 50 million postings. */
const PART = 4096;

/** What of a store the postings need. */
type ListStore = Pick<Store, 'dialect' | 'tables'>;

interface ListRow {
  bucket: number;
  list: Uint8Array;
}

/** The numbers of the texts that have each of these keys, as of one moment. */
export async function readPostings(store: ListStore, keys: Iterable<number>, db: Db): Promise<Map<number, number[]>> {
  const wanted = new Set(keys);
  return postingsIn(await readLists(store, [...wanted].map(bucketOf), db), wanted);
}

function postingsIn(lists: readonly ListRow[], wanted: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { bucket, list } of lists) {
    eachPosting(bucket, list, (key, number) => {
      if (wanted.has(key)) push(found, key, number);
    });
  }
  return found;
}

function push(postings: Map<number, number[]>, key: number, number: number): void {
  const held = postings.get(key);
  if (held) held.push(number);
  else postings.set(key, [number]);
}

/**
 * Adds postings. They are bounded where they are written: a key that has as many as it may grows no more.
 * Two writers at once may both find room and go over it by one; neither undoes what the other adds.
 * @returns what then stands under these keys, as {@link readPostings}; null where another has added to their lists meanwhile: of two
 *   writers the one that comes second to a list waits for the first, and is told so
 */
export async function addPostings(
  store: ListStore,
  tx: Db,
  postings: readonly Posting[],
  roomOf: (key: number) => number = () => Number.POSITIVE_INFINITY,
): Promise<Map<number, number[]> | null> {
  const buckets = Map.groupBy(postings, ([key]) => bucketOf(key));
  const lists = await readLists(store, [...buckets.keys()], tx);
  const held = postingsIn(lists, new Set(postings.map(([key]) => key)));
  const lengths = new Map(lists.map(({ bucket, list }) => [bucket, list.byteLength]));
  const added = new Map<number, number>();
  const more: [number, string][] = [];
  const standing: Posting[] = [];
  for (const [bucket, own] of buckets) {
    const fitting = own.filter(([key]) => {
      const before = added.get(key) ?? 0;
      added.set(key, before + 1);
      return (held.get(key)?.length ?? 0) + before < roomOf(key);
    });
    if (fitting.length === 0) continue;
    const packed = packPostings(fitting);
    for (const [key, number] of fitting) standing.push([key, number]);
    more.push([bucket, Buffer.from(packed).toString('hex')]);
    lengths.set(bucket, (lengths.get(bucket) ?? 0) + packed.byteLength);
  }
  const written = await writeLists(store, tx, more, 'append');
  if (!written.every(({ bucket, bytes }) => lengths.get(bucket) === bytes)) return null;
  for (const [key, number] of standing) push(held, key, number);
  return held;
}

/** Takes a text's postings under these keys out, and those of its others that lie beside them. */
export async function removePostings(store: Store, tx: Db, number: number, keys: readonly number[]): Promise<void> {
  const { bucket } = store.tables.dedupLists;
  const buckets = [...new Set(keys.map(bucketOf))];
  await rewriteLists(store, tx, inArray(bucket, buckets), (_, held) => (held === number ? null : held));
}

/** Puts a text in the place of another under some keys: where a list is full, who has a better right to stand in it. */
export async function replacePostings(
  store: Store,
  tx: Db,
  number: number,
  others: ReadonlyMap<number, number>,
): Promise<void> {
  const { bucket } = store.tables.dedupLists;
  const buckets = [...new Set([...others.keys()].map(bucketOf))];
  await rewriteLists(store, tx, inArray(bucket, buckets), (key, held) => (others.get(key) === held ? number : held));
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
    await rewriteLists(store, tx, within(store, from, end), (_, number) => (numbers.has(number) ? null : number));
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
      rewriteLists(store, tx, within(store, from, from + PART), (_, number) =>
        number < recent.number ? null : number,
      ),
    );
  }
}

function within(store: Store, from: number, end: number): SQL | undefined {
  const { bucket } = store.tables.dedupLists;
  return and(gte(bucket, from), lt(bucket, end));
}

const listsOf = preparedQuery('dedup-lists-of', (db, { dialect, tables: { dedupLists: lists } }) => {
  const given = sql.placeholder('buckets');
  const columns = { bucket: lists.bucket, list: lists.list };
  const isWanted = sql`${lists.bucket} = wanted.value`;
  if (dialect === 'sqlite')
    return db.select(columns).from(sql`json_each(${given}) as wanted`).innerJoin(lists, isWanted);
  // Each bucket looked for by itself, in its one partition: the limit keeps the look-up apart. `= any` looks for each in all of them; of a
  // join the server reckons with as many, and rather goes through the whole of a table that was small when the plan was made.
  const found = db.select(columns).from(lists).where(isWanted).limit(1).as('found');
  return db
    .select({ bucket: found.bucket, list: found.list })
    .from(sql`unnest(${given}::bigint[]) as wanted (value)`)
    .crossJoinLateral(found);
});

async function readLists(store: ListStore, buckets: number[], db: Db): Promise<ListRow[]> {
  if (buckets.length === 0) return [];
  return listsOf(store, db, { buckets: listFor(store, [...new Set(buckets)]) });
}

/** Writes some lists anew, with what becomes of each posting (null: it goes); where nothing is left, the list goes. */
async function rewriteLists(
  store: Store,
  tx: Db,
  where: SQL | undefined,
  become: (key: number, number: number) => number | null,
): Promise<void> {
  const { dedupLists: lists } = store.tables;
  const query = tx.select().from(lists).where(where).orderBy(asc(lists.bucket));
  // SQLite has one writer; in Postgres another's addition between reading and writing would be lost.
  const rows = await (store.dialect === 'postgres' ? query.for('update') : query);
  const changed: [number, string][] = [];
  const emptied: number[] = [];
  for (const { bucket, list } of rows) {
    const kept: Posting[] = [];
    let isOther = false;
    eachPosting(bucket, list, (key, number) => {
      const now = become(key, number);
      if (now !== number) isOther = true;
      if (now !== null) kept.push([key, now]);
    });
    if (kept.length === 0) emptied.push(bucket);
    else if (isOther) changed.push([bucket, Buffer.from(packPostings(kept)).toString('hex')]);
  }
  for (let at = 0; at < emptied.length; at += 500)
    await tx.delete(lists).where(inArray(lists.bucket, emptied.slice(at, at + 500)));
  await writeLists(store, tx, changed, 'replace');
}

const listWriter = (way: 'append' | 'replace') =>
  preparedQuery(`dedup-lists-${way}`, (db, { dialect, tables: { dedupLists: lists } }) => {
    const rows =
      dialect === 'sqlite'
        ? sql`select value ->> 0, unhex(value ->> 1) from json_each(${sql.placeholder('rows')}) where true`
        : sql`select (v ->> 0)::bigint, decode(v ->> 1, 'hex') from json_array_elements(${sql.placeholder('rows')}::json) v order by 1`;
    const joined = sql`${lists.list} || excluded.list`;
    // Two blobs joined are text to SQLite; the cast leaves the bytes as they are.
    const appended = dialect === 'sqlite' ? sql`cast(${joined} as blob)` : joined;
    return db
      .insert(lists)
      .select(rows)
      .onConflictDoUpdate({ target: lists.bucket, set: { list: way === 'append' ? appended : sql`excluded.list` } })
      .returning({ bucket: lists.bucket, bytes: sql`length(${lists.list})`.mapWith(Number) });
  });
const writers = { append: listWriter('append'), replace: listWriter('replace') };

/** Writes lists, given as hexadecimal digits: a hundred bound values would cost more to prepare than to write. Tells how long they then are. */
async function writeLists(
  store: ListStore,
  tx: Db,
  rows: [number, string][],
  way: keyof typeof writers,
): Promise<{ bucket: number; bytes: number }[]> {
  if (rows.length === 0) return [];
  // In one order, so that two writers never wait for one another.
  const given = JSON.stringify(rows.sort(([a], [b]) => a - b));
  return writers[way](store, tx, { rows: given });
}
