import { sql } from 'drizzle-orm';
import { type Month, monthOf } from './months.ts';
import type { Db, Store } from './store.ts';

/**
 * Tables that grow with time, are cleared by it and have no key that must hold across months: on Postgres a partition a month, by this
 * column (epoch ms). Why no others: docs/decisions/stores.md.
 */
export const BY_MONTH = { polls: 'at', previous_results: 'replaced_at' } as const;
export type ByMonth = keyof typeof BY_MONTH;

/** Months that are made before they begin: a scheduler may be away for that long. */
const AHEAD = 2;
/** What is behind us in line for the table waits too: better tried again than waited for. */
const LOCK_WAIT = '1s';

/** A partition with the instants that it takes; the one that takes what no other does is left out. */
interface Partition {
  name: string;
  from: number;
  until: number;
}

type Asks = Pick<Store, 'rows'>;

/** The partition that catches what falls into no month. */
export const restOf = (table: ByMonth) => `${table}_rest`;

/** The partitions of a table in the order of time, as the catalogue has them. */
export async function partitionsOf(store: Asks, table: ByMonth, db?: Db): Promise<Partition[]> {
  const rows = await store.rows<{ name: string; bound: string }>(
    sql`select c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bound
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = to_regclass(${table})`,
    db,
  );
  return rows
    .flatMap(({ name, bound }) => {
      const [, from, until] = /FROM \((.+)\) TO \((.+)\)/.exec(bound) ?? [];
      return until === undefined ? [] : [{ name, from: instantOf(from!), until: instantOf(until) }];
    })
    .sort((a, b) => a.from - b.from);
}

function instantOf(bound: string): number {
  if (bound === 'MINVALUE') return Number.NEGATIVE_INFINITY;
  return Number(bound.replaceAll("'", ''));
}

/** Makes this month's and the next months' partitions where they are missing, each in a transaction of its own. Returns their names. */
export async function makeMonths(store: Store, now: number): Promise<string[]> {
  const made: string[] = [];
  for (const table of Object.keys(BY_MONTH) as ByMonth[]) {
    for (const month of await missingMonths(store, table, now)) {
      await store.write(async (tx) => {
        await soon(store, tx);
        await makeMonth(store, tx, table, month);
      });
      made.push(`${table}_${month.name}`);
    }
  }
  return made;
}

async function missingMonths(store: Asks, table: ByMonth, now: number, db?: Db): Promise<Month[]> {
  const there = await partitionsOf(store, table, db);
  return Array.from({ length: AHEAD + 1 }, (_, later) => monthOf(now, later)).filter(
    ({ from, until }) => !there.some((one) => one.from <= from && one.until >= until),
  );
}

/**
 * Made beside the table and then attached: that locks out no writer of another month, while `create ... partition of` stops all. What
 * the rest has caught for it moves over, for a month is refused while the rest holds some of it.
 */
async function makeMonth(store: Asks, tx: Db, table: ByMonth, { name, from, until }: Month): Promise<void> {
  const [rest, part, at] = [restOf(table), `${table}_${name}`, BY_MONTH[table]];
  await store.rows(sql.raw(`create table ${part} (like ${table} including defaults)`), tx);
  await store.rows(
    sql.raw(
      `with moved as (delete from ${rest} where ${at} >= ${from} and ${at} < ${until} returning *)
       insert into ${part} select * from moved`,
    ),
    tx,
  );
  await store.rows(
    sql.raw(`alter table ${table} attach partition ${part} for values from ('${from}') to ('${until}')`),
    tx,
  );
}

/** Drops the partitions of which every instant is before this one (epoch ms). Returns their names. */
export async function dropMonths(store: Store, table: ByMonth, before: number): Promise<string[]> {
  const past = (await partitionsOf(store, table)).filter(({ until }) => until <= before);
  for (const { name } of past) {
    await store.write(async (tx) => {
      await soon(store, tx);
      await store.rows(sql`drop table if exists ${sql.identifier(name)}`, tx);
    });
  }
  return past.map(({ name }) => name);
}

const soon = (store: Asks, tx: Db) => store.rows(sql.raw(`set local lock_timeout = '${LOCK_WAIT}'`), tx);

/**
 * The migration's part that SQL cannot say, for it depends on the day: what a former version kept in one table (`..._former`) becomes the
 * partition of all time until this month ends, without a row being copied; then the next months are made.
 */
export async function attachFormer(store: Asks, tx: Db): Promise<void> {
  const now = Date.now();
  const { until } = monthOf(now);
  for (const table of Object.keys(BY_MONTH) as ByMonth[]) {
    const [former, at] = [`${table}_former`, BY_MONTH[table]];
    const run = (text: string) => store.rows(sql.raw(text), tx);
    await run(
      `select setval(pg_get_serial_sequence('${table}', 'id'), coalesce(max(id), 0) + 1, false) from ${former}`,
    );
    const [held] = await store.rows(sql.raw(`select 1 from ${former} limit 1`), tx);
    if (held === undefined) await run(`drop table ${former}`);
    else {
      await run(
        `with moved as (delete from ${former} where ${at} >= ${until} returning *)
         insert into ${restOf(table)} overriding system value select * from moved`,
      );
      await run(`alter table ${table} attach partition ${former} for values from (minvalue) to ('${until}')`);
    }
    for (const month of await missingMonths(store, table, now, tx)) await makeMonth(store, tx, table, month);
  }
}
