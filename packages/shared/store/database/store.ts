import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Tables } from '../tables/tables.ts';

/** A drizzle database of either dialect, typed as Postgres (the poorer interface: nothing that SQLite alone can). */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The database, of either dialect. */
export interface Store {
  dialect: 'sqlite' | 'postgres';
  /** Where it is, without a password: for messages. */
  where: string;
  tables: Tables;
  /** For reading; sees committed data only. */
  db: Db;
  /**
   * Runs `work` in one write transaction. Writers of one process take turns; where another process holds the lock we wait.
   * @throws StoreBusy when the lock was not to be had in time; whatever `work` throws, after a rollback
   */
  write<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Runs one statement that writes, a transaction by itself: one round trip instead of four, and one call instead of three. @throws as `write` */
  writeOne<T>(statement: (db: Db) => Promise<T>): Promise<T>;
  /** Reads of one moment, whatever is written meanwhile. */
  snapshot<T>(read: (db: Db) => Promise<T>): Promise<T>;
  /** Reads rows by SQL that drizzle's builders cannot say, through `db` or the transaction given. */
  rows<T>(query: SQL, db?: Db): Promise<T[]>;
  /** Makes all that was committed survive a crash of the database's server: before the world is told of it. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A select whose rows nobody else may change until this transaction ends. SQLite has one writer at a time and needs no word for it;
 * in Postgres two workers could both read a row before either writes it.
 */
export function forUpdate<Q extends { for(strength: 'update'): unknown }>(store: Pick<Store, 'dialect'>, query: Q): Q {
  return store.dialect === 'postgres' ? (query.for('update') as Q) : query;
}

/** The rows of a select {@link forUpdate}. */
export async function locked<T>(
  store: Store,
  query: { for(strength: 'update'): PromiseLike<T> } & PromiseLike<T>,
): Promise<T> {
  return forUpdate(store, query);
}

/** The database could not be reached or opened: names what, where and what to do. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** The database has a schema of another version. */
export class SchemaMismatch extends Error {
  override name = 'SchemaMismatch';
}

/** Another writer held the database longer than we wait. */
export class StoreBusy extends Error {
  override name = 'StoreBusy';
}

/**
 * Postgres refuses U+0000 in text and half a surrogate pair (a character cut in two) in JSON, and neither means anything: the one
 * goes, the other becomes U+FFFD, in strings at any depth. What holds neither, as nearly all does, is given back as it is.
 */
export function withoutNul<T>(value: T): T {
  if (typeof value === 'string') {
    if (!value.includes('\0') && value.isWellFormed()) return value;
    return value.replaceAll('\0', '').toWellFormed() as T;
  }
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  let kept: Record<string, unknown> | null = null;
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    const clean = withoutNul(inner);
    if (Object.is(clean, inner)) continue;
    kept ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    kept[key] = clean;
  }
  return (kept ?? value) as T;
}
