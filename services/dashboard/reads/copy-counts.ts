import { type CopyPair, type HouseRow, pairsOf, readHouseRows } from '@wirewatch/shared/store/copies/house-rows.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import type { OutletRow } from '@wirewatch/shared/store/feeds/outlets.ts';
import { count } from 'drizzle-orm';
import { type Carried, standsOf } from '../core/outlet-stands.ts';
import type { OutletStand } from '../core/propose-kind.ts';

/** An outlet with how many articles it has, and how many of them others copied or are copies. */
export interface CountedOutlet extends Omit<OutletRow, 'createdAt'> {
  articles: number;
  originals: number;
  copies: number;
}

/** What all standings say of who copies whom. */
export interface CopyCounts {
  pairs: CopyPair[];
  /** By id. */
  outlets: CountedOutlet[];
  /** How each outlet stands to the others, by its id. */
  stands: Map<string, OutletStand>;
}

/** Counts who copies whom, of houses and of outlets, in one pass over every standing, between which others have their turn: ask for it rarely. */
export async function copyCounts(store: Store): Promise<CopyCounts> {
  const shared: HouseRow[] = [];
  const settled = new Map<string, { articles: number; originals: number; copies: number }>();
  const carried = new Map<string, Carried>();
  for await (const row of readHouseRows(store)) {
    const { outletId, originalOutletId, relation, credited } = row;
    const own = settled.get(outletId) ?? { articles: 0, originals: 0, copies: 0 };
    settled.set(outletId, own);
    own.articles += 1;
    if (relation === 'original') own.originals += 1;
    // A text that stands alone is in a group of its own, and copies nobody.
    if (relation !== 'unique') shared.push(row);
    if (relation !== 'copy') continue;
    own.copies += 1;
    if (originalOutletId === null || originalOutletId === outletId) continue;
    const key = `${outletId}\n${originalOutletId}`;
    const pair = carried.get(key) ?? { by: outletId, from: originalOutletId, texts: 0, credits: 0 };
    carried.set(key, pair);
    pair.texts += 1;
    if (credited) pair.credits += 1;
  }
  const outlets = await outletsOf(store, settled);
  const known = outlets.map(({ id, house, copies }) => ({
    ...{ id, house, copies },
    articles: settled.get(id)?.articles ?? 0,
  }));
  return { pairs: await pairsOf(store, shared), outlets, stands: standsOf(known, [...carried.values()]) };
}

async function outletsOf(
  store: Store,
  settled: ReadonlyMap<string, { originals: number; copies: number }>,
): Promise<CountedOutlet[]> {
  const { outlets, articles } = store.tables;
  const [rows, numbers] = await Promise.all([
    store.db.select().from(outlets).orderBy(outlets.id),
    store.db.select({ id: articles.outletId, n: count() }).from(articles).groupBy(articles.outletId),
  ]);
  const articlesOf = new Map(numbers.map(({ id, n }) => [id, n]));
  return rows.map(({ createdAt: _, ...row }) => ({
    ...row,
    articles: articlesOf.get(row.id) ?? 0,
    originals: settled.get(row.id)?.originals ?? 0,
    copies: settled.get(row.id)?.copies ?? 0,
  }));
}
