import { ATTENTION_KINDS } from '@wirewatch/shared/attention/line.ts';
import { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { Basis, Relation, Syndication } from '@wirewatch/shared/contracts/syndication.ts';
import { FEED_LEVELS } from '@wirewatch/shared/feeds/feed-health.ts';
import { z } from 'zod';

export const instant = z.string().describe('ISO 8601, UTC');

/** Parameters of a list that is read page by page. */
export const PageQuery = z.object({
  after: z.string().optional().describe('the cursor `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of a list; `next` is null at its end. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** How few and how many, where it is contested. */
export const Between = z.object({ min: z.number(), max: z.number() });

export const Line = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    language: z.string().nullable(),
    outlet: z.object({ id: z.string(), name: z.string() }),
    publishedAt: z.string().nullable(),
    firstSeenAt: instant,
    outcome: z.string().nullable(),
    group: z.string().nullable(),
    relation: Relation.nullable(),
    originalId: z.string().nullable(),
    original: z.string().nullable(),
    coverage: z.number().nullable(),
    lagSeconds: z.number().nullable(),
    credit: ArticleRecord.shape.credit,
  })
  .describe('an article without its text');

export const Step = z.object({
  at: instant,
  stage: z.string(),
  epoch: z.number(),
  lane: z.string(),
  outcome: z.string(),
  reason: z.string(),
  version: z.string(),
  worker: z.string(),
  waitedMs: z.number(),
  workedMs: z.number(),
});

export const Revision = z.object({
  number: z.number(),
  fetchedAt: instant,
  title: z.string().nullable(),
  text: z.string(),
  publishedAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  version: z.string(),
  shown: z.boolean(),
});

export const WholeArticle = ArticleRecord.extend({
  waitsFor: z.object({ stage: z.string(), lane: z.string(), lastError: z.string().nullable() }).nullable(),
  journey: z.array(Step),
  cuts: z.array(z.object({ text: z.string(), reason: z.string() })),
  quality: z
    .object({ score: z.number(), reasons: z.array(z.string()), unshown: z.literal(true).optional() })
    .nullable(),
  revisions: z.array(Revision.omit({ text: true })),
});

export const GroupMember = Line.extend({
  at: instant,
  dated: z.boolean().describe('`at` is the publication; otherwise the first sight'),
  basis: z.array(Basis),
  confidence: z.number(),
  originalCoverage: z.number().nullable(),
  reason: z.string(),
  sourceId: z.string().nullable(),
  timeBasis: Syndication.shape.timeBasis,
  contestedBy: Syndication.shape.contestedBy,
  sharedSources: Syndication.shape.sharedSources,
  house: z.string().describe('the house of its outlet, else the outlet: counts once'),
});

export const AnnouncedPage = z.object({
  id: z.string(),
  url: z.string(),
  outlet: z.object({ id: z.string(), name: z.string() }),
  title: z.string().nullable(),
  outcome: z.string().nullable(),
  firstSeenAt: instant,
  carries: z.string(),
  basis: z.array(Basis),
  confidence: z.number(),
  reason: z.string(),
});

const Stretch = z.object({ fate: z.enum(['kept', 'cut', 'added', 'changed']), text: z.string() });
export const Compared = z.object({
  before: z.array(Stretch),
  after: z.array(Stretch),
  words: z.object({ before: z.number(), after: z.number(), kept: z.number() }),
});

export const Feed = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string().nullable(),
  folder: z.string().nullable(),
  status: z.string(),
  health: z.object({
    level: z.enum(FEED_LEVELS),
    since: instant.nullable(),
    todo: z.string().nullable(),
    findings: z.array(
      z.object({
        level: z.enum(FEED_LEVELS),
        reason: z.string(),
        since: instant.nullable(),
        todo: z.string().nullable(),
      }),
    ),
    reasons: z.array(z.string()),
    usualSeconds: z.number().nullable(),
    silentSeconds: z.number().nullable(),
    extractionRate: z.number().nullable(),
    copiesShare: z.number().nullable(),
    articles: z.number().describe('in the last 7 days'),
    lastSuccessAt: instant.nullable(),
    nextPollAt: instant.nullable(),
    nextPollReason: z.string(),
  }),
  lastError: z.string().nullable(),
});

export const Attention = z.object({
  kind: z.enum(ATTENTION_KINDS),
  grave: z.boolean().describe('news is lost or work stands still'),
  what: z.string(),
  since: instant.nullable(),
  todo: z.string(),
  href: z.string().describe("the dashboard's page on which it is explained and mended"),
  count: z.number().describe('how many such things the line stands for'),
});

export const Outlet = z.object({
  id: z.string(),
  host: z.string(),
  name: z.string(),
  nameFrom: z.string(),
  kind: z.enum(['agency', 'newsroom', 'aggregator']).nullable(),
  house: z.string().nullable(),
  aliases: z.array(z.string()),
  articles: z.number(),
  originals: z.number(),
  copies: z.number(),
});

export const Pair = z.object({
  by: z.string(),
  byName: z.string(),
  from: z.string().nullable(),
  fromName: z.string(),
  copies: z.number(),
  lagSeconds: z.number().nullable().describe('the median'),
});

export const LaneState = z.object({
  stage: z.string(),
  lane: z.string(),
  depth: z.number(),
  oldest: instant.nullable(),
  in: z.number().nullable().describe('a minute; null while not watched for a minute'),
  out: z.number().describe('a minute'),
  paused: z.boolean(),
});

export const PollState = z.object({
  depth: z.number().describe('feeds that are due'),
  oldest: instant.nullable(),
  active: z.number().describe('being polled'),
  delayed: z.number().describe('due later'),
  failed: z.number().describe('whose last poll went wrong'),
  out: z.number().describe('polls a minute'),
  paused: z.boolean(),
});

export const Worker = z.object({
  id: z.string(),
  service: z.string(),
  host: z.string(),
  pid: z.number(),
  state: z.enum(['up', 'stopped', 'lost']),
  startedAt: instant,
  seenAt: instant,
});

export const Quarantined = z.object({
  id: z.string(),
  url: z.string(),
  stage: z.string().nullable(),
  reason: z.string().nullable(),
  at: instant.nullable(),
});

export const Change = z.object({
  id: z.number(),
  at: instant,
  who: z.string(),
  action: z.string(),
  target: z.string(),
  count: z.number(),
  detail: z.unknown(),
});
