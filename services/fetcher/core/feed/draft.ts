import type { FeedItem, ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';

/** A feed as a dialect's reader hands it on: all but what only the whole document knows. */
export type FeedDraft = Omit<ParsedFeed, 'format' | 'charset' | 'repaired'> & {
  /** Entries that the document holds, read or not. */
  total: number;
};
export type ItemDraft = FeedItem;

export const NO_RHYTHM: ParsedFeed['rhythm'] = { ttlSeconds: null, updateSeconds: null, skipHours: [], skipDays: [] };
