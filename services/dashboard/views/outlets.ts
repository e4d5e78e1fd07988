import type { KindProposal } from '../core/propose-kind.ts';
import type { CountedOutlet } from '../reads/copy-counts.ts';
import { type Html, html } from './html.ts';
import { empty, number, percent, scroller } from './parts.ts';

/** An outlet with the kind that is proposed for it. */
type Proposed = KindProposal & { id: string; name: string };

/** Every outlet with what is proposed, or those of one house. */
export function outletsView(
  rows: readonly CountedOutlet[],
  house: string | null = null,
  proposals: readonly Proposed[] = [],
): Html {
  if (rows.length === 0) return html`<h1>Outlets</h1>${empty('No outlet yet.', 'Outlets come with their feeds.')}`;
  return html`<h1 dir="auto">${house ?? 'Outlets'}</h1>
<p class="aside">Counts may be a minute old. <a href="/outlets/matrix">Who copies whom</a>. <a href="/outlets/houses">Which may be of one house</a>.</p>
${proposals.length === 0 ? '' : proposalsList(proposals)}
${scroller(
  'Outlets',
  html`<table class="rows"><thead><tr><th scope="col">outlet</th><th scope="col">host</th><th scope="col">kind</th><th scope="col">house</th><th scope="col" class="n">articles</th><th scope="col" class="n">originals</th><th scope="col" class="n">copies</th><th scope="col" class="n">share of copies</th></tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row" dir="auto"><a href="/outlets/${encodeURIComponent(row.id)}">${row.name}</a></th><td data-label="host">${row.host}</td><td data-label="kind">${row.kind ?? '–'}</td><td dir="auto" data-label="house">${row.house ?? '–'}</td><td class="n" data-label="articles">${number(row.articles)}</td><td class="n" data-label="originals">${number(row.originals)}</td><td class="n" data-label="copies">${number(row.copies)}</td><td class="n" data-label="share of copies">${row.articles === 0 ? '–' : percent(row.copies / row.articles)}</td></tr>`,
  )}</tbody></table>`,
)}`;
}

/** Kinds that the evidence proposes; each waits for a click, which is written to the list of changes. */
function proposalsList(proposals: readonly Proposed[]): Html {
  return html`<section aria-labelledby="proposals"><h2 id="proposals">Proposed kinds</h2>
<ul class="attention">${proposals.map(
    ({
      id,
      name,
      kind,
      evidence,
    }) => html`<li class="mild"><a href="/outlets/${encodeURIComponent(id)}" dir="auto">${name}</a> may be an <b>${kind}</b>
<small>${evidence.join('; ')}.</small>
<form method="post" action="/outlets/${encodeURIComponent(id)}" class="bare"><input type="hidden" name="kind" value="${kind}"><button class="quiet">Set it as ${kind}</button></form></li>`,
  )}</ul></section>`;
}
