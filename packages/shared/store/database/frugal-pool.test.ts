import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PrivatePostgres, startPrivatePostgres } from '../../../../tests/support/postgres.ts';
import { FrugalPool } from './frugal-pool.ts';

const ROOM = 8;
const MAKES_DO_MS = 300;

let server: PrivatePostgres;
const others: pg.Client[] = [];
beforeAll(async () => {
  server = await startPrivatePostgres({ settings: { max_connections: ROOM, superuser_reserved_connections: 0 } });
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((client) => client.end()));
});
afterAll(() => server.stop());

/** Somebody else takes so many connections; of those that have been closed the server may need a moment to see it. */
async function taken(many: number): Promise<void> {
  while (others.length < many) {
    const client = new pg.Client({ connectionString: server.url });
    if (await client.connect().then(() => true, isFull)) others.push(client);
  }
}

function isFull(error: { code?: string }): false {
  if (error.code !== '53300') throw error;
  return false;
}

const poolOf = (patience = 10_000) =>
  new FrugalPool({ connectionString: server.url, max: 6, connectionTimeoutMillis: patience }, MAKES_DO_MS);

/** Asks so many things at once; gives by how many connections they were answered. */
async function askedAtOnce(pool: pg.Pool, many: number): Promise<number> {
  const text = 'select pg_backend_pid() as pid, pg_sleep(.05)';
  const answers = await Promise.all(Array.from({ length: many }, () => pool.query<{ pid: number }>(text)));
  return new Set(answers.map(({ rows }) => rows[0]!.pid)).size;
}

test('where the server gives no more, work goes on by the connections that there are, and by more when there are', async () => {
  await taken(ROOM - 2);
  const pool = poolOf();
  expect(await askedAtOnce(pool, 20)).toBeLessThanOrEqual(2);
  await Promise.all(others.splice(0).map((client) => client.end()));
  // The server needs a moment to see that they have gone.
  const all = () => askedAtOnce(pool, 20);
  await expect.poll(all, { interval: MAKES_DO_MS * 2, timeout: 30_000 }).toBe(6);
  await pool.end();
});

test('who has none waits for the first that comes free', async () => {
  await taken(ROOM);
  const pool = poolOf();
  const asked = askedAtOnce(pool, 3);
  await sleep(500);
  await others.pop()!.end();
  expect(await asked).toBe(1);
  await pool.end();
});

test('in the end it is told', async () => {
  await taken(ROOM);
  const pool = poolOf(500);
  await expect(pool.connect()).rejects.toMatchObject({ code: '53300' });
  await expect(pool.query('select 1')).rejects.toMatchObject({ code: '53300' });
  await pool.end();
});
