import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import { headSentence } from '@wirewatch/shared/sources/words.ts';
import type { Spread } from '../core/spread.ts';
import type { Telling } from '../reads/story-texts.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { countFigures, definition, doubtsView, sourceList } from './source-list.ts';
import { spreadView } from './spread.ts';
import { changesLink } from './story-changes.ts';
import { tellingsView } from './tellings.ts';

/** One story: how many sources it is, how it spread, what each text says alone, who carries which. */
export function storyPage(page: {
  id: string;
  count: SourceCount;
  spread: Spread | null;
  tellings: { shown: Telling[]; more: number };
  cut: boolean;
  corrections: Html;
  announced: Html;
  own: Html;
  rulings: Html;
}): Html {
  const { id, count, spread, tellings, cut, corrections, announced, own, rulings } = page;
  const { root } = count.sources[0]!.texts[0]!;
  return html`<h1 dir="auto"${langOf(root.language)}>${root.title ?? root.url}</h1>
<p class="lead" dir="auto">${headSentence(count)}</p>
${countFigures(count)}
<p class="aside">${changesLink(id)}</p>
${cut ? html`<p class="aside">More articles carry it than are counted here.</p>` : ''}
${spread === null ? '' : html`<section aria-labelledby="spread"><h2 id="spread">How it spread</h2>${spreadView(spread)}</section>`}
${corrections}
${doubtsView(count)}
${tellingsView(tellings)}
<section aria-labelledby="carried"><h2 id="carried">Who carries which text</h2>${sourceList(count.sources)}</section>
${announced}
${own}
${rulings}
${exits(id)}
${definition()}`;
}

/** Ways out of the desk. */
function exits(id: string): Html {
  const q = `?${new URLSearchParams({ q: `story:${id}` })}`;
  return html`<p class="aside exits"><a href="/stories/${id}/report.html">Report to cite, one file</a> <a href="/search${q}">Search in it</a> <a href="/search.csv${q}">CSV</a> <a href="/search.jsonl${q}">JSON lines</a> <a href="/search.atom${q}">Atom</a></p>`;
}

/** The same in one sentence, for pages that lead there. */
export function storyLink(id: string, count: SourceCount): Html {
  return html`<p class="story"><a href="/stories/${id}">The whole story</a>: <span dir="auto">${headSentence(count)}</span></p>`;
}
