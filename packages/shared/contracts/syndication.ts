import { z } from 'zod';
import { Credit } from './credit.ts';

/** How an article's text stands to the other texts in the store. Where several hold: the first in this order. */
export const Relation = z.enum(['revision', 'copy', 'excerpt', 'original', 'unique']);
export type Relation = z.infer<typeof Relation>;

/** What a syndication link rests on. */
export const Basis = z.enum([
  'hash',
  'text',
  'credit',
  'canonical',
  'translation',
  'same-url',
  'same-outlet',
  'ruling',
  'announcement',
]);
export type Basis = z.infer<typeof Basis>;

/** One clean article as the deduplicator takes it (the line of `wirewatch dedup --jsonl`). */
export const DedupInput = z.object({
  id: z.string(),
  url: z.string(),
  host: z.string(),
  outlet: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
  language: z.string().nullish(),
  byline: z.union([z.string(), z.array(z.string())]).nullish(),
  credit: z
    .union([
      Credit.partial({ url: true, evidence: true }),
      // As a table has it that knows no more of a credit than the name.
      z.string().transform((source) => ({ source, kind: 'whole' as const, url: null })),
    ])
    .nullish(),
  canonicalUrl: z.string().nullish(),
  published: z.string().nullish(),
  fetched: z.string().nullish(),
  seen: z.string().nullish().describe('when it was first announced; with it a sight is that of a watch'),
  polledBefore: z
    .string()
    .nullish()
    .describe('the last poll of its feed without it; null: it was never polled before; left out: not known'),
  unshown: z.boolean().nullish().describe('its page holds the text as data and does not show it'),
});
export type DedupInput = z.infer<typeof DedupInput>;

/**
 * From this size on a group is not settled anew for each newcomer (at 1000 articles that costs a tenth of a second), and the operator is
 * told: it may be a page that says the same to everybody.
 */
export const LARGE_GROUP = 1000;

/** Somebody else who may be the original of a text, and what says so. */
export const Contest = z.object({ id: z.string(), evidence: z.string() });
export type Contest = z.infer<typeof Contest>;

/** An article that quotes the same speech, letter or post; shares of this text and how sure it is, from 0 to 1. */
export const SharedSource = z.object({
  id: z.string(),
  coverage: z.number().min(0).max(1),
  confidence: z.number().min(0).max(1),
});
export type SharedSource = z.infer<typeof SharedSource>;

/** By what an article is placed in time: what its page states, or when it was first seen. */
export const TimeBasis = z.enum(['stated', 'seen']);
export type TimeBasis = z.infer<typeof TimeBasis>;

/** Where an article stands among the copies; the record's `syndication` field. */
export const Syndication = z.object({
  group: z.string(),
  relation: Relation,
  originalId: z.string().nullable(),
  original: z.string().nullable().describe("the original's outlet"),
  sourceId: z.string().nullish().describe('from which article it has its text, where that is not the original'),
  coverage: z.number().min(0).max(1).describe("share of this text found in the original's").nullable(),
  originalCoverage: z.number().min(0).max(1).describe("share of the original's text found in this one").nullable(),
  lagSeconds: z.number().int().nullable().describe('seconds after the original'),
  basis: z.array(Basis),
  confidence: z.number().min(0).max(1),
  reason: z.string(),
  timeBasis: TimeBasis.nullable().describe(
    'by what it is placed in time: `seen` where its page states none, or one that is not believed; null in a row of a former version',
  ),
  contested: z.boolean().describe('other evidence names another original'),
  contestedBy: z.array(Contest).describe('who may be the original instead, and by what evidence; the strongest first'),
  sharedSources: z
    .array(SharedSource)
    .describe('articles that quote the same source: no copying of one from the other'),
});
export type Syndication = z.infer<typeof Syndication>;

/** The same as the record says it: with the story, which is looser than the group and settled after it, and how many carry the text. */
export const RecordedSyndication = Syndication.extend({
  story: z
    .string()
    .nullable()
    .describe('shared by independent reports of one event and their copies; null where only one text tells of it'),
  houses: z.number().int().min(1).describe('how many carry the text of its group; outlets of one house count once'),
});
export type RecordedSyndication = z.infer<typeof RecordedSyndication>;
