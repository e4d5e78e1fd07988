import { type HitStory, hitStories } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { filtersOf, wholeQuery } from '../core/filtered-query.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { completions } from '../reads/complete.ts';
import { marksOf } from '../reads/marks.ts';
import { collapseOf, search as find } from '../reads/search.ts';
import { SURVEYED, surveyOf } from '../reads/survey.ts';
import { holds } from '../security/rights.ts';
import { searchView } from '../views/search.ts';

const PAGE = 25;
const NO_MARKS = { articles: new Map(), stories: new Map() };

/** Search over all articles, with what matched marked, and on the first page what all of it is. */
export async function search({ store, query, here, who, right, now }: Ask): Promise<Answer> {
  const filters = filtersOf(query);
  const collapse = collapseOf(query.get('collapse'));
  if (collapse !== null && typeof collapse === 'object') return problem(400, collapse.problem);
  const keeps = holds(right, 'desk');
  const frame = { filters, collapse, here, now: now(), stories: new Map(), survey: null, marks: NO_MARKS, keeps };
  const q = wholeQuery(filters);
  const title = q === '' ? 'Search' : `Search: ${q}`;
  if (q === '') return { kind: 'page', title, place: 'search', body: searchView({ ...frame, found: null }) };
  const after = query.get('after');
  const found = await find(store, { q, collapse, after, limit: PAGE, most: SURVEYED }, now());
  if ('problem' in found)
    return { kind: 'page', title, place: 'search', status: 400, body: searchView({ ...frame, found }) };
  const ids = found.page.hits.map(({ article }) => article.id);
  const stories: Map<string, HitStory> = collapse === 'story' ? await hitStories(store, ids) : new Map();
  const [ofArticles, ofStories] = await Promise.all([
    marksOf(store, who, 'article', ids),
    marksOf(
      store,
      who,
      'story',
      [...stories.values()].map(({ id }) => id),
    ),
  ]);
  const marks = { articles: ofArticles, stories: ofStories };
  const survey = found.all === null ? null : await surveyOf(store, found.all.ids, found.all.more);
  return { kind: 'page', title, place: 'search', body: searchView({ ...frame, found, stories, survey, marks }) };
}

/** How the last word of a query may go on. */
export async function completeQuery({ store, query }: Ask): Promise<Answer> {
  return { kind: 'json', body: { items: await completions(store, query.get('begun') ?? '') } };
}
