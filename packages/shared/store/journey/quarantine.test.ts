import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON, pages, rowOf } from '../../../../tests/support/given.ts';
import type { Store } from '../database/store.ts';
import { listQuarantine, retryQuarantine } from './quarantine.ts';

/** Three in quarantine, one that is done. Ids in order. */
async function given(store: Store): Promise<string[]> {
  const { articles } = store.tables;
  const urls = ['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'https://b.example/2'];
  const ids = await pages(store, urls);
  const ends = [
    { outcome: 'quarantined', outcomeStage: 'clean', reason: 'No TEXT in 90% of the page' },
    { outcome: 'quarantined', outcomeStage: 'clean', reason: 'the worker died' },
    { outcome: 'quarantined', outcomeStage: 'dedup', reason: 'no text to compare' },
    { outcome: 'done', outcomeStage: 'classify', reason: 'well' },
  ] as const;
  await store.write(async (tx) => {
    for (const [index, end] of ends.entries())
      await tx
        .update(articles)
        .set({ ...end, stage: null, attempts: 5, finishedAt: NOON + index })
        .where(eq(articles.id, ids[index]!));
  });
  return ids;
}

describe.each(DIALECTS)('quarantine on %s', (dialect) => {
  const opened = useStore(dialect);

  test('lists newest first, by stage, host and words of the reason in any case', async () => {
    const store = opened();
    const [one, two, three] = await given(store);
    const list = async (filter: Parameters<typeof listQuarantine>[1], limit = 10) =>
      (await listQuarantine(store, filter, limit)).map((row) => row.id);
    expect(await list({})).toEqual([three, two, one]);
    expect(await list({}, 1)).toEqual([three]);
    expect(await list({ stage: 'clean' })).toEqual([two, one]);
    expect(await list({ host: 'b.example' })).toEqual([three]);
    expect(await list({ reason: 'no text' })).toEqual([three, one]);
    expect(await list({ reason: '90%' })).toEqual([one]);
    expect(await list({ reason: '%' })).toEqual([one]);
    expect(await list({ reason: 'n_ text' })).toEqual([]);
    expect(await list({ ids: [two!] })).toEqual([two]);
  });

  test('a retry sends each on from the stage that gave it up, once, and is written down', async () => {
    const store = opened();
    const [one, , three, done] = await given(store);
    expect(await retryQuarantine(store, { reason: 'no text' }, 'ann', NOON + 9)).toBe(2);
    expect(await rowOf(store, one!)).toMatchObject({ stage: 'clean', epoch: 2, attempts: 0, waitingSince: NOON + 9 });
    expect(await rowOf(store, three!)).toMatchObject({ stage: 'dedup', epoch: 2 });
    expect(await rowOf(store, done!)).toMatchObject({ stage: null, epoch: 1 });
    expect(await retryQuarantine(store, { reason: 'no text' }, 'ann', NOON + 10)).toBe(0);
    expect(await listQuarantine(store, {}, 10)).toHaveLength(1);
    expect(await store.db.select().from(store.tables.audit)).toMatchObject([
      { who: 'ann', action: 'quarantine.retry', count: 2, at: NOON + 9 },
      { count: 0 },
    ]);
  });
});
