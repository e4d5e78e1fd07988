import { z } from 'zod';
import { ofEachStage } from '../pipeline.ts';
import { ClassifyResult } from './classify.ts';
import { DateSource } from './clean.ts';
import { Credit } from './credit.ts';
import { OUTCOMES, type Outcome } from './outcome.ts';
import { Basis, RecordedSyndication } from './syndication.ts';

/** The export record: one object an article. `wirewatch export`, the API and the streams all serve this. */
export const ArticleRecord = z.object({
  id: z.string(),
  url: z.string(),
  canonicalUrl: z.string().nullable(),
  outlet: z.object({ id: z.string(), name: z.string(), host: z.string() }),
  feeds: z.array(z.object({ url: z.string(), guid: z.string().nullable(), seenAt: z.string() })),
  title: z.string().nullable(),
  byline: z.array(z.string()),
  text: z.string().nullable(),
  language: z.string().nullable(),
  publishedAt: z.string().nullable(),
  publishedFrom: DateSource.nullable(),
  updatedAt: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  firstSeenAt: z.string().describe('when it was first announced or taken in'),
  contentHash: z.string().nullable(),
  credit: Credit.nullable(),
  syndication: RecordedSyndication.nullable(),
  announcement: z
    .object({
      carries: z.string().describe('the article whose text it is'),
      group: z.string(),
      basis: z.array(Basis),
      confidence: z.number().min(0).max(1),
      reason: z.string(),
    })
    .nullable()
    .describe('whose text a page probably carries that could not be read; it is never counted as a text'),
  topics: ClassifyResult.shape.topics,
  topicScores: ClassifyResult.shape.topicScores,
  entities: ClassifyResult.shape.entities,
  countries: ClassifyResult.shape.countries,
  countryScores: z.record(z.string(), z.number()).describe('of each of `countries`, 0 to 1; {} where none were kept'),
  events: ClassifyResult.shape.events,
  watches: z.array(z.object({ id: z.string(), name: z.string(), matched: z.array(z.string()) })),
  reading: z
    .array(
      z.object({
        who: z.string(),
        readAt: z.string().nullable(),
        keptAt: z.string().nullable(),
        note: z.string().nullable(),
        tags: z.array(z.string()),
      }),
    )
    .describe('what readers marked and noted of it; the API gives those of who asks'),
  versions: z.object(ofEachStage(() => z.string().nullable())).describe('by what each stage made its result'),
  outcome: z.enum(Object.keys(OUTCOMES) as [Outcome, ...Outcome[]]).nullable(),
  reason: z.string().nullable(),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;
