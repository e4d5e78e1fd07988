import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { sqliteKit } from '../tables/columns.ts';
import { defineTables } from '../tables/tables.ts';
import { keepPrepared } from './keep-prepared.ts';
import { pendingMigrations, readMigrations, type SchemaPolicy } from './migrate.ts';
import { type Db, type Store, StoreBusy, StoreUnavailable } from './store.ts';

/** Waiting inside SQLite blocks the event loop that renews locks: so wait there briefly, and longer outside. */
const BUSY_INSIDE_MS = 50;
const BUSY_OUTSIDE_MS = 20_000;

/**
 * Pages that a connection keeps, in kB: another process's next commit makes them worthless, and the system has them too. With 4,000 two
 * connections of each service took half a day to fill theirs, for .1 ms less an article where nobody else writes.
 */
const CACHE_KB = 2000;

/**
 * A file of this size (the index of 600,000 articles, 20,000 with their texts) is mapped, up to so many bytes: the 49 lists of a text's
 * look-up among a million then took .24 ms instead of .35, nobody else writing. A smaller one is not: after each commit of another process
 * SQLite maps the file anew, and every page is a fault again. Ten rows then cost 160 us instead of 40.
 */
const MAPPED_FROM_BYTES = 2 ** 29;
const MAPPED_BYTES = 2 ** 30;
/** How many transactions apart it is looked whether the file has grown to that. */
const LOOK_AGAIN = 1000;

/**
 * Opens (and makes) an SQLite store.
 * @throws StoreUnavailable, SchemaMismatch
 */
export async function openSqlite(path: string, policy: SchemaPolicy): Promise<Store> {
  const where = `the SQLite database ${path}`;
  let reader: Database.Database;
  let writer: Database.Database;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writer = connect(path);
    await migrate(writer, policy, where);
    reader = connect(path);
  } catch (error) {
    if ((error as Error).name === 'SchemaMismatch' || error instanceof StoreBusy) throw error;
    throw new StoreUnavailable(
      `cannot open ${where}: ${(error as Error).message}. Check that the folder exists, that it may be written and that the disk has room.`,
    );
  }
  const db = drizzle(reader, { casing: 'snake_case' }) as unknown as Db;
  const tx = drizzle(writer, { casing: 'snake_case' }) as unknown as Db;
  let turn: Promise<unknown> = Promise.resolve();
  let transactions = 0;

  const transaction = async <T>(work: (tx: Db) => Promise<T>): Promise<T> => {
    transactions += 1;
    if (transactions % LOOK_AGAIN === 0) for (const each of [writer, reader]) mapIfLarge(path, each);
    await begin(writer, where);
    try {
      const result = await work(tx);
      writer.exec('COMMIT');
      return result;
    } catch (error) {
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  };

  // One connection has one transaction: writers of this process stand in line.
  const inLine = <T>(change: () => Promise<T>): Promise<T> => {
    const mine = turn.then(change);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const write = <T>(work: (tx: Db) => Promise<T>): Promise<T> => inLine(() => transaction(work));

  return {
    dialect: 'sqlite',
    where,
    tables: defineTables(sqliteKit),
    db,
    write,
    writeOne: (statement) => inLine(() => whenFree(where, () => statement(tx))),
    async snapshot(read) {
      const connection = connect(path);
      try {
        connection.exec('BEGIN');
        return await read(drizzle(connection, { casing: 'snake_case' }) as unknown as Db);
      } finally {
        connection.close();
      }
    },
    rows: async <T>(query: SQL, through: Db = db) => (through as unknown as { all(q: SQL): T[] }).all(query),
    // The one process that writes the file is the server, and what it was killed after is in the log.
    flush: async () => undefined,
    async close() {
      await turn;
      reader.close();
      writer.close();
    },
  };
}

function connect(path: string): Database.Database {
  const connection = new Database(path, { timeout: BUSY_INSIDE_MS });
  connection.pragma('journal_mode = WAL');
  // With WAL, NORMAL survives a killed process; a power cut may lose the last commits but never the file.
  connection.pragma('synchronous = NORMAL');
  connection.pragma('temp_store = MEMORY');
  connection.pragma(`cache_size = -${CACHE_KB}`);
  mapIfLarge(path, connection);
  keepPrepared(connection);
  return connection;
}

function mapIfLarge(path: string, connection: Database.Database): void {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes >= MAPPED_FROM_BYTES) connection.pragma(`mmap_size = ${MAPPED_BYTES}`);
}

async function begin(connection: Database.Database, where: string): Promise<void> {
  await whenFree(where, async () => {
    connection.exec('BEGIN IMMEDIATE');
  });
}

/** Asks for what takes the lock of writers; where another process has it nothing was done, and it is asked for again. */
async function whenFree<T>(where: string, ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + BUSY_OUTSIDE_MS;
  for (let wait = 2; ; wait = Math.min(wait * 2, 100)) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) {
        throw new StoreBusy(`${where} was locked by another process for ${BUSY_OUTSIDE_MS / 1000} s`);
      }
      await sleep(wait);
    }
  }
}

/** drizzle wraps what fails in a statement of its own. */
function isBusy(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return String(code).startsWith('SQLITE_BUSY') || (cause instanceof Error && isBusy(cause));
}

/** Brings the schema up to date inside one write transaction, which is the lock: of two processes one does it. */
async function migrate(connection: Database.Database, policy: SchemaPolicy, where: string): Promise<void> {
  const version = () => Number(connection.pragma('user_version', { simple: true }));
  const all = readMigrations('sqlite');
  const through = drizzle(connection, { casing: 'snake_case' }) as unknown as Db;
  const rowsThrough = async <T>(query: SQL, db: Db = through) => (db as unknown as { all(q: SQL): T[] }).all(query);
  if (pendingMigrations(all, version(), policy, where).length === 0) return;
  await begin(connection, where);
  try {
    for (const migration of pendingMigrations(all, version(), policy, where)) {
      for (const statement of migration.parts.flat()) connection.exec(statement);
      await migration.after?.({ dialect: 'sqlite', tables: defineTables(sqliteKit), rows: rowsThrough }, through);
      connection.pragma(`user_version = ${migration.version}`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}
