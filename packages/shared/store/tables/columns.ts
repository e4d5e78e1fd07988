import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

const pgBytes = pg.customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const liteBytes = lite.customType<{ data: Uint8Array }>({ dataType: () => 'blob' });

/**
 * The column builders that tables are declared with. Two sets of one shape: the tables are declared once as a function
 * of the set, and every repository is typed against the Postgres set, the poorer one (no synchronous `.all()`).
 */
export const pgKit = {
  table: pg.pgTable,
  /** Named where the column keeps an older word than its property. */
  text: (name?: string) => (name === undefined ? pg.text() : pg.text(name)),
  int: () => pg.integer(),
  /** An instant as epoch milliseconds, or any whole number up to 2^53. */
  big: () => pg.bigint({ mode: 'number' }),
  real: () => pg.doublePrecision(),
  flag: () => pg.boolean(),
  json: <T>() => pg.jsonb().$type<T>(),
  bytes: () => pgBytes(),
  /** A number that the database gives out, growing. */
  serial: () => pg.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  index: pg.index,
  unique: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
};

export type Kit = typeof pgKit;

export const sqliteKit = {
  table: lite.sqliteTable,
  text: (name?: string) => (name === undefined ? lite.text() : lite.text(name)),
  int: () => lite.integer(),
  big: () => lite.integer(),
  real: () => lite.real(),
  flag: () => lite.integer({ mode: 'boolean' }),
  json: <T>() => lite.text({ mode: 'json' }).$type<T>(),
  bytes: () => liteBytes(),
  serial: () => lite.integer().primaryKey({ autoIncrement: true }),
  index: lite.index,
  unique: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
} as unknown as Kit;
