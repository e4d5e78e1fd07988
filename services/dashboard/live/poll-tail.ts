import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { desc, gt } from 'drizzle-orm';

/** Polls of the last hour that are read at the start, the newest: more than three a second is no figure to plot exactly. */
const FIRST = 12_000;
/** Numbers behind the newest that are looked at again: in Postgres a lower one can become visible after a higher. */
const BACK = 200;

/** Follows the polls: each call gives the instants (epoch ms) of those that were written since the last, at first those from `since` on. */
export function followPolls(store: Store, since: number): () => Promise<number[]> {
  const { polls } = store.tables;
  let newest: number | null = null;
  let seen = new Set<number>();
  return async () => {
    const rows = await store.db
      .select({ id: polls.id, at: polls.at })
      .from(polls)
      .where(newest === null ? undefined : gt(polls.id, newest - BACK))
      .orderBy(desc(polls.id))
      .limit(FIRST);
    const fresh = rows.filter(({ id, at }) => !seen.has(id) && at >= since);
    newest = rows[0]?.id ?? newest ?? 0;
    const floor = newest - BACK;
    seen = new Set(rows.flatMap(({ id }) => (id > floor ? [id] : [])));
    return fresh.map(({ at }) => at);
  };
}
