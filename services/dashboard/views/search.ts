import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { addressOf, type Filters, wholeQuery } from '../core/filtered-query.ts';
import type { HitMarks } from '../reads/marks.ts';
import type { Found } from '../reads/search.ts';
import type { Survey } from '../reads/survey.ts';
import { chips, facetsView } from './facets.ts';
import { type Html, html } from './html.ts';
import { empty, older, withQuery } from './parts.ts';
import { hitList } from './search-hits.ts';
import { surveyView } from './survey.ts';

export interface SearchPageView {
  filters: Filters;
  collapse: string | null;
  found: Found | null;
  /** The story of each hit, where stories are shown once. */
  stories: ReadonlyMap<string, HitStory>;
  /** Of the first page only. */
  survey: Survey | null;
  marks: HitMarks;
  /** Whether who asks may keep something. */
  keeps: boolean;
  here: string;
  now: number;
}

export function searchView(page: SearchPageView): Html {
  const { filters, collapse, found } = page;
  const more = moreOf(collapse);
  return html`<h1>Search</h1>
<form method="get" action="/search" class="row" role="search">
<label class="wide">Query <input type="search" name="q" value="${filters.q}" size="60" dir="auto" required list="completions" data-complete autocomplete="off"></label><datalist id="completions"></datalist>
<label><span><input type="checkbox" name="collapse" value="story"${collapse === null ? '' : html` checked`}> each story once</span></label>
<button>Search</button> <a href="/search/fields">fields</a>
</form>
<script src="/assets/complete.js" defer></script>
${chips('/search', filters, more)}
${found === null ? help() : 'problem' in found ? trouble(wholeQuery(filters), found) : results(page, found)}`;
}

function moreOf(collapse: string | null): Record<string, string> {
  return collapse === null ? {} : { collapse };
}

/** Where the query breaks off: the place is marked in it. */
function trouble(q: string, { problem, at }: { problem: string; at: number | null }): Html {
  if (at === null) return html`<p class="alarm" role="alert">${problem}</p>`;
  return html`<div class="alarm" role="alert"><p>${problem}</p>
<p><code dir="ltr">${q.slice(0, at)}<mark>${q.slice(at, at + 1) || '␣'}</mark>${q.slice(at + 1)}</code></p></div>${help()}`;
}

function results(page: SearchPageView, { page: { hits, next }, notes }: Exclude<Found, { problem: string }>): Html {
  const { filters, survey, here, now, stories, marks, collapse, keeps } = page;
  const beyond = here.includes('after=');
  const list = html`${notes.map((note) => html`<p class="aside" role="status" dir="auto">${note}</p>`)}
${
  hits.length === 0
    ? empty(beyond ? 'Nothing more.' : 'Nothing found.', beyond || next !== null ? '' : 'Fewer words find more.')
    : hitList(hits, stories, marks, now)
}
${older(here, next, hits.length === 0 ? 'Look further back' : 'Older')}
${exits(filters)}${keeps ? keepSearch(here) : ''}`;
  if (survey === null || (hits.length === 0 && filters.fields.length === 0)) return list;
  return html`${surveyView(survey, wholeQuery(filters))}
<div class="columns found"><div>${list}</div>${facetsView('/search', survey.facets, filters, moreOf(collapse))}</div>`;
}

/** Ways out of the desk: everything that is found, as others read it. */
function exits(filters: Filters): Html {
  const q = wholeQuery(filters);
  return html`<p class="aside exits"><a href="${withQuery('/sources', { q })}">How many sources</a> <a href="${withQuery('/watches', { query: q })}#another">Save as watch</a> <span>Follow: <a href="${addressOf('/search.atom', filters)}">Atom</a>, <a href="${addressOf('/search.json', filters)}">JSON Feed</a></span> <span>Take: <a href="${addressOf('/search.csv', filters)}">CSV</a>, <a href="${addressOf('/search.jsonl', filters)}">JSON lines</a></span></p>`;
}

/** The form that keeps a search, with its filters, for who asks. */
function keepSearch(here: string): Html {
  const query = withQuery(here, { after: null, done: null }).replace(/^[^?]*\??/, '');
  return html`<form method="post" action="/searches" class="row"><input type="hidden" name="query" value="${query}"><label>Keep this search as <input name="name" maxlength="100" required dir="auto"></label><button class="quiet">Keep</button> <a href="/marks">kept ones</a></form>`;
}

const EXAMPLES: ReadonlyArray<[string, string]> = [
  ['harbour strike', 'both words, in title or text'],
  ['"night train"', 'these words in this order'],
  ['"minister resigns"~5', 'near each other'],
  ['negotiat*', 'words that begin so'],
  ['(ferry OR ship) -cruise', 'one of these, without that'],
  ['title:summit country:Egypt', 'in the title; about a country'],
  ['outlet:gazette language:fr date:[now-7d TO now]', 'of an outlet, in a language, within a week'],
  ['topic:economics event:talks entity:"Ana Lopes"', 'by what an article is about'],
  ['first:"harbour post" relation:copy', 'copies of what an outlet had first'],
];

function help(): Html {
  return html`<section aria-labelledby="how"><h2 id="how">How to ask</h2><p><a href="/search/fields">All fields with their values</a></p><dl class="facts narrow">${EXAMPLES.map(
    ([example, meaning]) =>
      html`<div><dt>${meaning}</dt><dd><a href="${withQuery('/search', { q: example })}"><code>${example}</code></a></dd></div>`,
  )}</dl></section>`;
}
