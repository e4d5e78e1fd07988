import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { FeedError } from './feed-error.ts';
import { DEFAULT_MAX_BYTES } from './limits.ts';
import type { FeedHints } from './parse-feed.ts';
import { isSitemapIndex, readSitemapIndex } from './sitemap.ts';
import { unzipped } from './unzip.ts';
import { mostElements, readXml } from './xml.ts';

/** A sitemap that an index lists. */
export interface ChildSitemap {
  url: string;
  /** ISO 8601 UTC. */
  lastModified: string | null;
}

/**
 * The sitemaps that a sitemap index lists (the document that `parseFeed` refuses as `sitemap-index`).
 * @throws FeedError `not-a-feed` where it is none, or for the bounds of `parseFeed`
 */
export function parseSitemapIndex(bytes: Uint8Array, hints: FeedHints): ChildSitemap[] {
  const maxBytes = hints.maxBytes ?? DEFAULT_MAX_BYTES;
  const { text } = decodeBytes(unzipped(bytes, maxBytes), { contentType: hints.contentType, kind: 'xml' });
  const root = readXml(text, mostElements(maxBytes)).roots.find(isSitemapIndex);
  if (!root) throw new FeedError('not-a-feed', 'not a sitemap index: no <sitemapindex> in the document');
  return readSitemapIndex(root, hints.url || null);
}
