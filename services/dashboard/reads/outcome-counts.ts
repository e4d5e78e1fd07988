import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { Lane, Stage } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { asc, gte, sql } from 'drizzle-orm';

/** how many outcomes were written an hour, from an hour (epoch hours, UTC) on. */
export function outcomesByHour(
  store: Store,
  sinceHour: number,
): Promise<Array<{ hour: number; stage: Stage; count: number }>> {
  const { counters } = store.tables;
  return store.db
    .select({
      hour: counters.hour,
      stage: counters.stage,
      count: sql<number>`sum(${counters.count})`.mapWith(Number),
    })
    .from(counters)
    .where(gte(counters.hour, sinceHour))
    .groupBy(counters.hour, counters.stage)
    .orderBy(asc(counters.hour));
}

/** Every outcome ever written, with the time that articles waited and were worked on (ms). */
export function outcomeTotals(
  store: Store,
): Promise<Array<{ stage: Stage; lane: Lane; outcome: Outcome; count: number; waitedMs: number; workedMs: number }>> {
  const { counters } = store.tables;
  return store.db
    .select({
      stage: counters.stage,
      lane: counters.lane,
      outcome: counters.outcome,
      count: sql<number>`sum(${counters.count})`.mapWith(Number),
      waitedMs: sql<number>`sum(${counters.waitedMs})`.mapWith(Number),
      workedMs: sql<number>`sum(${counters.workedMs})`.mapWith(Number),
    })
    .from(counters)
    .groupBy(counters.stage, counters.lane, counters.outcome);
}
