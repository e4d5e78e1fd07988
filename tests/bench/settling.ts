import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { sql } from 'drizzle-orm';
import { SETTLE_LOCK } from '../../services/deduplicator/turns.ts';

/** What is going on at a moment: who settles groups, alone or beside others, and who waits for another; articles that are done. */
export type Settling = Record<'done' | 'alone' | 'settling' | 'waiting', number>;

/** Looks at the locks of a Postgres. */
export async function lookAt(store: Store): Promise<Settling> {
  const [row] = await store.rows<Settling>(
    sql`select (select count(*) from articles where outcome = 'done')::int as done,
      count(distinct pid) filter (where objid = ${SETTLE_LOCK} and granted and mode = 'ExclusiveLock')::int as alone,
      count(distinct pid) filter (where objid = ${SETTLE_LOCK} and granted)::int as settling,
      count(distinct pid) filter (where not granted)::int as waiting
      from pg_locks where locktype = 'advisory'`,
  );
  return row!;
}
