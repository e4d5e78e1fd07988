import { parseChecked } from '@wirewatch/shared/query/parse.ts';
import { listArticles, newestIds } from '@wirewatch/shared/store/articles/list.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import { searchIds } from '@wirewatch/shared/store/search/search-articles.ts';
import { type Filters, filtersOf, wholeQuery } from '../core/filtered-query.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { marksOf } from '../reads/marks.ts';
import { pageOf } from '../reads/page-of.ts';
import { searchPlain } from '../reads/search.ts';
import { SURVEYED_BESIDE, surveyOf } from '../reads/survey.ts';
import { articlesView } from '../views/articles.ts';

const PAGE = 50;

/** Every article, newest first, or those of one outlet; with filters those with a text that fit, by their own date. */
export async function articles(ask: Ask): Promise<Answer> {
  const { store, query, who, here, now } = ask;
  const outletId = query.get('outlet') ?? undefined;
  const outlet = outletId === undefined ? null : await outletOf(store, outletId);
  if (outletId !== undefined && outlet === null) return problem(404, `There is no outlet "${outletId}".`);
  const filters = filtersOf(query);
  const listed = await (isOpen(filters) ? everyArticle(ask, outletId) : filtered(ask, filters, outletId));
  if ('problem' in listed) return problem(400, listed.problem);
  const ids = listed.rows.map(({ id }) => id);
  const marks = await marksOf(store, who, 'article', ids);
  const survey = listed.all === null ? null : await surveyOf(store, listed.all.ids, listed.all.more);
  const title = outlet === null ? 'Articles' : `Articles of ${outlet.name}`;
  const more: Record<string, string> = outletId === undefined ? {} : { outlet: outletId };
  const body = articlesView({ ...listed, title, filters, more, survey, marks, here, now: now() });
  return { kind: 'page', title, place: 'articles', body };
}

function isOpen({ q, fields, from, to }: Filters): boolean {
  return q === '' && fields.length === 0 && from === '' && to === '';
}

/** Also what has no text yet, by first sight. The first page says what the newest with a text are, all in all. */
async function everyArticle({ store, query }: Ask, outletId: string | undefined) {
  const after = query.get('after');
  const page = await pageOf(`articles ${outletId ?? ''}`, after, PAGE, (from, limit) =>
    listArticles(store, { outletId, after: from, limit }),
  );
  if ('problem' in page) return page;
  const all = after === null ? await newestIds(store, { outletId, withText: true }, SURVEYED_BESIDE) : null;
  return { ...page, all };
}

async function filtered({ store, query, now }: Ask, filters: Filters, outletId: string | undefined) {
  const after = query.get('after');
  const q = wholeQuery({ ...filters, fields: [...filters.fields, ...(outletId ? [`outlet:"${outletId}"`] : [])] });
  const found = await searchPlain(store, { q, after, limit: PAGE }, now());
  if ('problem' in found) return found;
  const parsed = parseChecked(q);
  const all =
    after === null && parsed.ok ? await searchIds(store, parsed.query, { limit: SURVEYED_BESIDE, now: now() }) : null;
  return { ...found, all };
}
