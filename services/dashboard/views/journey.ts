import type { WholeArticle } from '../reads/article.ts';
import { type Html, html } from './html.ts';
import { ago, empty, instant, outcomeBadge, scroller, span } from './parts.ts';

/** How the article ended each stage, and what it waits for now. */
export function journeyTable({ article, journey }: WholeArticle, now: number): Html {
  const waits =
    article.stage === null
      ? ''
      : html`<p>${article.leaseOwner === null ? 'Waits for' : 'Is worked on by'} <b>${article.stage}</b> (${article.lane} lane) since ${ago(article.waitingSince, now)}${article.lastError ? html`; last try: <span dir="auto">${article.lastError}</span>` : ''}.</p>`;
  if (journey.length === 0) return html`${waits}${empty('No stage has ended yet.')}`;
  return html`${waits}${scroller(
    'Journey',
    html`<table><thead><tr><th scope="col">when</th><th scope="col">stage</th><th scope="col">outcome</th><th scope="col">reason</th><th scope="col" class="n">waited</th><th scope="col" class="n">worked</th><th scope="col">lane</th><th scope="col">version</th></tr></thead>
<tbody>${journey.map(
      (row) =>
        html`<tr><td>${instant(row.at)}</td><th scope="row">${row.stage}</th><td>${outcomeBadge(row.outcome)}</td><td class="wide" dir="auto">${row.reason}</td><td class="n">${short(row.waitedMs)}</td><td class="n">${short(row.workedMs)}</td><td>${row.lane}</td><td><code title="${row.worker}">${row.version}</code></td></tr>`,
    )}</tbody></table>`,
  )}`;
}

function short(ms: number): string {
  return ms < 10_000 ? `${ms} ms` : span(ms);
}
