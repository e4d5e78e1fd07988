import type { Announced } from '@wirewatch/shared/store/copies/announced.ts';
import { type Html, html } from './html.ts';
import { outcomeBadge, percent } from './parts.ts';

/** Pages that could not be read and probably carry the text; nothing where there are none. */
export function announcedView(pages: readonly Announced[]): Html {
  if (pages.length === 0) return html``;
  return html`<section aria-labelledby="announced"><h2 id="announced">Probably also carried by</h2>
<ul class="revisions">${pages.map(
    ({ id, outlet, title, url, outcome, confidence, reason }) =>
      html`<li><b dir="auto">${outlet}</b>: <a href="/articles/${id}" dir="auto">${title ?? url}</a> ${outcomeBadge(outcome)} <small><span dir="auto">${reason}</span>, ${percent(confidence)} sure</small></li>`,
  )}</ul><p class="aside">These pages could not be read; they are known by what their feeds said, and are not counted.</p></section>`;
}

/** Whose text a page probably carries that could not be read. */
export function carriesView({ carries, reason, confidence }: Announced): Html {
  return html`<p>It probably carries the text of <a href="/articles/${carries}">this article</a>: <span dir="auto">${reason}</span> (${percent(confidence)} sure).</p>`;
}
