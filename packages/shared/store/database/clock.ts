import { type SQL, sql } from 'drizzle-orm';
import type { Db, Store } from './store.ts';

/**
 * The database's own time in a statement, epoch ms, as a whole number. Leases that several machines see are judged by it: of two clocks
 * that differ by more than a lease each would say that the other is dead.
 */
export function clockOf(store: Pick<Store, 'dialect'>): SQL<number> {
  return store.dialect === 'sqlite'
    ? sql<number>`cast(unixepoch('subsec') * 1000 as integer)`
    : sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::bigint`;
}

/** The database's own time, epoch ms. */
export async function databaseNow(store: Store, db: Db = store.db): Promise<number> {
  const [row] = await store.rows<{ ms: number | string }>(sql`select ${clockOf(store)} as ms`, db);
  return Number(row!.ms);
}
