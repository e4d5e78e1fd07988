import { STAGES } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { count, sum } from 'drizzle-orm';
import { expect } from 'vitest';

/** Every one of `all` articles is done, once a stage, and the counters say the same. */
export async function expectBalance(store: Store, all: number): Promise<void> {
  const { articles, outcomes, counters } = store.tables;
  const byOutcome = await store.db
    .select({ outcome: articles.outcome, n: count() })
    .from(articles)
    .groupBy(articles.outcome);
  expect(byOutcome).toEqual([{ outcome: 'done', n: all }]);
  const byStage = await store.db.select({ stage: outcomes.stage, n: count() }).from(outcomes).groupBy(outcomes.stage);
  expect(Object.fromEntries(byStage.map((row) => [row.stage, row.n]))).toEqual(
    Object.fromEntries(STAGES.map((stage) => [stage, all])),
  );
  const [booked] = await store.db.select({ n: sum(counters.count) }).from(counters);
  expect(Number(booked?.n)).toBe(all * STAGES.length);
}
