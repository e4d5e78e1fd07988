import { readLead } from '@wirewatch/shared/store/operations/lead.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS, emptyDatabase } from '../../tests/support/dialects.ts';
import { type OpenedContext, openServiceContext } from '../../tests/support/service-context.ts';
import { createLeadership } from './leader.ts';

describe.each(DIALECTS)('two schedulers, each with a Redis of its own, on one database of %s', (dialect) => {
  let drop: () => Promise<void>;
  let both: OpenedContext[];
  let clock = Date.now();
  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    both = [];
    for (const name of ['a', 'b']) {
      const opened = await openServiceContext('scheduler', () => ({ DATABASE_URL: database.url }));
      both.push({ ...opened, context: { ...opened.context, workerId: `scheduler-${name}`, now: () => clock } });
    }
  });
  afterAll(async () => {
    for (const opened of both) await opened.close();
    await drop();
  });

  test('one leads, also while both ask at once; the other takes over when it leaves', async () => {
    const [a, b] = both.map(({ context }) => createLeadership(context));
    const took = await Promise.all([a!.take(), b!.take()]);
    expect(took.filter(Boolean)).toHaveLength(1);
    const [leader, other] = took[0] ? [a!, b!] : [b!, a!];
    expect([leader.holds(), other.holds()]).toEqual([true, false]);
    clock += 6000;
    expect(await leader.take()).toBe(true);
    expect(await other.take()).toBe(false);
    // A process that was stopped for longer than its lease knows it when it goes on.
    clock += 11_000;
    expect(leader.holds()).toBe(false);
    await leader.leave();
    clock += 1000;
    expect(await other.take()).toBe(true);
    await other.leave();
  });

  test('a clock that goes wrong by hours takes no lead from another', async () => {
    const [a, b] = both.map(({ context }) => context);
    const right = createLeadership(a!);
    const fast = createLeadership({ ...b!, now: () => clock + 7_200_000 });
    expect(await right.take()).toBe(true);
    expect(await fast.take()).toBe(false);
    await right.leave();
  });

  test('that the Redis is another is told on both sides, and to whoever asks', async () => {
    const [a, b] = both.map(({ context }) => createLeadership(context));
    for (let n = 0; n < 6; n += 1) {
      clock += 6000;
      expect(await a!.take()).toBe(true);
      expect(await b!.take()).toBe(false);
    }
    for (const { warnings } of both) {
      expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/two installations.*REDIS_URL/)]);
    }
    expect(await readLead(both[0]!.context.store)).toMatchObject({
      worker: 'scheduler-a',
      other: { worker: 'scheduler-b' },
    });
    await a!.leave();
  });
});
