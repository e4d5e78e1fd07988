import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import { type Filters, wholeQuery } from '../core/filtered-query.ts';
import type { MarkRow } from '../reads/marks.ts';
import type { Survey } from '../reads/survey.ts';
import { articleList } from './article-list.ts';
import { chips, facetsView } from './facets.ts';
import { type Html, html } from './html.ts';
import { empty, older, withQuery } from './parts.ts';
import { tallyView } from './survey.ts';

export function articlesView(page: {
  title: string;
  rows: readonly ArticleLine[];
  next: string | null;
  filters: Filters;
  /** What else stands in the address. */
  more: Record<string, string>;
  /** Of the first page only. */
  survey: Survey | null;
  marks: ReadonlyMap<string, MarkRow>;
  here: string;
  now: number;
}): Html {
  const { title, rows, next, filters, more, survey, marks, here, now } = page;
  const beyond = rows.length === 0 && here.includes('after=');
  const q = wholeQuery(filters);
  const list = html`${beyond ? empty('No older article.', 'This is the end of the list.') : rows.length === 0 && q !== '' ? empty('Nothing fits.', 'Fewer filters find more.') : articleList(rows, now, marks)}
${older(here, next)}`;
  return html`<h1 dir="auto">${title}</h1>
${chips('/articles', filters, more)}
${q === '' ? '' : html`<p class="aside"><a href="${withQuery('/search', { q })}">The same as a search</a></p>`}
${survey === null || survey.count.articles === 0 ? list : html`${tallyView(survey.count, survey.cut)}<div class="columns found"><div>${list}</div>${facetsView('/articles', survey.facets, filters, more)}</div>`}`;
}
