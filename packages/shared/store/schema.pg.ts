import { pgKit } from './columns.ts';
import { defineTables } from './tables.ts';

// One export a table: drizzle-kit reads them from here. dedupPostings is made by hand (0001_postings.sql).
export const {
  meta,
  outlets,
  feeds,
  entries,
  articles,
  pageAddresses,
  subscriptions,
  revisions,
  frames,
  syndication,
  dedupArticles,
  dedupAddresses,
  dedupLinks,
  classifications,
  searchDocs,
  previousResults,
  outcomes,
  counters,
  polls,
  workers,
  audit,
  batches,
  dryResults,
  schedules,
  watches,
  watchMatches,
  alerts,
  webhookDeliveries,
} = defineTables(pgKit);
