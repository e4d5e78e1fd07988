import { z } from 'zod';

// Here although the fetcher alone reads feeds: what crosses between its parsers, its thread and the feeds made for tests is a contract.

/** One entry of a feed as a parser reads it. Dates are ISO 8601 UTC where they could be read, else null. */
export const FeedItem = z.object({
  id: z.string().nullable().describe('the GUID as the feed wrote it'),
  link: z.string().nullable().describe('absolute, as the feed gives it: may be a transport (FeedBurner, Google News)'),
  originLink: z
    .string()
    .nullable()
    .describe("the publisher's own address where the feed names it beside a transport's link (feedburner:origLink)"),
  title: z.string().nullable(),
  published: z.string().nullable(),
  updated: z.string().nullable(),
  author: z
    .string()
    .nullable()
    .describe('as the feed wrote it: may spell markup or references that were escaped twice'),
  summary: z.string().nullable(),
  content: z.string().nullable(),
  categories: z.array(z.string()),
  enclosures: z.array(z.object({ url: z.string(), type: z.string().nullable(), length: z.number().nullable() })),
  source: z
    .object({ title: z.string().nullable(), url: z.string().nullable() })
    .nullable()
    .describe('the origin publisher that the entry names (RSS <source>, Atom atom:source)'),
});
export type FeedItem = z.infer<typeof FeedItem>;

/** A feed document, read. */
export const ParsedFeed = z.object({
  format: z.string().describe('what the document is: RSS, RSS 1.0 (RDF), Atom, JSON Feed, CDF, a sitemap'),
  title: z.string().nullable(),
  link: z.string().nullable().describe('the site'),
  language: z.string().nullable(),
  hub: z.string().nullable().describe('WebSub hub'),
  self: z.string().nullable(),
  movedTo: z.string().optional().describe('where its publisher says that it stands now (itunes:new-feed-url)'),
  /** What the document says of its own rhythm: seconds, and the GMT hours (0-23) and days to leave out. */
  rhythm: z.object({
    ttlSeconds: z.number().nullable(),
    updateSeconds: z.number().nullable(),
    skipHours: z.array(z.number().int().min(0).max(23)),
    skipDays: z.array(z.number().int().min(0).max(6)),
  }),
  charset: z.string().describe('the charset that the bytes were decoded with'),
  repaired: z.array(z.string()).describe('what had to be mended before it could be read'),
  items: z.array(FeedItem),
});
export type ParsedFeed = z.infer<typeof ParsedFeed>;
