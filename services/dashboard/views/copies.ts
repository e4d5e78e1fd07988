import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import { relationOf } from './article-list.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { creditLine, empty, older, timesInList } from './parts.ts';

export function copiesView(page: { rows: ArticleLine[]; next: string | null; here: string; now: number }): Html {
  return html`<h1>Copies</h1>
<p class="aside">Articles that repeat or quote another, newest first. <a href="/outlets/matrix">Who copies whom</a>.</p>
${
  page.rows.length === 0
    ? empty('No copy yet.', 'Copies are found when two outlets carry one text, or when a page credits another.')
    : html`<ol class="articles">${page.rows.map((line) => html`<li>${item(line, page.now)}</li>`)}</ol>`
}
${older(page.here, page.next)}`;
}

function item(line: ArticleLine, now: number): Html {
  const compare =
    line.originalId === null ? '' : html`<a href="/compare/${line.originalId}/${line.id}">side by side</a>`;
  return html`<article><h3 dir="auto"${langOf(line.language)}><a href="/articles/${line.id}">${line.title ?? line.url}</a></h3>
<p class="meta"><a class="outlet" dir="auto" href="/outlets/${encodeURIComponent(line.outletId)}">${line.outlet}</a> ${timesInList(line.publishedAt, line.firstSeenAt, now)} ${relationOf(line)} ${creditLine(line.credit)} <a href="/stories/${line.groupId}">the whole story</a> ${compare}</p></article>`;
}
