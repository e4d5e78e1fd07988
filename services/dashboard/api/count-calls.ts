import { Basis } from '@wirewatch/shared/contracts/syndication.ts';
import { countToJson } from '@wirewatch/shared/sources/to-json.ts';
import type { SourcesAnswer } from '@wirewatch/shared/store/sources/ask.ts';
import { countStory, findStory } from '@wirewatch/shared/store/sources/story.ts';
import { z } from 'zod';
import { problem } from '../handler.ts';
import { askedOf, countFor } from '../reads/sources.ts';
import { endpoint } from './endpoint.ts';
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
const Count = z.object({
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

/** A count of a whole story. */
const StoryCount = Count.extend({ id: z.string(), cut: z.boolean().describe('more articles carry it than were read') });

const At = z.object({ url: z.string(), id: z.string() });

export const COUNT_CALLS = [
  endpoint({
    method: 'get',
    path: '/stories/:id',
    summary: 'One story, by its id or that of a group or article in it: its independent texts and who carries which',
    response: StoryCount,
    async handler({ store, params }) {
      const found = await findStory(store, params.id ?? '');
      if (found === null) return problem(404, `There is no story "${params.id}".`);
      return { id: found.id, cut: found.cut, ...countToJson(await countStory(store, found)) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/sources',
    summary: 'How many independent sources some addresses, a text or a search are; one of urls, text, query',
    body: z.object({
      urls: z.array(z.string()).optional().describe('1 to 100 addresses'),
      text: z.string().optional().describe('compared and not kept; at most 1,000,000 characters'),
      query: z.string().optional().describe('the newest 2,000 articles that it finds'),
      fetch: z.boolean().optional().describe('fetch addresses that are not in the store, which their publishers see'),
    }),
    response: Count.extend({
      addresses: z
        .object({
          found: z.array(At),
          again: z.array(z.string()),
          withoutText: z.array(At.extend({ state: z.string() })),
          unknown: z.array(z.string()).describe('not in the store'),
          refused: z.array(z.string()).describe('no http(s) address'),
        })
        .nullable(),
      fetching: z.number().describe('addresses that are being fetched now'),
      query: z.object({ counted: z.number(), cut: z.boolean() }).nullable(),
      text: z
        .object({
          words: z.number(),
          matches: z.array(
            z.object({
              id: z.string(),
              kind: z.enum(['copy', 'excerpt']),
              ofText: z.number(),
              ofArticle: z.number(),
              reason: z.string(),
            }),
          ),
        })
        .nullable(),
      uncompared: z.number(),
    }),
    async handler(ask, { body }) {
      const asked = askedOf(body);
      if ('problem' in asked) return problem(400, asked.problem);
      const told = await countFor(ask, asked, body.fetch === true);
      if ('problem' in told) return problem(told.status, told.problem);
      return answerToJson(told.answer, told.fetching);
    },
  }),
];

function answerToJson({ count, ...rest }: SourcesAnswer, fetching: number) {
  return { ...countToJson(count), ...rest, fetching };
}
