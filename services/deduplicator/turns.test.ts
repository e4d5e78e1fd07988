import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Db, Store } from '@wirewatch/shared/store/database/store.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../tests/support/dialects.ts';
import { pick, randomOf } from './test-support/press.ts';
import { inTurn } from './turns.ts';

/** Two processes with connections of their own. */
let store: Store;
let other: Store;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await emptyDatabase('postgres');
  drop = database.drop;
  store = await openStore(database.url, 'migrate');
  other = await openStore(database.url, 'require');
  await store.write((tx) => store.rows(sql`create table counted (id text primary key, n int not null)`, tx));
});
afterAll(async () => {
  await store.close();
  await other.close();
  await drop();
});
beforeEach(() => store.write((tx) => store.rows(sql`delete from counted`, tx)));

/** More than any server has room for. */
const MANY = Array.from({ length: 20_000 }, (_, n) => `many${n}`);

/** Whether a promise is kept within some milliseconds. */
async function isKept(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new AbortController();
  const end = sleep(ms, false, { signal: late.signal }).catch(() => false);
  return Promise.race([promise.then(() => true), end]).finally(() => late.abort());
}

/** A turn of this process that is not given back before it is told. */
async function taken(ids: readonly string[] | null, further: readonly string[] = []) {
  const [begun, end] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = inTurn(store, ids, async (tx, turn) => {
    await store.rows(sql`select 1`, tx);
    await turn.hold(further);
    begun.resolve();
    await end.promise;
  });
  await Promise.race([begun.promise, ended]);
  const giveBack = () => {
    end.resolve();
    return ended;
  };
  return { giveBack };
}

const ask = (ids: readonly string[] | null, further: readonly string[] = []) =>
  inTurn(other, ids, async (tx, turn) => {
    await other.rows(sql`select 1`, tx);
    await turn.hold(further);
  });

test.each([
  { has: ['a', 'b'], wants: ['c'], beside: true },
  { has: ['a', 'b'], wants: ['c', 'b'], beside: false },
  { has: ['a'], finds: ['b'], wants: ['b'], beside: false },
  { has: ['a'], wants: ['b'], wantsThen: ['a'], beside: false },
  { has: ['a'], wants: ['b'], wantsThen: ['c'], beside: true },
  { has: ['a'], wants: null, beside: false },
  { has: null, wants: ['a'], beside: false },
  { has: MANY, wants: ['a'], beside: false },
  { has: ['a'], finds: MANY, wants: ['b'], beside: false },
  { has: ['a'], wants: ['b'], wantsThen: MANY, beside: false },
])(
  'one has $has and finds $finds; another, who wants $wants and then $wantsThen, goes on beside: $beside',
  async (given) => {
    const { has, wants, beside, finds = [], wantsThen = [] } = given;
    const first = await taken(has, finds);
    const second = ask(wants, wantsThen);
    // Who is not stood in the way of comes through as soon as the machine lets him; who waits is given what that usually takes.
    expect(await isKept(second, beside ? 20_000 : 300)).toBe(beside);
    await first.giveBack();
    await second;
  },
);

/** Reads how often an article was counted, lets others come, and writes one more: two at a time would lose one. */
async function countOne(where: Store, tx: Db, id: string): Promise<void> {
  const [row] = await where.rows<{ n: number }>(sql`select n from counted where id = ${id}`, tx);
  await sleep(2);
  await where.rows(
    sql`insert into counted values (${id}, ${(row?.n ?? 0) + 1}) on conflict (id) do update set n = excluded.n`,
    tx,
  );
}

test('eight who take some of six in any order, and more on the way, never wait for one another in a ring and lose no count', async () => {
  const random = randomOf(3);
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const expected = new Map<string, number>();
  const worker = async (where: Store) => {
    for (let round = 0; round < 12; round += 1) {
      const [early, late] = [new Set([pick(random, ids), pick(random, ids)]), new Set([pick(random, ids)])];
      const all = new Set([...early, ...late]);
      await inTurn(where, [...early], async (tx, turn) => {
        for (const id of early) await countOne(where, tx, id);
        await turn.hold([...late]);
        for (const id of all) if (!early.has(id)) await countOne(where, tx, id);
      });
      for (const id of all) expected.set(id, (expected.get(id) ?? 0) + 1);
    }
  };
  await Promise.all([store, other, store, other, store, other, store, other].map(worker));
  const rows = await store.rows<{ id: string; n: number }>(sql`select id, n from counted`);
  expect(new Map(rows.map(({ id, n }) => [id, n]))).toEqual(expected);
  const [met] = await store.rows<{ deadlocks: number }>(
    sql`select deadlocks::int from pg_stat_database where datname = current_database()`,
  );
  expect(met!.deadlocks).toBe(0);
});
