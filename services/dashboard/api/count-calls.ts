import { countToJson } from '@wirewatch/shared/sources/to-json.ts';
import type { SourcesAnswer } from '@wirewatch/shared/store/sources/ask.ts';
import { z } from 'zod';
import { problem } from '../handler.ts';
import { askedOf, countFor } from '../reads/sources.ts';
import { Count } from './count-schema.ts';
import { endpoint } from './endpoint.ts';

const At = z.object({ url: z.string(), id: z.string() });

export const COUNT_CALLS = [
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
