import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { claim, expireLease, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import { markEnqueued, waitingWithoutJob, wantAllJobs } from './jobs.ts';
import { claimArticle, countFault, handBack, holdsStill, renewLeases, startJourneys } from './journey.ts';

const URLS = ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'];

describe.each(DIALECTS)('journey on %s', (dialect) => {
  const opened = useStore(dialect);
  const ask = (id: string, owner: string, now: number, epoch = 1) =>
    claimArticle(opened(), { articleId: id, epoch }, 'fetch', { owner, ms: 10_000 }, now);

  test('a claim is given once, to the attempt that the row waits for', async () => {
    const store = opened();
    const [id] = await pages(store, URLS);
    expect(await ask(id!, 'w1', NOON, 2)).toEqual({ kind: 'superseded' });
    expect(await ask('unknown', 'w1', NOON)).toEqual({ kind: 'superseded' });
    expect(await ask(id!, 'w1', NOON + 250)).toMatchObject({ stage: 'fetch', epoch: 1, owner: 'w1', waitedMs: 250 });
    const held = await ask(id!, 'w2', NOON + 300);
    expect(held).toEqual({ kind: 'held', until: expect.any(Number) });
    expect((held as { until: number }).until - NOON).toBeGreaterThan(5000);
    expect((held as { until: number }).until - NOON).toBeLessThanOrEqual(10_300);
    expect(await rowOf(store, id!)).toMatchObject({ leaseOwner: 'w1', claims: 1 });
  });

  test('of ten workers that ask at once one gets it', async () => {
    const store = opened();
    const [id] = await pages(store, URLS);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => ask(id!, `w${n}`, NOON)));
    expect(answers.filter((answer) => !('kind' in answer))).toHaveLength(1);
    expect((await rowOf(store, id!)).claims).toBe(1);
  });

  test('a lease that ran out is taken over, and its former owner can give nothing back', async () => {
    const store = opened();
    const [id] = await pages(store, URLS);
    const first = await claim(store, id!, NOON, 'w1');
    await expireLease(store, id!);
    expect(await ask(id!, 'w2', NOON)).toMatchObject({ owner: 'w2' });
    await handBack(store, first, null, null);
    expect(await rowOf(store, id!)).toMatchObject({ leaseOwner: 'w2', claims: 2 });
  });

  test('a lease is judged by the clock of the database, whatever the worker takes the time to be', async () => {
    const store = opened();
    const [id] = await pages(store, URLS);
    const year = 365 * 86_400_000;
    await claim(store, id!, NOON - year, 'slow');
    expect(await ask(id!, 'fast', NOON + year)).toMatchObject({ kind: 'held' });
    expect((await rowOf(store, id!)).leaseUntil! - Date.now()).toBeLessThanOrEqual(10_000);
    expect(
      await waitingWithoutJob(store, { addedBefore: NOON, now: NOON + year, lane: 'live', limit: 10 }),
    ).toHaveLength(2);
  });

  test('a lease is renewed for its owner only', async () => {
    const store = opened();
    const [one, two] = await pages(store, URLS);
    await claim(store, one!, NOON, 'w1');
    await claim(store, two!, NOON, 'w2');
    await renewLeases(store, [one!, two!], 'w1', 99_000);
    expect((await rowOf(store, one!)).leaseUntil! - Date.now()).toBeGreaterThan(90_000);
    expect((await rowOf(store, two!)).leaseUntil! - Date.now()).toBeLessThanOrEqual(10_000);
  });

  test('handed back it waits until its time and counts no attempt; a fault counts one', async () => {
    const store = opened();
    const [id] = await pages(store, URLS);
    await handBack(store, await claim(store, id!), NOON + 5000, 'the host asks for a pause \0');
    expect(await rowOf(store, id!)).toMatchObject({
      leaseOwner: null,
      claims: 0,
      attempts: 0,
      lastError: 'the host asks for a pause ',
    });
    expect(await ask(id!, 'w1', NOON + 4999)).toEqual({ kind: 'early', until: NOON + 5000 });
    await countFault(store, await claim(store, id!, NOON + 5000), NOON + 6000, 'boom');
    expect(await rowOf(store, id!)).toMatchObject({
      attempts: 1,
      claims: 0,
      notBefore: NOON + 6000,
      lastError: 'boom',
    });
  });

  test('journeys start for what rests; what travels goes again, from the earliest stage asked for', async () => {
    const store = opened();
    const { articles } = store.tables;
    const [rests, travels, early] = await pages(store, URLS);
    await store.write(async (tx) => {
      await tx.update(articles).set({ stage: null, outcome: 'done' }).where(eq(articles.id, rests!));
      await tx.update(articles).set({ stage: 'dedup' }).where(eq(articles.id, travels!));
      const options = { lane: 'batch', now: NOON + 1, batchId: 'b1' } as const;
      const ids = [rests!, travels!, early!, 'unknown'];
      expect(await startJourneys(store, tx, ids, 'dedup', options)).toBe(2);
      expect(await startJourneys(store, tx, [travels!], 'clean', options)).toBe(1);
      expect(await startJourneys(store, tx, [travels!], 'classify', options)).toBe(0);
    });
    expect(await rowOf(store, rests!)).toMatchObject({ stage: 'dedup', epoch: 2, lane: 'batch', batchId: 'b1' });
    expect(await rowOf(store, travels!)).toMatchObject({ stage: 'dedup', epoch: 1, again: 'clean' });
    // It waits to be fetched and will pass `dedup` anyway.
    expect(await rowOf(store, early!)).toMatchObject({ stage: 'fetch', epoch: 1, again: null });
  });

  test('what waits without a job is found once its job is in doubt, and not while it is held or put off', async () => {
    const store = opened();
    const [one, two, three] = await pages(store, URLS);
    const waiting = async (addedBefore: number, now = NOON) =>
      (await waitingWithoutJob(store, { addedBefore, now, lane: 'live', limit: 10 })).map((row) => row.id).sort();
    expect(await waiting(0)).toEqual([one!, two!, three!].sort());
    await markEnqueued(store, [one!], NOON);
    await claim(store, two!, NOON);
    await handBack(store, await claim(store, three!), NOON + 1000, null);
    expect(await waiting(NOON - 1)).toEqual([]);
    await expireLease(store, two!);
    expect(await waiting(NOON, NOON + 10_001)).toEqual([one!, two!, three!].sort());
    await markEnqueued(store, [two!, three!], NOON + 20_000);
    await wantAllJobs(store);
    expect(await waiting(0, NOON + 30_000)).toHaveLength(3);
  });
});

describe('journey on a Postgres that has counted nothing yet', () => {
  const opened = useStore('postgres');

  test('an article is looked for by its id, not among all that wait', async () => {
    const store = opened();
    const ids = await pages(
      store,
      Array.from({ length: 300 }, (_, n) => `https://a.example/${n}`),
    );
    const scans = async (index: string) => {
      const [row] = await store.rows<{ n: number }>(
        sql`select idx_scan::int as n from pg_stat_user_indexes where indexrelname = ${index}`,
      );
      return row!.n;
    };
    const before = { byId: await scans('articles_pkey'), waiting: await scans('articles_waiting') };
    for (const id of ids.slice(0, 20)) {
      const given = await claim(store, id);
      expect(await store.write((tx) => holdsStill(store, tx, given))).toEqual({ again: null });
    }
    // Counted once a connection has been idle for a second.
    await expect.poll(() => scans('articles_pkey'), { timeout: 20_000 }).toBeGreaterThanOrEqual(before.byId + 40);
    expect(await scans('articles_waiting')).toBe(before.waiting);
  });
});
