import type { Comparison, Fate, Stretch } from '../core/compare-texts.ts';
import type { WholeArticle } from '../reads/article.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { empty, instant, number, percent, written } from './parts.ts';

type Shown = Pick<WholeArticle, 'article' | 'outlet' | 'revision'>;

/** Two articles in two columns, what was cut, added and changed marked in either. */
export function compareView({ found, before, after }: { found: Comparison; before: Shown; after: Shown }): Html {
  return html`<h1>Side by side</h1>
${isTranslation(before, after) ? html`<p>The texts are in two languages (${before.revision?.language}, ${after.revision?.language}): no word of the one can be found in the other.</p>` : shares(found)}
<div class="beside">
<section aria-label="The left text">${head(before)}${body(isTranslation(before, after) ? null : found.before, before)}</section>
<section aria-label="The right text">${head(after)}${body(isTranslation(before, after) ? null : found.after, after)}</section>
</div>`;
}

function shares({ words }: Comparison): Html {
  const share = (of: number) => (of === 0 ? '–' : percent(words.kept / of));
  return html`<p>${number(words.kept)} words are in both: ${share(words.before)} of the left text, ${share(words.after)} of the right.</p>
${legend()}`;
}

/** Texts of two languages are shown as they are: marking all of the one as cut and all of the other as added says nothing. */
function isTranslation(before: Shown, after: Shown): boolean {
  const known = (shown: Shown) => shown.revision?.language ?? 'und';
  return known(before) !== 'und' && known(after) !== 'und' && known(before) !== known(after);
}

/** What the marks mean. */
export function legend(): Html {
  return html`<p class="legend"><span>unmarked: kept</span> <del>cut</del> <ins>added</ins> <span class="changed">changed</span></p>`;
}

function head({ article, outlet, revision }: Shown): Html {
  const title = revision?.title ?? article.title ?? article.url;
  return html`<p class="meta"><span class="outlet" dir="auto">${outlet.name}</span> ${revision?.publishedAt ? html`<span>published ${written(revision.publishedAt)}</span>` : html`<span>seen ${instant(article.firstSeenAt)}</span>`}</p>
<h2 dir="auto"${langOf(revision?.language ?? null)}><a href="/articles/${article.id}">${title}</a></h2>`;
}

function body(stretches: readonly Stretch[] | null, { revision }: Shown): Html {
  if (!revision) return empty('This article has no text.');
  return html`<div class="text" dir="auto"${langOf(revision.language)}>${stretches === null ? revision.text : markedText(stretches)}</div>`;
}

/** A text whose stretches are marked by their fate; paragraphs are kept. */
export function markedText(stretches: readonly Stretch[]): Html {
  return html`${stretches.map(({ fate, text }) => mark(fate, text))}`;
}

/** Words for those who cannot see colours and lines: the elements say it, and so does their title. */
function mark(fate: Fate, text: string): Html {
  if (fate === 'kept') return html`${text}`;
  const blank = /\s*$/.exec(text)![0];
  const words = text.slice(0, text.length - blank.length);
  if (fate === 'cut') return html`<del>${words}</del>${blank}`;
  if (fate === 'added') return html`<ins>${words}</ins>${blank}`;
  return html`<span class="changed">${words}</span>${blank}`;
}
