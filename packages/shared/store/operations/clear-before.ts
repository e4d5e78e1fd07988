import { and, asc, gt, inArray, lt, sql } from 'drizzle-orm';
import { BY_MONTH, type ByMonth, dropMonths, makeMonths, restOf } from '../database/partitions.ts';
import type { Store } from '../database/store.ts';

/** Rows a transaction: live work waits some milliseconds for one. */
const AT_ONCE = 2_000;

/** What was cleared away: rows, and on Postgres whole months by name. */
export interface Cleared {
  rows: number;
  months: string[];
}

/** The table and its instant, as the port knows them. */
function columnsOf(store: Store, name: ByMonth) {
  const { polls, previousResults } = store.tables;
  return name === 'polls'
    ? { table: polls, id: polls.id, at: polls.at }
    : { table: previousResults, id: previousResults.id, at: previousResults.replacedAt };
}

/**
 * Clears away what is older than an instant (epoch ms). Postgres drops the months that are over by then, so up to a month more is kept,
 * and deletes only what stood in no month; SQLite deletes rows, some thousand a transaction.
 */
export async function clearBefore(store: Store, name: ByMonth, before: number, now: number): Promise<Cleared> {
  if (store.dialect === 'sqlite') return { rows: await deleteBefore(store, name, before, now), months: [] };
  const months = await dropMonths(store, name, before);
  let rows = 0;
  for (;;) {
    const gone = await store.write((tx) => store.rows(restRows(name, before), tx));
    rows += gone.length;
    if (gone.length < AT_ONCE) return { rows, months };
  }
}

function restRows(name: ByMonth, before: number) {
  const rest = sql.identifier(restOf(name));
  const at = sql.identifier(BY_MONTH[name]);
  return sql`delete from ${rest} where ctid = any(array(select ctid from ${rest} where ${at} < ${before} limit ${AT_ONCE})) returning 1`;
}

/**
 * Rows are numbered in the order of time but for a clock that was set: the walk from the oldest ends at the first stretch with nothing to
 * clear, unless all of it is dated ahead. So no index by time is needed, and what is kept is not read each hour.
 */
async function deleteBefore(store: Store, name: ByMonth, before: number, now: number): Promise<number> {
  const { table, id, at } = columnsOf(store, name);
  let gone = 0;
  for (let after = 0; ; ) {
    const next = await store.db.select({ id, at }).from(table).where(gt(id, after)).orderBy(asc(id)).limit(AT_ONCE);
    const old = next.filter((row) => row.at < before).map((row) => row.id);
    if (old.length > 0) await store.write((tx) => tx.delete(table).where(and(inArray(id, old), lt(at, before))));
    gone += old.length;
    if (next.length < AT_ONCE || (old.length === 0 && next.some((row) => row.at <= now))) return gone;
    after = next.at(-1)!.id;
  }
}

/** What is kept ahead: months that were made, and rows that stand in none and why that matters. */
export interface MonthsKept {
  made: string[];
  /** By table, rows dated outside of every month there is. */
  outside: Partial<Record<ByMonth, number>>;
}

/** Makes the months that begin soon, before they are needed; nothing on SQLite. */
export async function keepMonths(store: Store, now: number): Promise<MonthsKept> {
  if (store.dialect === 'sqlite') return { made: [], outside: {} };
  const made = await makeMonths(store, now);
  const [rows] = await store.rows<Record<ByMonth, number>>(
    sql`select (select count(*)::int from polls_rest) as polls, (select count(*)::int from previous_results_rest) as previous_results`,
  );
  return { made, outside: Object.fromEntries(Object.entries(rows!).filter(([, count]) => count > 0)) };
}
