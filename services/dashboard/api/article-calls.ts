import { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { listArticles } from '@wirewatch/shared/store/articles/list.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { z } from 'zod';
import { problem } from '../handler.ts';
import { readArticle } from '../reads/article.ts';
import { pageOf } from '../reads/page-of.ts';
import { endpoint } from './endpoint.ts';
import { PageQuery, pageSchema, Revision, WholeArticle } from './schemas.ts';
import { revisionValue, stepValue } from './values.ts';

const noArticle = (id: string | undefined) => problem(404, `There is no article "${id}".`);

export const ARTICLE_CALLS = [
  endpoint({
    method: 'get',
    path: '/articles',
    summary: 'Articles, newest first by first sight, as the export record',
    query: PageQuery.extend({
      outlet: z.string().optional().describe('of one outlet, by its id'),
      text: z.enum(['true', 'false']).default('true').describe('only those that have a text'),
    }),
    response: pageSchema(ArticleRecord),
    async handler({ store, who }, { query }) {
      const list = `api articles ${query.outlet ?? ''} ${query.text}`;
      const page = await pageOf(list, query.after ?? null, query.limit, (after, limit) =>
        listArticles(store, { outletId: query.outlet, withText: query.text === 'true', after, limit }),
      );
      if ('problem' in page) return problem(400, page.problem);
      const ids = page.rows.map((row) => row.id);
      return { items: ids.length === 0 ? [] : await recordsOf(store, ids, who), next: page.next };
    },
  }),
  endpoint({
    method: 'get',
    path: '/articles/:id',
    summary: 'One article: its record, journey, what was cut and why, its revisions',
    response: WholeArticle,
    async handler({ store, params, who }) {
      const whole = await readArticle(store, params.id ?? '');
      if (whole === null) return noArticle(params.id);
      const [record] = await recordsOf(store, [whole.article.id], who);
      const { stage, lane, lastError } = whole.article;
      return {
        ...record,
        waitsFor: stage === null ? null : { stage, lane, lastError },
        journey: whole.journey.map(stepValue),
        cuts: whole.revision?.cuts ?? [],
        quality: whole.revision?.quality ?? null,
        revisions: whole.revisions.map((each) => revisionValue(whole, each)),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/articles/:id/revisions',
    summary: 'Every revision of an article with its text, newest first',
    response: z.object({ items: z.array(Revision) }),
    async handler({ store, params }) {
      const whole = await readArticle(store, params.id ?? '');
      if (whole === null) return noArticle(params.id);
      return { items: whole.revisions.map((each) => ({ ...revisionValue(whole, each), text: each.text })) };
    },
  }),
];
