import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { claim, cleaned, expireLease, NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import type { Queues } from '../../queue/queues.ts';
import { saveRevision } from '../articles/revisions.ts';
import { finish, type StageOutcome } from './finish.ts';
import { type Claim, startJourneys } from './journey.ts';

const URL = 'https://a.example/1';

describe.each(DIALECTS)('finish on %s', (dialect) => {
  const opened = useStore(dialect);
  let added: string[] = [];
  const queues = {
    add: async (stage: string, jobs: Array<{ id: string; epoch: number }>) => {
      for (const job of jobs) added.push(`${stage}-${job.id}-${job.epoch}`);
    },
  } as unknown as Queues;

  function end(claimed: Claim, told: Partial<StageOutcome>, at = NOON + 40): Promise<boolean> {
    added = [];
    const context = { store: opened(), queues, log: pino({ level: 'silent' }), worker: 'w', now: () => at };
    return finish(context, claimed, { outcome: 'passed', reason: 'well', version: 'v1', ...told });
  }

  test('writes outcome and counter, and hands the article on with its job', async () => {
    const store = opened();
    const [id] = await pages(store, [URL]);
    expect(await end(await claim(store, id!), { save: async () => ({ rawHash: 'h', rawType: 'text/html\0' }) })).toBe(
      true,
    );
    expect(await rowOf(store, id!)).toMatchObject({
      stage: 'clean',
      epoch: 1,
      leaseOwner: null,
      outcome: null,
      enqueuedAt: NOON + 40,
      rawHash: 'h',
      rawType: 'text/html',
    });
    expect(added).toEqual([`clean-${id}-1`]);
    expect(await store.db.select().from(store.tables.outcomes)).toMatchObject([
      { stage: 'fetch', outcome: 'passed', workedMs: 40, worker: 'w' },
    ]);
    expect(await store.db.select().from(store.tables.counters)).toMatchObject([
      { stage: 'fetch', lane: 'live', outcome: 'passed', count: 1, workedMs: 40 },
    ]);
  });

  test('an article stands in the search index once its journey has ended, wherever that was', async () => {
    const store = opened();
    const indexed = async () => (await store.db.select().from(store.tables.searchDocs)).map((row) => row.articleId);
    const [id] = await pages(store, [URL]);
    await end(await claim(store, id!), {});
    const claimed = await claim(store, id!);
    const made = { version: '1', frameVersion: null, rawHash: 'h', fetchedAt: NOON, now: NOON, batchId: null };
    await end(claimed, {
      save: async (tx) => ({ revisionId: await saveRevision(store, tx, claimed.article, cleaned(), made) }),
    });
    expect(await indexed()).toEqual([]);
    await end(await claim(store, id!), { outcome: 'quarantined' });
    expect(await indexed()).toEqual([id]);
  });

  test('two that finish the same claim at once write one outcome', async () => {
    const store = opened();
    const [id] = await pages(store, [URL]);
    const claimed = await claim(store, id!);
    let saved = 0;
    const save = async () => {
      saved += 1;
      return undefined;
    };
    const written = await Promise.all([end(claimed, { save }), end(claimed, { save }), end(claimed, { save })]);
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(saved).toBe(1);
    expect(await store.db.select().from(store.tables.counters)).toMatchObject([{ count: 1 }]);
  });

  test('a claim that another took over changes nothing', async () => {
    const store = opened();
    const [id] = await pages(store, [URL]);
    const first = await claim(store, id!, NOON, 'w1');
    await expireLease(store, id!);
    await claim(store, id!, NOON, 'w2');
    expect(await end(first, {})).toBe(false);
    expect(await rowOf(store, id!)).toMatchObject({ stage: 'fetch', leaseOwner: 'w2' });
    expect(await store.db.select().from(store.tables.outcomes)).toEqual([]);
  });

  test('an outcome whose result cannot be saved leaves all as it was', async () => {
    const store = opened();
    const [id] = await pages(store, [URL]);
    const claimed = await claim(store, id!);
    const failing = end(claimed, { save: () => Promise.reject(new Error('no room')) });
    await expect(failing).rejects.toThrow('no room');
    expect(await rowOf(store, id!)).toMatchObject({ stage: 'fetch', leaseOwner: 'worker' });
    expect(await store.db.select().from(store.tables.outcomes)).toEqual([]);
    expect(await store.db.select().from(store.tables.counters)).toEqual([]);
  });

  test('an article that waited longer than 2^31 ms is finished, and the counters sum up', async () => {
    const store = opened();
    const month = 32 * 86_400_000;
    for (const [index, id] of (await pages(store, [URL, 'https://a.example/2'])).entries()) {
      await end(await claim(store, id, NOON + month), { outcome: 'gone', reason: '404' }, NOON + month + index);
      expect(await rowOf(store, id)).toMatchObject({
        stage: null,
        outcome: 'gone',
        outcomeStage: 'fetch',
        reason: '404',
      });
    }
    expect(await store.db.select().from(store.tables.counters)).toMatchObject([{ count: 2, waitedMs: 2 * month }]);
    expect(added).toEqual([]);
  });

  test('a page that says the same keeps its outcome; the last stage makes it done', async () => {
    const store = opened();
    const { articles } = store.tables;
    const [id] = await pages(store, [URL]);
    await store.write(async (tx) => {
      await tx.update(articles).set({ stage: 'classify' }).where(eq(articles.id, id!));
    });
    await end(await claim(store, id!), {}, NOON + 1);
    expect(await rowOf(store, id!)).toMatchObject({
      stage: null,
      outcome: 'done',
      outcomeStage: 'classify',
      finishedAt: NOON + 1,
    });
    await store.write(async (tx) => {
      await startJourneys(store, tx, [id!], 'fetch', { lane: 'live', now: NOON + 2 });
    });
    await end(await claim(store, id!, NOON + 3), { outcome: 'unchanged', reason: 'same bytes' });
    expect(await rowOf(store, id!)).toMatchObject({ stage: null, outcome: 'done', finishedAt: NOON + 1 });
  });

  test('a journey asked for on the way begins when this one ends', async () => {
    const store = opened();
    const [id] = await pages(store, [URL]);
    const claimed = await claim(store, id!);
    await store.write(async (tx) => {
      await startJourneys(store, tx, [id!], 'fetch', { lane: 'live', now: NOON });
    });
    await end(claimed, { outcome: 'unreachable', reason: 'given up' });
    expect(await rowOf(store, id!)).toMatchObject({ stage: 'fetch', epoch: 2, again: null, outcome: 'unreachable' });
    expect(added).toEqual([`fetch-${id}-2`]);
  });
});
