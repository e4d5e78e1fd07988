import { setImmediate as breathe } from 'node:timers/promises';
import { and, asc, desc, eq, gt, gte, lt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Relation } from '../../contracts/syndication.ts';
import { preparedQuery } from '../database/prepared.ts';
import type { Db, Store } from '../database/store.ts';
import { oncePerHouse, pairStats } from './statistics.ts';

/** Where one article stands, by houses: what the statistics of copying are made of. */
export interface HouseRow {
  /** The outlet's house, else its id. */
  outlet: string;
  outletId: string;
  group: string;
  relation: Relation;
  /** The original's house; a name where its outlet is not in the store; null where there is no original. */
  original: string | null;
  /** The id of the original's outlet, where a page of it is in the store. */
  originalOutletId: string | null;
  /** Whether a credit speaks for it. */
  credited: boolean;
  coverage: number | null;
  originalCoverage: number | null;
  lagSeconds: number | null;
}

/** Rows read in one go, some milliseconds: what else the process has to do is done between them. */
const ROWS_AT_ONCE = 500;
/** Articles of a span that are read: a page waits for them. */
const MOST_WITHIN = 20_000;

/** Articles that were first seen in a span of time: epoch ms, the end exclusive; null where it is open. */
export interface SeenWithin {
  from: number | null;
  to: number | null;
}

/** Every article that the deduplicator has settled, in no order that means anything. */
export async function* readHouseRows(store: Store): AsyncGenerator<HouseRow> {
  const read = await readerOf(store);
  for (let after = ''; ; ) {
    const rows = await rowsAfter(store, store.db, { after });
    after = rows.at(-1)?.id ?? after;
    yield* rows.map(read);
    if (rows.length < ROWS_AT_ONCE) return;
    await breathe();
  }
}

const rowsAfter = preparedQuery('house-rows-after', (db, store) => {
  const { syndication, articles } = store.tables;
  const after = sql.placeholder('after');
  return (
    rowsOf(store, db)
      // Said of both: Postgres joins by merging, and would else walk the articles from the first on for every part.
      .where(and(gt(syndication.articleId, after), gt(articles.id, after)))
      .orderBy(asc(syndication.articleId))
      .limit(ROWS_AT_ONCE)
  );
});

/** The same of articles first seen within a span, the newest, and whether there are more than are read. */
async function rowsWithin(store: Store, { from, to }: SeenWithin): Promise<{ rows: HouseRow[]; cut: boolean }> {
  const { articles } = store.tables;
  const read = await readerOf(store);
  const rows = await rowsOf(store, store.db)
    .where(
      and(
        from === null ? undefined : gte(articles.firstSeenAt, from),
        to === null ? undefined : lt(articles.firstSeenAt, to),
      ),
    )
    .orderBy(desc(articles.firstSeenAt))
    .limit(MOST_WITHIN + 1);
  return { rows: rows.slice(0, MOST_WITHIN).map(read), cut: rows.length > MOST_WITHIN };
}

function rowsOf(store: Pick<Store, 'tables'>, db: Db) {
  const { syndication, articles } = store.tables;
  const originals = alias(articles, 'originals');
  return db
    .select({
      id: syndication.articleId,
      outletId: articles.outletId,
      group: syndication.groupId,
      relation: syndication.relation,
      from: originals.outletId,
      named: syndication.original,
      credited: sql<boolean>`case when cast(${syndication.basis} as text) like '%"credit"%' then 1 else 0 end`.mapWith(
        Boolean,
      ),
      coverage: syndication.coverage,
      originalCoverage: syndication.originalCoverage,
      lagSeconds: syndication.lagSeconds,
    })
    .from(articles)
    .innerJoin(syndication, eq(syndication.articleId, articles.id))
    .leftJoin(originals, eq(originals.id, syndication.originalId))
    .$dynamic();
}

/** Puts houses in place of outlets. */
async function readerOf(store: Store): Promise<(row: Awaited<ReturnType<typeof rowsOf>>[number]) => HouseRow> {
  const known = await outletsByName(store);
  const houses = new Map(
    (await store.db.select().from(store.tables.outlets)).map(({ id, house }) => [id, house ?? id]),
  );
  return ({ id: _, outletId, from, named, ...row }) => {
    const source = from ?? (named === null ? null : (known.get(named.toLowerCase())?.id ?? named));
    const original = source === null ? null : (houses.get(source) ?? source);
    return { ...row, outletId, originalOutletId: from, outlet: houses.get(outletId) ?? outletId, original };
  };
}

/** One house's texts in another: how many, and how long after. */
export interface CopyPair {
  /** The house that carries the texts: an outlet's id, or the name under which the operator joined several. */
  by: string;
  byName: string;
  /** The house that they came from; null where none of its pages are in the store. */
  from: string | null;
  fromName: string;
  copies: number;
  /** The median, the lower of two; null where no lag is known. */
  lagSeconds: number | null;
}

/** Who copies whom by articles first seen within a span: at most the newest 20,000, and whether there are more. */
export async function copyPairsWithin(store: Store, span: SeenWithin): Promise<{ pairs: CopyPair[]; cut: boolean }> {
  const { rows, cut } = await rowsWithin(store, span);
  return { pairs: await pairsOf(store, rows), cut };
}

/** Who copies whom by these rows, how many, how fast; most first. Rows of texts that stand alone may be left out. */
export async function pairsOf(store: Store, rows: readonly HouseRow[]): Promise<CopyPair[]> {
  const outlets = await store.db.select().from(store.tables.outlets);
  const names = new Map(outlets.map(({ id, house, name }) => (house === null ? [id, name] : [house, house])));
  return pairStats(oncePerHouse(rows)).flatMap(({ outlet, original, copies, medianLagSeconds }) =>
    copies === 0
      ? []
      : {
          by: outlet,
          byName: names.get(outlet) ?? outlet,
          from: names.has(original) ? original : null,
          fromName: names.get(original) ?? original,
          copies,
          lagSeconds: medianLagSeconds,
        },
  );
}

async function outletsByName(store: Store): Promise<Map<string, { id: string; name: string }>> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ id: outlets.id, name: outlets.name, aliases: outlets.aliases }).from(outlets);
  return new Map(
    rows.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each): [string, { id: string; name: string }] => [each.toLowerCase(), { id, name }]),
    ),
  );
}
