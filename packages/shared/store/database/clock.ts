import { sql } from 'drizzle-orm';
import type { Db, Store } from './store.ts';

/**
 * The database's own time, epoch ms. Leases that several machines see are judged by it: of two clocks that differ by more than a lease
 * each would say that the other is dead.
 */
export async function databaseNow(store: Store, db: Db = store.db): Promise<number> {
  const clock =
    store.dialect === 'sqlite' ? sql`unixepoch('subsec') * 1000` : sql`extract(epoch from clock_timestamp()) * 1000`;
  const [row] = await store.rows<{ ms: number | string }>(sql`select ${clock} as ms`, db);
  return Math.floor(Number(row!.ms));
}
