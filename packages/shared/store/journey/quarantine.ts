import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Stage } from '../../pipeline.ts';
import { holds } from '../database/holds.ts';
import type { Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';
import { startJourneys } from './journey.ts';

/** Which quarantined articles: those named, those of a stage, those whose reason or address holds a word. */
export interface QuarantineFilter {
  ids?: string[];
  stage?: Stage;
  reason?: string;
  host?: string;
}

/** What is in quarantine, newest first. */
export function listQuarantine(store: Store, filter: QuarantineFilter, limit: number) {
  const { articles } = store.tables;
  return store.db
    .select({
      id: articles.id,
      url: articles.url,
      stage: articles.outcomeStage,
      reason: articles.reason,
      at: articles.finishedAt,
      rawHash: articles.rawHash,
    })
    .from(articles)
    .where(
      and(
        eq(articles.outcome, 'quarantined'),
        isNull(articles.stage),
        filter.ids ? inArray(articles.id, filter.ids) : undefined,
        filter.stage ? eq(articles.outcomeStage, filter.stage) : undefined,
        filter.reason ? holds(articles.reason, filter.reason) : undefined,
        filter.host ? eq(articles.outletId, filter.host) : undefined,
      ),
    )
    .orderBy(desc(articles.finishedAt), desc(articles.id))
    .limit(limit);
}

/** Sends quarantined articles on again from the stage that gave them up, and writes who did it. Returns how many. */
export async function retryQuarantine(
  store: Store,
  filter: QuarantineFilter,
  who: string,
  now: number,
): Promise<number> {
  const rows = await listQuarantine(store, filter, 1_000_000);
  await store.write(async (tx) => {
    for (const stage of new Set(rows.map((row) => row.stage))) {
      const ids = rows.filter((row) => row.stage === stage).map((row) => row.id);
      await startJourneys(store, tx, ids, stage ?? 'fetch', { lane: 'live', now });
    }
    await writeAudit(store, tx, {
      at: now,
      who,
      action: 'quarantine.retry',
      target: JSON.stringify(filter),
      count: rows.length,
      detail: rows.slice(0, 100).map((row) => row.id),
    });
  });
  return rows.length;
}
