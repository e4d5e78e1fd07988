import { listFor } from '@wirewatch/shared/store/database/prepared.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { type Instant, isBefore } from './core/instant.ts';
import { unpackArticle } from './core/packed.ts';
import type { Order } from './core/posting-index.ts';
import { articlesOfNumbers } from './port-queries.ts';

/** A text that stands in lists: its article, and when that came out. */
export interface Listed {
  id: string;
  instant: Pick<Instant, 'at' | 'seen'>;
}

/** Texts whose times are kept at hand, some 100 bytes each: the first of every frame are asked for with each text that has it. */
const MOST = 50_000;

/** Of each store the texts asked for before. A number stands for one state of an article, so that nothing of it changes. */
const known = new WeakMap<Store, Map<number, Listed>>();

/**
 * The texts with these numbers; those that are gone are left out.
 * @param db a transaction's own are not kept: what it undoes may leave its number to another
 */
export async function listedTexts(store: Store, db: Db, numbers: Iterable<number>): Promise<Map<number, Listed>> {
  const held = known.get(store) ?? new Map<number, Listed>();
  known.set(store, held);
  const found = new Map<number, Listed>();
  const unknown: number[] = [];
  for (const number of new Set(numbers)) {
    const text = held.get(number);
    if (text) found.set(number, text);
    else unknown.push(number);
  }
  if (unknown.length === 0) return found;
  if (held.size + unknown.length > MOST) held.clear();
  for (const row of await articlesOfNumbers(store, db, { numbers: listFor(store, unknown) })) {
    const { at, seen } = unpackArticle(row.id, row.article, []).instant;
    const text = { id: row.id, instant: { at, seen } };
    found.set(row.number, text);
    if (db === store.db) held.set(row.number, text);
  }
  return found;
}

/** Which of two of these came out first; what is gone comes last. */
export function orderOf(texts: ReadonlyMap<number, Listed>): Order {
  return (a, b) => {
    const [x, y] = [texts.get(a), texts.get(b)];
    return x && y ? isBefore(x, y) : x !== undefined || (y === undefined && a < b);
  };
}
