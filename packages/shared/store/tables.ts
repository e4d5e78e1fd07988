import type { Kit } from './columns.ts';
import { articlesTables } from './tables/articles.ts';
import { dedupTables } from './tables/dedup.ts';
import { feedsTables } from './tables/feeds.ts';
import { operationsTables } from './tables/operations.ts';
import { resultsTables } from './tables/results.ts';
import { watchesTables } from './tables/watches.ts';

export type { NameSource, OutletKind } from './tables/feeds.ts';

/** Every table, for one dialect. Instants are epoch milliseconds; texts that a page dated are kept as the page wrote them. */
export function defineTables(kit: Kit) {
  return {
    ...feedsTables(kit),
    ...articlesTables(kit),
    ...resultsTables(kit),
    ...dedupTables(kit),
    ...watchesTables(kit),
    ...operationsTables(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
