import type { RevisionRow } from '@wirewatch/shared/store/articles/revisions.ts';
import type { ArticleRow } from '@wirewatch/shared/store/journey/journey.ts';
import type { Comparison } from '../core/compare-texts.ts';
import { legend, markedText } from './compare.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { instant } from './parts.ts';

/** One revision against the one before. */
export function revisionView(page: {
  article: ArticleRow;
  before: RevisionRow | null;
  after: RevisionRow;
  found: Comparison;
}): Html {
  const { article, before, after, found } = page;
  const titleChanged = before !== null && before.title !== after.title;
  return html`<p class="meta"><a href="/articles/${article.id}">← the article</a></p>
<h1 dir="auto"${langOf(after.language)}>${after.title ?? article.url}</h1>
<p>Revision ${after.number}, fetched ${instant(after.fetchedAt)}${before === null ? ': the first.' : html`, against revision ${before.number}, fetched ${instant(before.fetchedAt)}.`}</p>
${titleChanged ? html`<p>The title was: <del dir="auto">${before.title}</del></p>` : ''}
${
  before === null
    ? html`<div class="text" dir="auto"${langOf(after.language)}>${after.text}</div>`
    : html`${legend()}<div class="beside">
<section aria-label="Before"><h2>Before</h2><div class="text" dir="auto"${langOf(before.language)}>${markedText(found.before)}</div></section>
<section aria-label="After"><h2>After</h2><div class="text" dir="auto"${langOf(after.language)}>${markedText(found.after)}</div></section>
</div>`
}`;
}
