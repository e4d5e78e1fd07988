import { z } from 'zod';

/** One clean article as the classifier takes it (the line of `wirewatch classify --jsonl`). */
export const ClassifyInput = z.object({
  id: z.string(),
  title: z.string().nullish(),
  text: z.string(),
  language: z.string().nullish(),
  publishedAt: z.string().nullish(),
  outlet: z.string().nullish(),
});
export type ClassifyInput = z.infer<typeof ClassifyInput>;

export const Topic = z.object({
  code: z.string().describe('IPTC Media Topic, as medtop:11000000'),
  label: z.string(),
  score: z.number().min(0).max(1),
});
export type Topic = z.infer<typeof Topic>;

export const Entity = z.object({
  type: z.enum(['person', 'organisation', 'place']),
  name: z.string().describe('as the text writes it'),
  canonical: z
    .string()
    .optional()
    .describe(
      "one name over all texts: the list's, else `name` in Latin letters; results from before there was one have none",
    ),
  office: z.string().nullish(),
  country: z.string().nullish().describe('ISO 3166 alpha-3'),
  mentions: z.number().int().positive(),
});
export type Entity = z.infer<typeof Entity>;

/** What an event is to its article: the news, what else it reports, what it recalls, what somebody in it is quoted with. */
export const EventRole = z.enum(['main', 'detail', 'background', 'quoted']);
export type EventRole = z.infer<typeof EventRole>;

export const NewsEvent = z.object({
  plover: z.string().describe("PLOVER's 2021 class name"),
  cameo: z.string().nullable(),
  mode: z.string().nullable(),
  source: z.array(z.string()).describe('ISO 3166 alpha-3, best first'),
  target: z.array(z.string()),
  sourceRole: z.string().nullable(),
  targetRole: z.string().nullable(),
  date: z.string().nullable().describe('YYYY-MM-DD'),
  modality: z.enum(['happened', 'planned', 'denied', 'requested']),
  role: EventRole.optional().describe('its part in the article; results from before there were parts have none'),
  sentence: z.string(),
  confidence: z.number().min(0).max(1),
});
export type NewsEvent = z.infer<typeof NewsEvent>;

/** What the classifier makes of one article. Topics: only what is asserted, best first; [] means unsure. */
export const ClassifyResult = z.object({
  language: z.string(),
  foreign: z
    .array(z.object({ language: z.string(), start: z.number().int(), end: z.number().int() }))
    .optional()
    .describe('paragraphs of the text in another language; UTF-16 offsets'),
  topics: z.array(Topic),
  topicScores: z.record(z.string(), z.number()),
  entities: z.array(Entity),
  countries: z
    .array(z.string())
    .describe('ISO 3166 alpha-3, best first: those of the main event before those that are only mentioned'),
  countryScores: z
    .record(z.string(), z.number())
    .optional()
    .describe('the chance of each that the article is about it; results from before there were such have none'),
  events: z.array(NewsEvent),
});
export type ClassifyResult = z.infer<typeof ClassifyResult>;
