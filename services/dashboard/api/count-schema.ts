import { Basis } from '@wirewatch/shared/contracts/syndication.ts';
import { z } from 'zod';
import { Between } from './schemas.ts';

const Carrier = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  outlet: z.object({ id: z.string(), name: z.string() }),
  house: z.string(),
  how: z.enum(['own', 'copy', 'translation', 'retold', 'excerpt', 'revision']),
  from: z.string().nullable().describe('the article that its text is from, where that is in the store'),
  credited: z.string().nullable().describe('whom it credits, where the store has no page of theirs'),
  asked: z.boolean().describe('false: named because a text is from it, not counted as an article'),
  at: z.string().describe('ISO 8601, UTC'),
  dated: z.boolean().describe('`at` is the publication; otherwise the first sight'),
  lagSeconds: z.number().nullable(),
  coverage: z.number().nullable(),
  confidence: z.number(),
  basis: z.array(Basis),
  reason: z.string(),
});

/** A count of independent sources, see docs/sources.md. */
export const Count = z.object({
  sentence: z.string(),
  independent: z
    .object({ sources: Between.describe('outlets of one house count once'), texts: Between })
    .describe('ranges where it is contested'),
  counted: z.object({
    articles: z.number(),
    outlets: z.number(),
    houses: z.number(),
    groups: z.number().describe('texts: each group of copies is one'),
    stories: z.number(),
    copies: z.number(),
    excerpts: z.number(),
  }),
  sources: z.array(
    z.object({
      house: z.string(),
      name: z.string(),
      inStore: z.boolean().describe('false: known by who credits it'),
      texts: z.array(
        z.object({
          group: z.string(),
          story: z.string().nullable(),
          title: z.string().nullable(),
          language: z.string().nullable(),
          contested: z.array(z.string()).describe('who may have been first, where that is contested'),
          perhapsOf: z.string().nullable().describe('the text that it may be from, though that is unsure'),
          articles: z.array(Carrier),
        }),
      ),
    }),
  ),
  sharedSources: z.array(z.array(z.string())).describe('pairs of texts that quote one source'),
  doubts: z.array(z.string()),
});
