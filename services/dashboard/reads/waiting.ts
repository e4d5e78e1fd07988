import type { Lane, Stage } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, count, eq, gt, isNotNull } from 'drizzle-orm';

/** How many articles wait for a stage in a lane. */
export async function countWaiting(store: Store, stage: Stage, lane: Lane): Promise<number> {
  const { articles } = store.tables;
  const [row] = await store.db
    .select({ n: count() })
    .from(articles)
    .where(and(eq(articles.stage, stage), eq(articles.lane, lane)));
  return row?.n ?? 0;
}

/** Articles that wait for a stage in a lane, those that nobody works on first asked for first. */
export function listWaiting(
  store: Store,
  stage: Stage,
  lane: Lane,
  limit: number,
): Promise<Array<{ id: string; epoch: number }>> {
  const { articles } = store.tables;
  return store.db
    .select({ id: articles.id, epoch: articles.epoch })
    .from(articles)
    .where(and(eq(articles.stage, stage), eq(articles.lane, lane)))
    .orderBy(asc(articles.enqueuedAt))
    .limit(limit);
}

/** Articles of a stage that were put off until later: by a rate limit, an outage or a fault. */
export function listPutOff(
  store: Store,
  stage: Stage,
  now: number,
  limit: number,
): Promise<
  Array<{ id: string; epoch: number; lane: Lane; lastError: string | null; notBefore: number | null; url: string }>
> {
  const { articles } = store.tables;
  return store.db
    .select({
      id: articles.id,
      epoch: articles.epoch,
      lane: articles.lane,
      lastError: articles.lastError,
      notBefore: articles.notBefore,
      url: articles.url,
    })
    .from(articles)
    .where(and(isNotNull(articles.stage), eq(articles.stage, stage), gt(articles.notBefore, now)))
    .orderBy(asc(articles.notBefore))
    .limit(limit);
}
