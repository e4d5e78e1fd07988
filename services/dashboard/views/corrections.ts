import type { Standing } from '@wirewatch/shared/sources/standing.ts';
import { counted } from '@wirewatch/shared/sources/words.ts';
import type { Correction } from '../reads/corrections.ts';
import { type Html, html } from './html.ts';
import { instant } from './parts.ts';

/** Places that are quoted of a change; its own page has all. */
const MOST_PLACES = 4;
/** Characters of one. */
const MOST_LONG = 200;

/** Originals that were amended or withdrawn, and who still carries the old text; nothing where there are none. */
export function correctionsView(corrections: readonly Correction[]): Html {
  if (corrections.length === 0) return html``;
  return html`<section aria-labelledby="corrections"><h2 id="corrections">Amended or withdrawn</h2>
${corrections.map(correctionView)}</section>`;
}

function correctionView({ article, kind, at, revision, reason, was, is, still, followed, unclear }: Correction): Html {
  const whose = html`<a href="/articles/${article.id}" dir="auto">${article.outlet}</a>`;
  const what =
    kind === 'withdrawn'
      ? html`<p>${whose} has withdrawn its text: <span dir="auto">${reason}</span> (${instant(at)}).</p>`
      : html`<p>${whose} has amended its text (${instant(at)}): <a href="/articles/${article.id}/revisions/${revision}">what was changed</a>.</p>
<p class="legend" dir="auto">${places(was).map((text) => html`<del>${text}</del> `)}${places(is).map((text) => html`<ins>${text}</ins> `)}</p>`;
  return html`<div class="told">${what}
${still.length === 0 ? html`<p>Nobody here is known to carry the old text.</p>` : html`<p><b>${counted(still.length, 'outlet')} still ${still.length === 1 ? 'carries' : 'carry'} the old text:</b> ${names(still)}</p>`}
${followed.length === 0 ? '' : html`<p>With the new text: ${names(followed)}</p>`}
${unclear.length === 0 ? '' : html`<p>Without the places that were changed: ${names(unclear)}</p>`}</div>`;
}

function places(texts: readonly string[]): string[] {
  const shown = texts
    .slice(0, MOST_PLACES)
    .map((text) => (text.length > MOST_LONG ? `${text.slice(0, MOST_LONG)}…` : text));
  return texts.length > MOST_PLACES ? [...shown, '…'] : shown;
}

function names(articles: readonly Standing[]): Html {
  return html`${articles.map(({ id, outlet }, at) => html`${at === 0 ? '' : ', '}<a href="/articles/${id}" dir="auto">${outlet}</a>`)}`;
}
