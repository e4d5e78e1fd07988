import { FeedError } from './core/feed/feed-error.ts';
import { newsSitemaps } from './core/feed/news-sitemaps.ts';
import { parseFeed } from './core/feed/parse-feed.ts';
import { parseSitemapIndex } from './core/feed/sitemap-index.ts';
import type { ParseHints, SourceDocument } from './poll-feed.ts';

/**
 * Reads what a watched address gives: a feed of any format, a sitemap, or an index of sitemaps, which has no entries of its own but
 * names sources to watch.
 * @throws FeedError where it is none of these
 */
export async function parseSource(bytes: Uint8Array, hints: ParseHints, now: Date): Promise<SourceDocument> {
  try {
    return await parseFeed(bytes, hints);
  } catch (error) {
    if (!(error instanceof FeedError) || error.code !== 'sitemap-index') throw error;
    return {
      format: 'an index of sitemaps',
      title: null,
      link: new URL('/', hints.url).href,
      language: null,
      hub: null,
      self: null,
      rhythm: { ttlSeconds: null, updateSeconds: null, skipHours: [], skipDays: [] },
      charset: 'utf-8',
      repaired: [],
      items: [],
      sources: newsSitemaps(parseSitemapIndex(bytes, hints), now),
    };
  }
}
