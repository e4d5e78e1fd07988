import { filtersOf, wholeQuery } from '../core/filtered-query.ts';
import { type Answer, type Ask, problem } from '../handler.ts';
import { searchStories } from '../reads/search.ts';
import { storiesOf } from '../reads/stories-of.ts';
import { type FeedHead, writeAtom } from './atom.ts';
import { writeJsonFeed } from './json-feed.ts';

const ENTRIES = 50;

/** Any search as an Atom feed. */
export function atomFeed(ask: Ask): Promise<Answer> {
  return answer(ask, 'application/atom+xml; charset=utf-8', writeAtom);
}

/** Any search as a JSON Feed. */
export function jsonFeed(ask: Ask): Promise<Answer> {
  return answer(ask, 'application/feed+json; charset=utf-8', writeJsonFeed);
}

async function answer(ask: Ask, type: string, write: typeof writeAtom): Promise<Answer> {
  const { store, query, here, origin, now } = ask;
  const q = wholeQuery(filtersOf(query)) || '*';
  const found = await searchStories(store, q, ENTRIES, now());
  if ('problem' in found) return problem(400, found.problem);
  const stories = await storiesOf(store, found);
  const head: FeedHead = {
    title: q === '*' ? 'wirewatch' : `wirewatch: ${q}`,
    self: `${origin}${here}`,
    page: `${origin}/search?${new URLSearchParams({ q, collapse: 'story' })}`,
    articlePage: (id) => `${origin}/articles/${id}`,
    now: now(),
  };
  return { kind: 'raw', type, body: write(head, stories) };
}
