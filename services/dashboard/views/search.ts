import type { SearchHit } from '@wirewatch/shared/store/search/search-articles.ts';
import type { HitStory } from '../reads/hit-stories.ts';
import type { Found } from '../reads/search.ts';
import { relationOf } from './article-list.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markedPiece } from './marked.ts';
import { ago, creditLine, empty, older, withQuery, written } from './parts.ts';
import { tally } from './source-list.ts';
import { timesOf } from './tellings.ts';

export interface SearchPageView {
  q: string;
  collapse: string | null;
  found: Found | null;
  /** The story of each hit, where stories are shown once. */
  stories: ReadonlyMap<string, HitStory>;
  here: string;
  now: number;
}

export function searchView(page: SearchPageView): Html {
  const { q, collapse, found } = page;
  return html`<h1>Search</h1>
<form method="get" action="/search" class="row" role="search">
<label class="wide">Query <input type="search" name="q" value="${q}" size="60" dir="auto" required></label>
<label><span><input type="checkbox" name="collapse" value="story"${collapse === null ? '' : html` checked`}> each story once</span></label>
<button>Search</button>
</form>
${found === null ? help() : 'problem' in found ? trouble(q, found) : results(page, found.page.hits, found.page.next)}`;
}

/** Where the query breaks off: the place is marked in it. */
function trouble(q: string, { problem, at }: { problem: string; at: number | null }): Html {
  if (at === null) return html`<p class="alarm" role="alert">${problem}</p>`;
  return html`<div class="alarm" role="alert"><p>${problem}</p>
<p><code dir="ltr">${q.slice(0, at)}<mark>${q.slice(at, at + 1) || '␣'}</mark>${q.slice(at + 1)}</code></p></div>${help()}`;
}

function results(page: SearchPageView, hits: readonly SearchHit[], next: string | null): Html {
  const feed = (path: string) => withQuery(path, { q: page.q });
  const beyond = page.here.includes('after=');
  return html`${
    hits.length === 0
      ? empty(beyond ? 'Nothing more.' : 'Nothing found.', beyond || next !== null ? '' : 'Fewer words find more.')
      : html`<ol class="articles">${hits.map((hit) => html`<li>${hitOf(hit, page)}</li>`)}</ol>`
  }
${older(page.here, next, hits.length === 0 ? 'Look further back' : 'Older')}
<p class="aside">Follow this search: <a href="${feed('/search.atom')}">Atom</a>, <a href="${feed('/search.json')}">JSON Feed</a></p>`;
}

function hitOf(hit: SearchHit, { stories, now }: SearchPageView): Html {
  const story = stories.get(hit.article.id);
  return story && story.count.articles > 1 ? storyItem(hit, story) : hitItem(hit, now);
}

/** A story, headed by its first independent text; what matched may stand in another of its articles. */
function storyItem({ article, passages }: SearchHit, { id, count }: HitStory): Html {
  const { root, owners } = count.sources[0]!.texts[0]!;
  return html`<article><h3 dir="auto"${langOf(root.language)}><a href="/stories/${id}">${root.title ?? root.url}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(root.outletId)}">${root.credited === null ? root.outlet : owners[0]!.name}</a> ${timesOf(root)} <span class="tally">${tally(count)}</span></p>
${passages.map((passage) => html`<p class="passage" dir="auto"${langOf(article.language)}>${markedPiece(passage)}${article.id === root.id ? '' : html` <small><a href="/articles/${article.id}" dir="auto">${article.outlet}</a></small>`}</p>`)}</article>`;
}

function hitItem({ article, title, passages, others }: SearchHit, now: number): Html {
  return html`<article><h3 dir="auto"${langOf(article.language)}><a href="/articles/${article.id}">${title.text === '' ? article.url : markedPiece(title)}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(article.outletId)}">${article.outlet}</a> ${article.publishedAt ? html`<span>${written(article.publishedAt)}</span>` : ago(article.firstSeenAt, now)} ${relationOf(article)} ${creditLine(article.credit)} ${others > 0 ? html`<a href="/groups/${article.groupId}">and ${others} more</a>` : ''}</p>
${passages.map((passage) => html`<p class="passage" dir="auto"${langOf(article.language)}>${markedPiece(passage)}</p>`)}</article>`;
}

const EXAMPLES: ReadonlyArray<[string, string]> = [
  ['harbour strike', 'both words, in title or text'],
  ['"night train"', 'these words in this order'],
  ['"minister resigns"~5', 'near each other'],
  ['negotiat*', 'words that begin so'],
  ['(ferry OR ship) -cruise', 'one of these, without that'],
  ['title:summit country:EGY', 'in the title; about a country'],
  ['outlet:gazette language:fr date:[now-7d TO now]', 'of an outlet, in a language, within a week'],
  ['topic:economy event:CONSULT entity:"Ana Lopes"', 'by what an article is about'],
];

function help(): Html {
  return html`<section aria-labelledby="how"><h2 id="how">How to ask</h2><dl class="facts narrow">${EXAMPLES.map(
    ([example, meaning]) =>
      html`<div><dt>${meaning}</dt><dd><a href="${withQuery('/search', { q: example })}"><code>${example}</code></a></dd></div>`,
  )}</dl></section>`;
}
