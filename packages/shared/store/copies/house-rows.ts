import { asc, eq, gt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Relation } from '../../contracts/syndication.ts';
import type { Store } from '../database/store.ts';
import { oncePerHouse, pairStats } from './statistics.ts';

/** Where one article stands, by houses: what the statistics of copying are made of. */
export interface HouseRow {
  /** The outlet's house, else its id. */
  outlet: string;
  group: string;
  relation: Relation;
  /** The original's house; a name where its outlet is not in the store; null where there is no original. */
  original: string | null;
  coverage: number | null;
  originalCoverage: number | null;
  lagSeconds: number | null;
}

/** Rows read in one go: some megabytes. */
const ROWS_AT_ONCE = 5000;

/** Every article that the deduplicator has settled, in no order that means anything. */
export async function* readHouseRows(store: Store): AsyncGenerator<HouseRow> {
  const { syndication, articles, outlets } = store.tables;
  const originals = alias(articles, 'originals');
  const known = await outletsByName(store);
  const houses = new Map((await store.db.select().from(outlets)).map(({ id, house }) => [id, house ?? id]));
  for (let after = ''; ; ) {
    const rows = await store.db
      .select({
        id: syndication.articleId,
        outletId: articles.outletId,
        group: syndication.groupId,
        relation: syndication.relation,
        from: originals.outletId,
        named: syndication.original,
        coverage: syndication.coverage,
        originalCoverage: syndication.originalCoverage,
        lagSeconds: syndication.lagSeconds,
      })
      .from(syndication)
      .innerJoin(articles, eq(articles.id, syndication.articleId))
      .leftJoin(originals, eq(originals.id, syndication.originalId))
      .where(gt(syndication.articleId, after))
      .orderBy(asc(syndication.articleId))
      .limit(ROWS_AT_ONCE);
    for (const { id, outletId, from, named, ...row } of rows) {
      after = id;
      const source = from ?? (named === null ? null : (known.get(named.toLowerCase())?.id ?? named));
      const original = source === null ? null : (houses.get(source) ?? source);
      yield { ...row, outlet: houses.get(outletId) ?? outletId, original };
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
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

/** Who copies whom, how many, how fast; most first. Reads every standing: ask for it rarely. */
export async function copyPairs(store: Store): Promise<CopyPair[]> {
  const rows: HouseRow[] = [];
  for await (const row of readHouseRows(store)) rows.push(row);
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
