import { type Answer, type Ask, problem } from '../handler.ts';
import { hitStories } from '../reads/hit-stories.ts';
import { collapseOf, search as find } from '../reads/search.ts';
import { searchView } from '../views/search.ts';

const PAGE = 25;

/** Search over all articles, with what matched marked. */
export async function search({ store, query, here, now }: Ask): Promise<Answer> {
  const q = query.get('q')?.trim() ?? '';
  const collapse = collapseOf(query.get('collapse'));
  if (collapse !== null && typeof collapse === 'object') return problem(400, collapse.problem);
  const frame = { q, collapse, here, now: now(), stories: new Map() };
  const title = q === '' ? 'Search' : `Search: ${q}`;
  if (q === '') return { kind: 'page', title, place: 'search', body: searchView({ ...frame, found: null }) };
  const found = await find(store, { q, collapse, after: query.get('after'), limit: PAGE }, now());
  if ('problem' in found)
    return { kind: 'page', title, place: 'search', status: 400, body: searchView({ ...frame, found }) };
  const ids = found.page.hits.map(({ article }) => article.id);
  const stories = collapse === 'story' ? await hitStories(store, ids) : new Map();
  return { kind: 'page', title, place: 'search', body: searchView({ ...frame, found, stories }) };
}
