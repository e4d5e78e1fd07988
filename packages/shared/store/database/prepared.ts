import { type Column, eq, getTableColumns, getTableName, type SQL, sql, type Table } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { Db, Store } from './store.ts';

/** What of a store a query is built for. */
type StoreKind = Pick<Store, 'dialect' | 'tables'>;
type Values = Record<string, unknown>;
interface Built<T> {
  execute(values?: Values): Promise<T>;
}
interface Buildable<T> {
  prepare(name: string): Built<T>;
}

/** Of each connection, the queries that were built for it, by name. */
const built = new WeakMap<Db, Map<string, Built<unknown>>>();

function buildOnce<T>(db: Db, name: string, build: () => Buildable<T>): Built<T> {
  let ofDb = built.get(db);
  if (!ofDb) {
    ofDb = new Map();
    built.set(db, ofDb);
  }
  let query = ofDb.get(name) as Built<T> | undefined;
  if (!query) {
    query = build().prepare(name);
    ofDb.set(name, query);
  }
  return query;
}

/**
 * A query that is built once a connection and asked many times: building one anew takes drizzle ten times as long (150 µs) as SQLite
 * needs to answer it. What differs between two askings is a `sql.placeholder`; its value is given as the driver takes it.
 * @param name one of its own: under it Postgres keeps the plan
 */
export function preparedQuery<T>(
  name: string,
  build: (db: Db, store: StoreKind) => Buildable<T>,
): (store: StoreKind, db: Db, values: Values) => Promise<T> {
  return (store, db, values) => buildOnce(db, name, () => build(db, store)).execute(values);
}

/** Whether a column's value is one of a list of any length, which is given as {@link listFor} makes it. */
export function isAmong(store: Pick<Store, 'dialect'>, column: Column, name: string): SQL {
  const list = sql.placeholder(name);
  return store.dialect === 'sqlite'
    ? sql`${column} in (select value from json_each(${list}))`
    : sql`${column} = any(${list})`;
}

/** A list as the value of a placeholder of {@link isAmong}. */
export function listFor(store: Pick<Store, 'dialect'>, list: ReadonlyArray<string | number>): unknown {
  return store.dialect === 'sqlite' ? JSON.stringify(list) : list;
}

/**
 * As {@link preparedQuery} for queries that set some columns of a table, one for each set of columns.
 * @param build is given a placeholder for each column that `set` names
 */
export function preparedChange<T>(
  name: string,
  build: (db: Db, store: StoreKind, places: Record<string, SQL>) => Buildable<T>,
): (store: StoreKind, db: Db, table: Table, set: Values, values: Values) => Promise<T> {
  return (store, db, table, set, values) => {
    const keys = givenKeys(table, set);
    const query = buildOnce(db, shortName(`${name} ${keys.join()}`), () => build(db, store, placesOf(keys)));
    return query.execute({ ...driverValues(table, set, keys), ...values });
  };
}

/** Inserts one row. `onConflict`: `nothing`, or the columns that name the row whose others are then overwritten. */
export async function insertRow<T extends Table>(
  db: Db,
  table: T,
  row: T['$inferInsert'],
  onConflict: 'fail' | 'nothing' | ReadonlyArray<keyof T['_']['columns'] & string> = 'fail',
): Promise<void> {
  const keys = givenKeys(table, row);
  const name = `insert ${getTableName(table)} ${keys.join()} ${onConflict}`;
  const query = buildOnce(db, shortName(name), () => {
    const insert = db.insert(table as never).values(placesOf(keys) as never);
    if (onConflict === 'fail') return insert as unknown as Buildable<unknown>;
    if (onConflict === 'nothing') return insert.onConflictDoNothing() as unknown as Buildable<unknown>;
    const columns = getTableColumns(table);
    const target = onConflict.map((key) => columns[key]!) as never;
    const set = givenOf(
      table,
      keys.filter((key) => !(onConflict as readonly string[]).includes(key)),
    ) as never;
    return insert.onConflictDoUpdate({ target, set }) as unknown as Buildable<unknown>;
  });
  await query.execute(driverValues(table, row, keys));
}

/**
 * Inserts one row where its keys are free. What is seldom there already need not be looked for first.
 * @param key any column that is never null
 * @returns whether they were
 */
export async function insertNew<T extends Table>(
  db: Db,
  table: T,
  row: T['$inferInsert'],
  key: keyof T['_']['columns'] & string,
): Promise<boolean> {
  const keys = givenKeys(table, row);
  const query = buildOnce(db, shortName(`insert new ${getTableName(table)} ${keys.join()}`), () =>
    db
      .insert(table as never)
      .values(placesOf(keys) as never)
      .onConflictDoNothing()
      .returning({ key: getTableColumns(table)[key]! }),
  );
  return (await query.execute(driverValues(table, row, keys))).length > 0;
}

/** Sets columns of the one row whose `key` is `id`; what is undefined stays as it is. */
export async function updateRow<T extends Table>(
  db: Db,
  table: T,
  key: keyof T['_']['columns'] & string,
  id: string | number,
  set: Partial<T['$inferInsert']>,
): Promise<void> {
  const keys = givenKeys(table, set);
  const query = buildOnce(db, shortName(`update ${getTableName(table)} ${key} ${keys.join()}`), () => {
    const where = eq(getTableColumns(table)[key]!, sql.placeholder(`${key} of the row`));
    return db
      .update(table as never)
      .set(placesOf(keys) as never)
      .where(where) as unknown as Buildable<unknown>;
  });
  await query.execute({ ...driverValues(table, set, keys), [`${key} of the row`]: id });
}

/** The columns that a row names; what it holds besides is no column's. */
function givenKeys(table: Table, row: Values): string[] {
  const columns: Record<string, Column> = getTableColumns(table);
  return Object.keys(row).filter((key) => row[key] !== undefined && columns[key]);
}

function placesOf(keys: readonly string[]): Record<string, SQL> {
  return Object.fromEntries(keys.map((key) => [key, sql`${sql.placeholder(key)}`]));
}

/** What an insert gives for these columns, where it meets a row that is there: bound again it would be sent and read twice. */
function givenOf(table: Table, keys: readonly string[]): Record<string, SQL> {
  const columns: Record<string, Column> = getTableColumns(table);
  const nameOf = ({ name, keyAsName }: Column) => (keyAsName ? toSnakeCase(name) : name);
  return Object.fromEntries(keys.map((key) => [key, sql`excluded.${sql.identifier(nameOf(columns[key]!))}`]));
}

/** drizzle's own filling of a placeholder writes a JSON column's null as the word `null`: so the values are made here. */
function driverValues(table: Table, row: Values, keys: readonly string[]): Values {
  const columns: Record<string, Column> = getTableColumns(table);
  return Object.fromEntries(
    keys.map((key) => [key, row[key] === null ? null : columns[key]!.mapToDriverValue(row[key])]),
  );
}

/** Postgres cuts the names of statements at 63 bytes. */
const names = new Map<string, string>();
function shortName(name: string): string {
  const short = names.get(name) ?? `q${names.size}`;
  names.set(name, short);
  return short;
}
