import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { listCopies, readGroup } from '@wirewatch/shared/store/copies/groups.ts';
import { z } from 'zod';
import { compareTexts } from '../core/compare-texts.ts';
import { problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { pageOf } from '../reads/page-of.ts';
import { pairsWithin } from '../reads/pairs.ts';
import { endpoint } from './endpoint.ts';
import { AnnouncedPage, Compared, GroupMember, Line, PageQuery, Pair, pageSchema } from './schemas.ts';
import { announcedValue, lineValue, memberValue } from './values.ts';

export const COPY_CALLS = [
  endpoint({
    method: 'get',
    path: '/copies',
    summary: 'Articles that repeat or quote another, newest first',
    query: PageQuery,
    response: pageSchema(Line),
    async handler({ store }, { query }) {
      const page = await pageOf('api copies', query.after ?? null, query.limit, (after, limit) =>
        listCopies(store, { after, limit }),
      );
      if ('problem' in page) return problem(400, page.problem);
      return { items: page.rows.map(lineValue), next: page.next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/groups/:id',
    summary: 'One story: every article of its group, the first to publish first, with evidence',
    response: z.object({
      items: z.array(GroupMember),
      announced: z.array(AnnouncedPage).describe('pages that could not be read and probably carry it; never counted'),
    }),
    async handler({ store, params }) {
      const members = await readGroup(store, params.id ?? '');
      if (members.length === 0) return problem(404, `There is no group "${params.id}".`);
      const announced = await announcedOf(
        store,
        members.map(({ line }) => line.id),
      );
      return { items: members.map(memberValue), announced: announced.map(announcedValue) };
    },
  }),
  endpoint({
    method: 'get',
    path: '/compare/:before/:after',
    summary: 'What of one article stands in another: kept, cut, added, changed',
    response: Compared,
    async handler({ store, params }) {
      const [before, after] = await Promise.all([
        readArticle(store, params.before ?? ''),
        readArticle(store, params.after ?? ''),
      ]);
      if (before === null) return problem(404, `There is no article "${params.before}".`);
      if (after === null) return problem(404, `There is no article "${params.after}".`);
      return compareTexts(before.revision?.text ?? '', after.revision?.text ?? '');
    },
  }),
  endpoint({
    method: 'get',
    path: '/outlets/matrix',
    summary: 'Who copies whom, how many, how fast; of all times it may be a minute old',
    query: z.object({
      from: z.iso.date().optional().describe('first seen on this day (UTC) or later'),
      to: z.iso.date().optional().describe('first seen on this day or before'),
    }),
    response: z.object({
      items: z.array(Pair),
      cut: z.boolean().describe('only the newest 20,000 articles were read'),
    }),
    async handler({ store, counts }, { query }) {
      const { pairs, cut } = await pairsWithin({ store, counts }, query.from ?? '', query.to ?? '');
      return { items: pairs, cut };
    },
  }),
];
