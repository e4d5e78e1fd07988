import { pgKit } from './columns.ts';
import { defineTables } from './tables.ts';

// One export a table: drizzle-kit reads them from here.
export const {
  meta,
  outlets,
  feeds,
  entries,
  articles,
  revisions,
  syndication,
  classifications,
  previousResults,
  outcomes,
  counters,
  polls,
  workers,
  audit,
  batches,
} = defineTables(pgKit);
