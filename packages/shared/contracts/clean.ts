import { z } from 'zod';
import { Credit } from './credit.ts';
import { OUTCOMES, type Outcome } from './outcome.ts';

/** Where a publication date was read. */
export const DateSource = z.enum(['json-ld', 'microdata', 'meta', 'time', 'text', 'url', 'feed']);
export type DateSource = z.infer<typeof DateSource>;

/** What the feed said of the page: evidence, never blind truth. */
export const FeedHint = z.object({
  title: z.string().nullish(),
  summary: z.string().nullish(),
  published: z.string().nullish(),
});
export type FeedHint = z.infer<typeof FeedHint>;

/** One page as the cleaner takes it. */
export interface CleanInput {
  url: string;
  /** The response body. Bytes where they are at hand: the charset is then decided here. */
  body: Uint8Array | string;
  /** The response's Content-Type header. */
  contentType?: string | null;
  feed?: FeedHint | null;
}

export const Quality = z.object({
  score: z.number().min(0).max(100),
  reasons: z.array(z.string()),
  unshown: z
    .literal(true)
    .optional()
    .describe('the text stands in data of the page only: who reads it is not shown it'),
});
export type Quality = z.infer<typeof Quality>;

/** What the cleaner makes of one page. A gated page keeps its best-effort text. */
export const CleanResult = z.object({
  title: z.string().nullable(),
  byline: z.array(z.string()),
  text: z.string().describe('paragraphs separated by \\n\\n'),
  language: z.string().describe('ISO 639-1, else 639-3, else "und"'),
  publishedAt: z
    .string()
    .nullable()
    .describe("ISO 8601 with the page's own offset, or YYYY-MM-DD where only a day is known"),
  publishedFrom: DateSource.nullable(),
  updatedAt: z.string().nullable(),
  canonicalUrl: z.string().nullable(),
  /** What the page calls its publisher: JSON-LD publisher, else og:site_name. */
  siteName: z.string().nullable(),
  credit: Credit.nullable(),
  quality: Quality,
  outcome: z.enum(Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]),
  reason: z.string(),
  /** What was cut from the page's article region, and why: shown by `clean --explain` and on the article's page. */
  cuts: z.array(z.object({ text: z.string(), reason: z.string() })),
  /** The text's blocks as a frame memory learns them (before what the outlet's frame says was cut), see services/cleaner/core/frame. */
  frameBlocks: z
    .array(
      z.object({
        key: z.string(),
        length: z.number(),
        edge: z.boolean(),
        prose: z.boolean(),
        ofSite: z.boolean().optional(),
      }),
    )
    .optional(),
});
export type CleanResult = z.infer<typeof CleanResult>;
