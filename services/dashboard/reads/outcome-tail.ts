import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { Lane, Stage } from '@wirewatch/shared/pipeline.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, asc, gt, gte, max, min } from 'drizzle-orm';

/** A stage's outcome as it was written. */
export interface Ended {
  id: number;
  articleId: string;
  stage: Stage;
  lane: Lane;
  outcome: Outcome;
  reason: string;
  waitedMs: number;
  workedMs: number;
  at: number;
}

/** The columns that an {@link Ended} is read from. */
export function endedColumns({ tables: { outcomes } }: Store) {
  const { id, articleId, stage, lane, outcome, reason, waitedMs, workedMs, at } = outcomes;
  return { id, articleId, stage, lane, outcome, reason, waitedMs, workedMs, at };
}

/** In Postgres a row with a lower id may become visible after one with a higher: so far back we look again. */
const OVERLAP = 500;
const AT_ONCE = 5000;

/**
 * Follows the outcomes as they are written, from an instant (epoch ms) on.
 * @returns a function that gives those that were written since it was last called, at most 5,000, each once, by id
 */
export function followOutcomes(store: Store, since: number): () => Promise<Ended[]> {
  const { outcomes } = store.tables;
  let last: number | null = null;
  let seen = new Set<number>();
  return async () => {
    if (last === null) {
      const [first] = await store.db
        .select({ id: min(outcomes.id) })
        .from(outcomes)
        .where(gte(outcomes.at, since));
      last = first?.id == null ? await newestId(store) : first.id - 1;
    }
    const floor: number = last;
    const rows = await store.db
      .select(endedColumns(store))
      .from(outcomes)
      .where(and(gt(outcomes.id, floor - OVERLAP), gte(outcomes.at, since)))
      .orderBy(asc(outcomes.id))
      .limit(AT_ONCE);
    const fresh = rows.filter((row) => !seen.has(row.id));
    last = Math.max(floor, rows.at(-1)?.id ?? 0);
    const horizon = last - OVERLAP;
    seen = new Set([...seen, ...fresh.map((row) => row.id)].filter((id) => id > horizon));
    return fresh;
  };
}

async function newestId(store: Store): Promise<number> {
  const { outcomes } = store.tables;
  const [row] = await store.db.select({ id: max(outcomes.id) }).from(outcomes);
  return row?.id ?? 0;
}
