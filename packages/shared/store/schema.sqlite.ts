import { sqliteKit } from './columns.ts';
import { defineTables } from './tables.ts';

// One export a table: drizzle-kit reads them from here. dedupLists and dedupPlaces are made by hand (0002_lists.sql).
export const {
  meta,
  outlets,
  feeds,
  entries,
  articles,
  pageAddresses,
  subscriptions,
  clearedBlobs,
  revisions,
  frames,
  syndication,
  dedupArticles,
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
} = defineTables(sqliteKit);
