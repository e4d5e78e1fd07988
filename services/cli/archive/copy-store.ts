import { type Db, type Store, withoutNul } from '@wirewatch/shared/store/database/store.ts';
import { wantAllJobs } from '@wirewatch/shared/store/journey/jobs.ts';
import type { Tables } from '@wirewatch/shared/store/tables/tables.ts';
import { count, getTableColumns, getTableName, sql } from 'drizzle-orm';
import { type PgTable, getTableConfig as pgConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as liteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { reindex } from './reindex.ts';

/** A copy that cannot be made: says why and what to do. */
export class CopyProblem extends Error {
  override name = 'CopyProblem';
}

type TableName = keyof Tables;
/** The schema's version is the target's own, its workers are the source's, and the search index is made anew. */
const NOT_COPIED: readonly TableName[] = ['meta', 'workers', 'searchDocs'];
/** Bound values a statement: SQLite takes 32,766. */
const VALUES = 30_000;
const ROWS = 500;

/** Copies a store to an empty one of any dialect; then makes its search index and lets it ask for every job that was under way. */
export async function copyStore(
  from: Store,
  to: Store,
  progress: (table: string, rows: number) => void = () => undefined,
): Promise<Record<string, number>> {
  const copied = await copyRows(from, to, progress);
  await reindex(to, (done) => progress('search index', done));
  await wantAllJobs(to);
  return copied;
}

/**
 * Copies every row of one store to another of any dialect, as of one moment and all or nothing; not the search index.
 * @param progress told of each table while it grows
 * @returns rows by table
 * @throws CopyProblem where the target holds something already
 */
export async function copyRows(
  from: Store,
  to: Store,
  progress: (table: string, rows: number) => void,
): Promise<Record<string, number>> {
  const full = await firstFull(to);
  if (full)
    throw new CopyProblem(
      `${to.where} is not empty (it has rows in "${full}"): name an empty database, or another one`,
    );
  const names = (Object.keys(from.tables) as TableName[]).filter((name) => !NOT_COPIED.includes(name));
  const copied: Record<string, number> = {};
  await from.snapshot((source) =>
    to.write(async (target) => {
      for (const name of names) copied[name] = await copyTable(from, source, to, target, name, progress);
    }),
  );
  for (const name of names) {
    const [row] = await to.db.select({ n: count() }).from(to.tables[name]);
    if (row?.n !== copied[name])
      throw new CopyProblem(`${to.where} holds ${row?.n} rows of "${name}" where ${copied[name]} were copied`);
  }
  return copied;
}

/** The first table that has rows, or null. */
async function firstFull(store: Store): Promise<string | null> {
  for (const [name, table] of Object.entries(store.tables)) {
    if (name === 'meta') continue;
    const rows = await store.db.select({ one: sql`1` }).from(table).limit(1);
    if (rows.length > 0) return getTableName(table);
  }
  return null;
}

async function copyTable(
  from: Store,
  source: Db,
  to: Store,
  target: Db,
  name: TableName,
  progress: (table: string, rows: number) => void,
): Promise<number> {
  // One table type stands for all: the columns are read from the table itself.
  const read = from.tables[name] as Tables['articles'];
  const write = to.tables[name] as Tables['articles'];
  const columns = getTableColumns(read);
  const key = keyOf(from, read);
  const by = sql.join(
    key.map((column) => sql`${columns[column]}`),
    sql`, `,
  );
  const size = Math.min(ROWS, Math.floor(VALUES / Object.keys(columns).length));
  let copied = 0;
  let after: Record<string, unknown> | null = null;
  for (;;) {
    const beyond: unknown[] = after ? key.map((column) => after![column]) : [];
    const rows = await source
      .select()
      .from(read)
      .where(
        after
          ? sql`(${by}) > (${sql.join(
              beyond.map((value) => sql`${value}`),
              sql`, `,
            )})`
          : undefined,
      )
      .orderBy(by)
      .limit(size);
    if (rows.length === 0) break;
    const insert = target.insert(write);
    // Numbers that the source's database gave out are kept.
    if (to.dialect === 'postgres') insert.overridingSystemValue();
    await insert.values(rows.map(withoutNul));
    copied += rows.length;
    after = rows.at(-1)!;
    progress(name, copied);
  }
  if (to.dialect === 'postgres') await setSequence(to, target, write);
  return copied;
}

type Columns = ReturnType<typeof getTableColumns<Tables['articles']>>;

function keyOf(store: Store, table: Tables['articles']): Array<keyof Columns> {
  const config =
    store.dialect === 'postgres' ? pgConfig(table as PgTable) : liteConfig(table as unknown as SQLiteTable);
  const together = config.primaryKeys[0]?.columns ?? config.columns.filter((column) => column.primary);
  return together.map((column) => column.name as keyof Columns);
}

/** The next number that Postgres gives out follows the largest one copied; SQLite sees to that itself. */
async function setSequence(to: Store, target: Db, table: Tables['articles']): Promise<void> {
  for (const column of pgConfig(table).columns.filter((one) => one.generatedIdentity)) {
    const name = getTableName(table);
    await to.rows(
      sql`select setval(pg_get_serial_sequence(${name}, ${column.name}), coalesce(max(${sql.identifier(column.name)}), 0) + 1, false)
          from ${sql.identifier(name)}`,
      target,
    );
  }
}
