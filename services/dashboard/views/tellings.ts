import type { Telling } from '../reads/story-texts.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { instant, written } from './parts.ts';

/** Independent texts beside one another: what only one of them says is marked, and named above it. */
export function tellingsView({ shown, more }: { shown: readonly Telling[]; more: number }): Html {
  if (shown.length < 2) return html``;
  return html`<section aria-labelledby="tellings"><h2 id="tellings">Independent texts side by side</h2>
<p class="aside">Marked: sentences with a name or number that none of the others has.${more > 0 ? ` ${more} more are not shown here.` : ''}</p>
<div class="tellings">${shown.map(tellingView)}</div></section>`;
}

function tellingView({ text: { root }, name, only }: Telling): Html {
  const lang = langOf(root.language);
  return html`<article class="telling">
<h3 dir="auto">${name}</h3>
<p class="what" dir="auto"${lang}><a href="/articles/${root.id}">${root.title ?? root.url}</a></p>
<p class="meta">${timesOf(root)}</p>
${only.facts.length === 0 ? html`<p class="only none">No name or number that the others have not.</p>` : html`<p class="only"><b>Only here:</b> <span dir="auto"${lang}>${only.facts.join(' · ')}</span></p>`}
<div class="text">${only.paragraphs.map((sentences) => html`<p dir="auto"${lang}>${sentences.map(({ text, only: alone }) => (alone ? html`<mark>${text}</mark>` : text))}</p>`)}</div>
</article>`;
}

/** When a page says that it was published, in its own zone and in UTC; else when it was first seen. */
export function timesOf({ publishedAt, at, dated }: Telling['text']['root']): Html {
  if (publishedAt === null) return html`<span>seen ${instant(at)}</span>`;
  const own = written(publishedAt);
  return html`<span>published ${own}</span>${dated && !own.endsWith('UTC') ? html` <span>${instant(at)}</span>` : ''}`;
}
