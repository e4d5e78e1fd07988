import { and, count, desc, eq, isNull, max, min } from 'drizzle-orm';
import type { Stage } from '../../pipeline.ts';
import type { Store } from '../database/store.ts';

/** Articles that were set aside in one stage for one reason. */
export interface QuarantineGroup {
  stage: Stage | null;
  reason: string | null;
  count: number;
  /** Epoch ms. */
  newest: number | null;
  oldest: number | null;
}

/** The reasons for which articles are in quarantine, most first. */
export function quarantineReasons(store: Store, limit: number): Promise<QuarantineGroup[]> {
  const { articles } = store.tables;
  return store.db
    .select({
      stage: articles.outcomeStage,
      reason: articles.reason,
      count: count(),
      newest: max(articles.finishedAt),
      oldest: min(articles.finishedAt),
    })
    .from(articles)
    .where(and(eq(articles.outcome, 'quarantined'), isNull(articles.stage)))
    .groupBy(articles.outcomeStage, articles.reason)
    .orderBy(desc(count()))
    .limit(limit);
}
