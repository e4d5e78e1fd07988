import { z } from 'zod';
import { problem } from '../handler.ts';
import { search } from '../reads/search.ts';
import { endpoint } from './endpoint.ts';
import { Line, PageQuery, pageSchema } from './schemas.ts';
import { lineValue } from './values.ts';

const Marked = z.object({
  text: z.string(),
  spans: z
    .array(z.object({ start: z.number(), end: z.number() }))
    .describe('what matched; UTF-16 offsets, end exclusive'),
});

export const SEARCH_CALLS = [
  endpoint({
    method: 'get',
    path: '/search',
    summary: 'Articles that a query finds, newest first',
    query: PageQuery.extend({
      q: z.string().min(1).describe('the grammar of watches and of `wirewatch search`'),
      collapse: z.enum(['story', 'group']).optional().describe('one hit a story, or a group of copies'),
    }),
    response: pageSchema(
      z.object({
        article: Line,
        title: Marked,
        passages: z.array(Marked),
        matched: z.array(z.string()),
        others: z.number().describe('other articles of its story or group; 0 without collapse'),
      }),
    ),
    async handler({ store, now }, { query }) {
      const { q, after, limit } = query;
      const asked = { q, collapse: query.collapse ?? null, after: after ?? null, limit, most: 0 };
      const found = await search(store, asked, now());
      if ('problem' in found) return problem(400, found.problem);
      const { hits, next } = found.page;
      return { items: hits.map((hit) => ({ ...hit, article: lineValue(hit.article) })), next };
    },
  }),
];
