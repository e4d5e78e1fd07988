import { NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { z } from 'zod';
import { problem } from '../handler.ts';
import { readEntity } from '../reads/entity.ts';
import { endpoint } from './endpoint.ts';
import { Between } from './schemas.ts';

export const ENTITY_CALLS = [
  endpoint({
    method: 'get',
    path: '/entities/:name',
    summary:
      'A country (by code or name), person, organisation or place: who met whom, its events over time, who is named with it',
    response: z.object({
      name: z.string(),
      kind: z.enum(['country', 'name']),
      query: z.string().describe('the search that lists its articles'),
      articles: z.number(),
      cut: z.boolean().describe('only the newest of more were read'),
      independent: z.object({ sources: Between, texts: Between }),
      type: z.string().nullable(),
      office: z.string().nullable(),
      country: z.string().nullable(),
      met: z.array(
        z.object({
          with: z.string().describe('a country’s code, or a name'),
          events: z.number(),
          kinds: z.array(z.object({ plover: z.string(), count: z.number() })),
          last: z.string().describe('YYYY-MM-DD'),
        }),
      ),
      events: z.array(
        z.object({
          day: z.string(),
          event: NewsEvent,
          article: z.string().describe('the first that tells it'),
          told: z.number().describe('articles that tell it'),
        }),
      ),
      namedWith: z.array(z.object({ name: z.string(), type: z.string(), stories: z.number() })),
    }),
    async handler({ store, params, now }) {
      const found = await readEntity(store, params.name ?? '', now());
      if (found === null) return problem(404, `No article is about "${params.name}".`);
      const { subject, survey, events, ...rest } = found;
      return {
        ...rest,
        name: subject.kind === 'country' ? subject.code : subject.name,
        kind: subject.kind,
        articles: survey.count.articles,
        cut: survey.cut,
        independent: { sources: survey.count.independent, texts: survey.count.texts },
        events: events.map(({ article, ...each }) => ({ ...each, article: article.id })),
      };
    },
  }),
];
