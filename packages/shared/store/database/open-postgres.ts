import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { pgKit } from '../tables/columns.ts';
import { defineTables } from '../tables/tables.ts';
import { FrugalPool } from './frugal-pool.ts';
import { type Migration, pendingMigrations, readMigrations, type SchemaPolicy } from './migrate.ts';
import { answerTo, rootMessage } from './outage.ts';
import { type Db, type Store, StoreUnavailable } from './store.ts';

/** Any number of ours: the advisory lock under which one process migrates ("wire" in ASCII). */
const MIGRATION_LOCK = 0x77697265;
/** A transaction that met another is run again so often, after a pause that grows and differs. */
const TRIES = 5;
const CONFLICT_PAUSE_MS = 20;
/** Connections of one process at most, where the URL does not say otherwise (`?connections=N`). */
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
  const most = Number(/[?&]connections=([^&]*)/.exec(url)?.[1] ?? CONNECTIONS);
  if (!Number.isInteger(most) || most < 1)
    throw new StoreUnavailable(`cannot open ${where}: its "connections" is a whole number of each process, from 1 on.`);
  const pool = new FrugalPool({
    connectionString: url,
    max: most,
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
    await migrate(pool, policy, where, limits.silence);
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

/**
 * Steps in transactions of their own, under a lock: what one has locked is free again when the next begins, so that services of the former
 * release that go on meanwhile wait for none of the others. One that fails leaves those before it, and the next start goes on there.
 */
async function migrate(pool: pg.Pool, policy: SchemaPolicy, where: string, silence: number): Promise<void> {
  const all = readMigrations('postgres');
  const client = await pool.connect();
  const db = drizzle(client, { casing: 'snake_case' }) as unknown as Db;
  socketOf(client)?.setTimeout(0);
  try {
    for (let [at, part] = [-1, 0]; ; part += 1) {
      const version = await beginStep(db);
      // The step is done, by us or by another between two parts of ours.
      if (version !== at) [at, part] = [version, 0];
      const [next] = pendingMigrations(all, version, policy, where);
      if (next) await runPart(db, next, part);
      await db.execute(sql`commit`);
      if (!next) return;
    }
  } catch (error) {
    await db.execute(sql`rollback`).catch(() => undefined);
    throw error;
  } finally {
    socketOf(client)?.setTimeout(silence);
    client.release();
  }
}

const rowsThrough = async <T>(query: SQL, tx: Db) => ((await tx.execute(query)) as unknown as { rows: T[] }).rows;

/** Begins a transaction in which nobody else migrates. Returns the version of the schema, 0 where there is none. */
async function beginStep(db: Db): Promise<number> {
  await db.execute(sql`begin`);
  // A step goes through whole tables: of a million articles in minutes. A lock is waited for as ever.
  await db.execute(sql`set local statement_timeout = 0`);
  await db.execute(sql`set local idle_in_transaction_session_timeout = 0`);
  await db.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  const [made] = await rowsThrough<{ exists: boolean }>(sql`select to_regclass('meta') is not null as "exists"`, db);
  if (!made?.exists) return 0;
  const [found] = await rowsThrough<{ value: string }>(sql`select value from meta where key = 'schema'`, db);
  return Number(found?.value ?? 0);
}

/** Runs a part of a step; with the last the step is done. */
async function runPart(db: Db, step: Migration, part: number): Promise<void> {
  for (const statement of step.parts[part] ?? []) await db.execute(sql.raw(statement));
  if (part + 1 < step.parts.length) return;
  const rows = <T>(query: SQL, tx: Db = db) => rowsThrough<T>(query, tx);
  await step.after?.({ dialect: 'postgres', tables: defineTables(pgKit), rows }, db);
  await db.execute(
    sql`insert into meta (key, value) values ('schema', ${String(step.version)}) on conflict (key) do update set value = excluded.value`,
  );
}
