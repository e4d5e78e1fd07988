import { z } from 'zod';
import { mark, saveSearch } from '../actions/mark-actions.ts';
import { MarkDraft, SearchDraft } from '../core/mark-draft.ts';
import { problem } from '../handler.ts';
import { type MarkRow, markPage, type SavedSearch, savedSearches } from '../reads/marks.ts';
import { endpoint } from './endpoint.ts';
import { instant, Line, PageQuery, pageSchema } from './schemas.ts';
import { iso, lineValue } from './values.ts';

const Mark = z.object({
  kind: z.enum(['article', 'story']),
  subject: z.string(),
  readAt: instant.nullable(),
  keptAt: instant.nullable(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  updatedAt: instant,
});

const Search = z.object({ id: z.number(), name: z.string(), query: z.string(), createdAt: instant });

export const MARK_CALLS = [
  endpoint({
    method: 'get',
    path: '/marks',
    summary: 'What who asks has kept, noted or tagged, the newest first',
    query: PageQuery.extend({
      tag: z.string().optional(),
      kept: z.enum(['true', 'false']).optional().describe('true: only what is kept'),
    }),
    response: pageSchema(Mark.extend({ article: Line.nullable().describe('null where it is gone') })),
    async handler({ store, who }, { query }) {
      const filter = { tag: query.tag, kept: query.kept === 'true' };
      const page = await markPage(store, who, filter, query.after ?? null, query.limit);
      if ('problem' in page) return problem(400, page.problem);
      const items = page.rows.map(({ mark, line }) => ({ ...markValue(mark), article: line && lineValue(line) }));
      return { items, next: page.next };
    },
  }),
  endpoint({
    method: 'post',
    path: '/marks',
    summary: 'Marks an article or story as read or kept, notes or tags it, for who asks; what is left out stays',
    body: MarkDraft,
    response: Mark,
    async handler(ask, { body }) {
      const marked = await mark(ask, body);
      return 'kind' in marked ? marked : markValue(marked.mark);
    },
  }),
  endpoint({
    method: 'get',
    path: '/searches',
    summary: 'The searches that who asks has kept',
    response: z.object({ items: z.array(Search) }),
    async handler({ store, who }) {
      return { items: (await savedSearches(store, who)).map(searchValue) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/searches',
    summary: 'Keeps a search under a name for who asks; another of that name is replaced',
    body: SearchDraft,
    response: Search,
    async handler(ask, { body }) {
      return searchValue((await saveSearch(ask, body)).search);
    },
  }),
];

function markValue({ who: _, readAt, keptAt, updatedAt, ...rest }: MarkRow) {
  return { ...rest, readAt: iso(readAt), keptAt: iso(keptAt), updatedAt: iso(updatedAt) };
}

function searchValue({ who: _, createdAt, ...rest }: SavedSearch) {
  return { ...rest, createdAt: iso(createdAt) };
}
