import { count, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { monthOf } from '../database/months.ts';
import { partitionsOf } from '../database/partitions.ts';
import type { Store } from '../database/store.ts';
import { clearBefore, keepMonths } from './clear-before.ts';

const DAY_MS = 86_400_000;
const NOW = Date.now();
const EMPTY = { outcome: 'ok', reason: 'r', bytes: 1, ms: 1, items: 1, newItems: 0 };

async function polledAt(store: Store, feedId: string, instants: number[]): Promise<void> {
  await store.write(async (tx) => {
    await tx.insert(store.tables.polls).values(instants.map((at) => ({ ...EMPTY, feedId, at })));
  });
}

async function kept(store: Store): Promise<number[]> {
  const { polls } = store.tables;
  return (await store.db.select({ at: polls.at }).from(polls).orderBy(polls.at)).map((row) => row.at);
}

test.each([
  ['2026-12-31T23:59:59.999Z', 0, '2026_12', '2026-12-01', '2027-01-01'],
  ['2026-12-31T23:59:59.999Z', 1, '2027_01', '2027-01-01', '2027-02-01'],
  ['2026-01-31T00:00:00Z', 1, '2026_02', '2026-02-01', '2026-03-01'],
  ['2028-02-29T12:00:00Z', 0, '2028_02', '2028-02-01', '2028-03-01'],
])('the month of %s and %i later is %s', (at, later, name, from, until) => {
  expect(monthOf(Date.parse(at), later)).toEqual({ name, from: Date.parse(from), until: Date.parse(until) });
});

describe.each(DIALECTS)('what is cleared by time, on %s', (dialect) => {
  const opened = useStore(dialect);

  test('what is older goes, in parts, and what is younger or dated ahead stays', async () => {
    const store = opened();
    const old = Array.from({ length: 4_500 }, (_, n) => NOW - 900 * DAY_MS + n);
    // A clock that was a year ahead: its rows stand in front of what came later.
    const ahead = Array.from({ length: 2_500 }, (_, n) => NOW + 400 * DAY_MS + n);
    for (const part of [old.slice(0, 2_000), ahead, old.slice(2_000)]) await polledAt(store, 'f', part);
    const young = [NOW - DAY_MS, NOW];
    await polledAt(store, 'f', young);
    expect(await clearBefore(store, 'polls', NOW - 400 * DAY_MS, NOW)).toMatchObject({ rows: 4_500 });
    expect(await kept(store)).toEqual([...young, ...ahead]);
    expect(await clearBefore(store, 'polls', NOW - 400 * DAY_MS, NOW)).toEqual({ rows: 0, months: [] });
  });

  test('results that were replaced go by the instant of that', async () => {
    const store = opened();
    const { previousResults } = store.tables;
    const row = { articleId: 'a', stage: 'clean' as const, version: 'v', batchId: null, result: { text: 'x' } };
    await store.write((tx) =>
      tx.insert(previousResults).values([NOW - 900 * DAY_MS, NOW].map((replacedAt) => ({ ...row, replacedAt }))),
    );
    expect(await clearBefore(store, 'previous_results', NOW - 400 * DAY_MS, NOW)).toMatchObject({ rows: 1 });
    expect(await store.db.select({ n: count() }).from(previousResults)).toEqual([{ n: 1 }]);
  });
});

describe('months on postgres', () => {
  const opened = useStore('postgres');
  const held = async (part: string) => {
    const [row] = await opened().rows<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(part)}`);
    return row!.n;
  };

  test('this month and the next two are there from the beginning, and made as time goes on', async () => {
    const names = async () => (await partitionsOf(opened(), 'polls')).map(({ name }) => name);
    const three = [0, 1, 2].map((later) => `polls_${monthOf(NOW, later).name}`);
    expect(await names()).toEqual(three);
    expect(await keepMonths(opened(), NOW)).toEqual({ made: [], outside: {} });
    const inAMonth = monthOf(NOW, 1).from;
    const fourth = monthOf(NOW, 3).name;
    expect((await keepMonths(opened(), inAMonth)).made).toEqual([`polls_${fourth}`, `previous_results_${fourth}`]);
    expect(await names()).toEqual([...three, `polls_${fourth}`]);
  });

  test('what fell into no month is told, and moves into its month when that is made', async () => {
    const store = opened();
    const fifth = monthOf(NOW, 5);
    await polledAt(store, 'f', [fifth.from, fifth.until - 1, fifth.until, NOW]);
    expect(await held('polls_rest')).toBe(3);
    expect(await keepMonths(store, NOW)).toMatchObject({ outside: { polls: 3 } });
    const kept3 = await keepMonths(store, monthOf(NOW, 3).from);
    expect(kept3.made).toContain(`polls_${fifth.name}`);
    expect(kept3.outside).toEqual({ polls: 1 });
    expect(await held(`polls_${fifth.name}`)).toBe(2);
    expect(await kept(store)).toEqual([NOW, fifth.from, fifth.until - 1, fifth.until]);
  });

  test('a month that is over is dropped as a whole, and not before its last day is', async () => {
    const store = opened();
    const here = monthOf(NOW);
    await polledAt(store, 'f', [here.from, here.until - 1, here.until]);
    const before = async (at: number) => (await clearBefore(store, 'polls', at, at + 30 * DAY_MS)).months;
    expect(await before(here.until - 1)).toEqual([]);
    expect(await kept(store)).toHaveLength(3);
    expect(await before(here.until)).toEqual([`polls_${here.name}`]);
    expect(await kept(store)).toEqual([here.until]);
    // Made anew, for other tests and for the scheduler whose clock was wrong.
    expect((await keepMonths(store, NOW)).made).toEqual([`polls_${here.name}`]);
  });

  test('a question with its dates is asked of the months in it alone', async () => {
    const { from, until, name } = monthOf(NOW, 1);
    const plan = await opened().rows<{ 'QUERY PLAN': string }>(
      sql.raw(`explain select * from polls where feed_id = 'f' and at >= ${from} and at < ${until}`),
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain(`polls_${name}`);
    expect(text).not.toContain(`polls_${monthOf(NOW).name}`);
    expect(text).not.toContain('polls_rest');
  });
});
