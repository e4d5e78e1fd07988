import { articlesTables } from './articles.ts';
import type { Kit } from './columns.ts';
import { dedupTables } from './dedup.ts';
import { deskTables } from './desk.ts';
import { feedsTables } from './feeds.ts';
import { operationsTables } from './operations.ts';
import { resultsTables } from './results.ts';
import { watchesTables } from './watches.ts';

export type { NameSource, OutletKind } from './feeds.ts';

/** Every table, for one dialect. Instants are epoch milliseconds; texts that a page dated are kept as the page wrote them. */
export function defineTables(kit: Kit) {
  return {
    ...feedsTables(kit),
    ...articlesTables(kit),
    ...resultsTables(kit),
    ...dedupTables(kit),
    ...watchesTables(kit),
    ...deskTables(kit),
    ...operationsTables(kit),
  };
}

export type Tables = ReturnType<typeof defineTables>;
