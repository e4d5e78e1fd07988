import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { pgKit } from '../tables/columns.ts';
import { defineTables } from '../tables/tables.ts';
import { pendingMigrations, readMigrations, type SchemaPolicy } from './migrate.ts';
import { answerTo, rootMessage } from './outage.ts';
import { type Db, type Store, StoreUnavailable } from './store.ts';

/** Any number of ours: the advisory lock under which one process migrates ("wire" in ASCII). */
const MIGRATION_LOCK = 0x77697265;
/** A transaction that met another is run again so often, after a pause that grows and differs. */
const TRIES = 5;
const CONFLICT_PAUSE_MS = 20;
/** Connections of one process at most. */
export const CONNECTIONS = 8;

/** Milliseconds after which what hangs is given up. */
export interface PostgresLimits {
  connect: number;
  /** The longest statement of ours, a reindex, takes seconds. The server ends it. */
  statement: number;
  lock: number;
  idleInTransaction: number;
  /**
   * Nothing came or went: where a proxy or a cable lets nothing through, the server's word on its own limits does not arrive, and
   * keepalive is answered by whatever stands between. Above the limit on statements, which is told while it can be.
   */
  silence: number;
}

const LIMITS: PostgresLimits = {
  connect: 10_000,
  statement: 120_000,
  lock: 30_000,
  idleInTransaction: 60_000,
  silence: 130_000,
};
/**
 * A commit is told before it is on the disk. A crash of the server then loses the last ones (three times wal_writer_delay, 0.6 s), never
 * a part of one: a job's end, the row that says so and the feed's memory are one transaction, are lost together and done again.
 * `close` makes everything durable, so what a command has reported is.
 */
const RELAXED = 'set synchronous_commit = off';

/**
 * Opens a Postgres store.
 * @throws StoreUnavailable, SchemaMismatch
 */
export async function openPostgres(url: string, policy: SchemaPolicy, limits: PostgresLimits = LIMITS): Promise<Store> {
  const where = `the Postgres database ${url.replace(/\/\/([^:@/]*):[^@/]*@/, '//$1:***@')}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    // What need not wait for an answer is sent along: the beginning of a transaction, statements that are asked together.
    pipeline: true,
    connectionTimeoutMillis: limits.connect,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    onConnect: async (client) => {
      await client.query(RELAXED);
    },
  });
  // A connection that breaks must not end the process, be it idle or in the midst of a transaction: the query says so to its caller,
  // and the next one opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    const socket = socketOf(client);
    socket?.setTimeout(limits.silence, () => socket.destroy(new Error('Connection terminated: the server is silent')));
  });
  try {
    await migrate(pool, policy, where);
  } catch (error) {
    await pool.end();
    if ((error as Error).name === 'SchemaMismatch') throw error;
    throw new StoreUnavailable(
      `cannot open ${where}: ${rootMessage(error)}. Check that the server runs, and that DATABASE_URL names it, an existing database and a user who may create tables.`,
    );
  }
  const db = drizzle(pool, { casing: 'snake_case' });
  let written = false;
  const again = async <T>(change: () => Promise<T>): Promise<T> => {
    written = true;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await change();
      } catch (error) {
        if (attempt >= TRIES || answerTo(error) !== 'conflict') throw error;
        await sleep(CONFLICT_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  };
  return {
    dialect: 'postgres',
    where,
    tables: defineTables(pgKit),
    db: db as unknown as Db,
    write: (work) => again(() => transaction(pool, work)),
    writeOne: (statement) => again(() => statement(db as unknown as Db)),
    snapshot: (read) =>
      db.transaction((tx) => read(tx as unknown as Db), { isolationLevel: 'repeatable read', accessMode: 'read only' }),
    rows: async <T>(query: SQL, through?: Db) =>
      ((await ((through ?? db) as Db).execute(query)) as unknown as { rows: T[] }).rows,
    flush: () => flush(pool),
    async close() {
      if (written) await flush(pool).catch(() => undefined);
      await pool.end();
    },
  };
}

/** The socket beneath a connection, which the driver has but does not declare. */
function socketOf(client: pg.PoolClient): Socket | null {
  const { connection } = client as pg.PoolClient & { connection?: { stream?: unknown } };
  return connection?.stream instanceof Socket ? connection.stream : null;
}

/** Of each connection the one way to ask through it, so that what was prepared on it is known again. */
const through = new WeakMap<pg.PoolClient, Db>();

async function transaction<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = through.get(client) ?? (drizzle(client, { casing: 'snake_case' }) as unknown as Db);
  through.set(client, tx);
  let broken: unknown = null;
  try {
    // Sent along with the first statement of the work. Where it fails nothing may be done that no transaction holds together.
    const begun = client.query('begin');
    begun.catch(() => socketOf(client)?.destroy());
    const [result] = await Promise.all([work(tx), begun]);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((reason) => {
      broken = reason;
    });
    throw error;
  } finally {
    client.release(broken !== null);
  }
}

/** One commit that waits for the disk waits for all before it. */
async function flush(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('set local synchronous_commit = on');
    await client.query("update meta set value = value where key = 'schema'");
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function migrate(pool: pg.Pool, policy: SchemaPolicy, where: string): Promise<void> {
  const all = readMigrations('postgres');
  const client = await pool.connect();
  const db = drizzle(client, { casing: 'snake_case' });
  const through = db as unknown as Db;
  const rowsThrough = async <T>(query: SQL, tx: Db = through) =>
    ((await tx.execute(query)) as unknown as { rows: T[] }).rows;
  try {
    await db.execute(sql`begin`);
    await db.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    const exists = await db.execute(sql`select to_regclass('meta') is not null as "exists"`);
    let found = 0;
    if (exists.rows[0]?.exists) {
      const rows = await db.execute(sql`select value from meta where key = 'schema'`);
      found = Number(rows.rows[0]?.value ?? 0);
    }
    const pending = pendingMigrations(all, found, policy, where);
    for (const migration of pending) {
      for (const statement of migration.statements) await db.execute(sql.raw(statement));
      await migration.after?.({ dialect: 'postgres', tables: defineTables(pgKit), rows: rowsThrough }, through);
    }
    if (pending.length > 0) {
      await db.execute(
        sql`insert into meta (key, value) values ('schema', ${String(all.length)}) on conflict (key) do update set value = excluded.value`,
      );
    }
    await db.execute(sql`commit`);
  } catch (error) {
    await db.execute(sql`rollback`).catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
