import type { Marked, SavedSearch } from '../reads/marks.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { markable, markBadges } from './marks.ts';
import { ago, empty, older, withQuery } from './parts.ts';

/** What a reader keeps: searches, and what was kept, noted or tagged. */
export function readingView(page: {
  name: string;
  rows: readonly Marked[];
  next: string | null;
  tags: ReadonlyArray<{ tag: string; count: number }>;
  searches: readonly SavedSearch[];
  here: string;
  filter: { tag?: string | undefined; kept?: boolean | undefined };
  now: number;
}): Html {
  const { name, rows, next, tags, searches, here, filter, now } = page;
  return html`<h1>Reading</h1>
<p class="aside">What <b>${name}</b> keeps: it stands under the name of the token, and goes into exports.</p>
<section aria-labelledby="searches"><h2 id="searches">Searches</h2>
${searches.length === 0 ? empty('No saved search yet.', html`<a href="/search">A search</a> has “Keep this search” at its foot.`) : html`<ul class="revisions">${searches.map((search) => html`<li><a href="/search?${search.query}" dir="auto">${search.name}</a> <code dir="auto">${new URLSearchParams(search.query).get('q') ?? ''}</code> <a href="/searches/${search.id}/remove" aria-label="forget ${search.name}">forget…</a></li>`)}</ul>`}</section>
<section aria-labelledby="kept"><h2 id="kept">Kept, noted or tagged</h2>
<p class="chips-line">${filter.kept ? html`<a href="${withQuery(here, { kept: null, after: null })}">all</a>` : html`<a href="${withQuery(here, { kept: 'yes', after: null })}">kept only</a>`} ${filter.tag === undefined ? '' : html`<a href="${withQuery(here, { tag: null, after: null })}">any tag</a>`} ${tags.map(({ tag, count }) => html`<a class="tag" href="${withQuery('/marks', { tag })}"${tag === filter.tag ? html` aria-current="true"` : ''} dir="auto">#${tag}</a> <small>${count}</small> `)}</p>
${rows.length === 0 ? empty('Nothing here.', 'Articles and stories have “Keep”, a note and tags on their pages.') : html`<ol class="articles">${rows.map((row) => html`<li>${item(row, now)}</li>`)}</ol>`}
${older(here, next)}</section>`;
}

function item({ mark, line }: Marked, now: number): Html {
  const path = `/${mark.kind === 'story' ? 'stories' : 'articles'}/${encodeURIComponent(mark.subject)}`;
  return html`<article${markable(mark.kind, mark.subject, mark)}><h3 dir="auto"${langOf(line?.language ?? null)}><a href="${path}">${line?.title ?? line?.url ?? mark.subject}</a></h3>
<p class="meta">${mark.kind === 'story' ? html`<span>story</span> ` : ''}${line === null ? '' : html`<span class="outlet" dir="auto">${line.outlet}</span> `}<span>marked ${ago(mark.updatedAt, now)}</span> ${markBadges(mark)}</p>
${mark.note === null ? '' : html`<p class="note" dir="auto">${mark.note}</p>`}</article>`;
}
