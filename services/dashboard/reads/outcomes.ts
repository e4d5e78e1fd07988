import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { asc, desc, eq, gt } from 'drizzle-orm';
import { type Ended, endedColumns } from './outcome-tail.ts';

/** Outcomes with a higher number than this, lowest first: what somebody missed who was away. */
export function outcomesAfter(store: Store, id: number, limit: number): Promise<Ended[]> {
  const { outcomes } = store.tables;
  return store.db
    .select(endedColumns(store))
    .from(outcomes)
    .where(gt(outcomes.id, id))
    .orderBy(asc(outcomes.id))
    .limit(limit);
}

/** When an article was last done (epoch ms), or null where none ever was. */
export async function lastDoneAt(store: Store): Promise<number | null> {
  const { articles } = store.tables;
  const [row] = await store.db
    .select({ at: articles.finishedAt })
    .from(articles)
    .where(eq(articles.outcome, 'done'))
    .orderBy(desc(articles.finishedAt))
    .limit(1);
  return row?.at ?? null;
}
