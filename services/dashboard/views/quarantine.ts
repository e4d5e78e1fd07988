import { STAGES } from '@wirewatch/shared/pipeline.ts';
import type { listQuarantine, QuarantineFilter } from '@wirewatch/shared/store/journey/quarantine.ts';
import type { QuarantineGroup } from '@wirewatch/shared/store/journey/quarantine-reasons.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, scroller, withQuery } from './parts.ts';

type Row = Awaited<ReturnType<typeof listQuarantine>>[number];

export function quarantineView(page: {
  rows: Row[];
  more: boolean;
  reasons: QuarantineGroup[];
  filter: QuarantineFilter;
  here: string;
  now: number;
}): Html {
  const { rows, filter, now } = page;
  const filtered = filter.stage ?? filter.reason ?? filter.host ?? null;
  return html`<h1>Quarantine</h1>
<p class="aside">Input that is bad, and what our code could not do. The raw bytes are kept; after a fix, send it on again.</p>
<form method="get" action="/quarantine" class="row" role="search">
<label>Stage <select name="stage"><option value="">all</option>${STAGES.map((stage) => html`<option${stage === filter.stage ? html` selected` : ''}>${stage}</option>`)}</select></label>
<label>Reason holds <input name="reason" value="${filter.reason ?? ''}" dir="auto"></label>
<label>Outlet <input name="host" value="${filter.host ?? ''}"></label>
<button class="quiet">Show</button>
</form>
${
  rows.length === 0
    ? empty(
        'Nothing is in quarantine here.',
        filtered === null ? 'All is well.' : html`<a href="/quarantine">Show all</a>`,
      )
    : html`<p><a class="button" href="${withQuery('/quarantine/retry', { stage: filter.stage ?? null, reason: filter.reason ?? null, host: filter.host ?? null })}">Send ${filtered === null ? 'all' : 'all that are shown'} on again…</a></p>`
}
${page.reasons.length > 0 && filtered === null ? reasonsTable(page.reasons, now) : ''}
${rows.length > 0 ? rowsTable(rows, now) : ''}
${page.more ? html`<p class="aside">Only the newest ${number(rows.length)} are shown: narrow it down by stage, reason or outlet.</p>` : ''}`;
}

function reasonsTable(reasons: readonly QuarantineGroup[], now: number): Html {
  return html`<section aria-labelledby="reasons"><h2 id="reasons">By reason</h2>${scroller(
    'Reasons',
    html`<table class="rows"><thead><tr><th scope="col" class="n">articles</th><th scope="col">stage</th><th scope="col">reason</th><th scope="col">newest</th><th scope="col"></th></tr></thead>
<tbody>${reasons.map((each) => html`<tr><td class="n" data-label="articles">${number(each.count)}</td><td data-label="stage">${each.stage}</td><th scope="row" class="wide" dir="auto"><a href="${withQuery('/quarantine', { stage: each.stage, reason: each.reason })}">${each.reason}</a></th><td data-label="newest">${ago(each.newest, now)}</td><td><a href="${withQuery('/quarantine/retry', { stage: each.stage, reason: each.reason })}" aria-label="send on again: ${each.reason}">send on again</a></td></tr>`)}</tbody></table>`,
  )}</section>`;
}

function rowsTable(rows: readonly Row[], now: number): Html {
  return html`<section aria-labelledby="articles"><h2 id="articles">Articles</h2>${scroller(
    'Articles in quarantine',
    html`<table class="rows"><thead><tr><th scope="col">article</th><th scope="col">stage</th><th scope="col">reason</th><th scope="col">when</th><th scope="col"></th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" class="wide"><a href="/articles/${row.id}">${row.url}</a></th><td data-label="stage">${row.stage}</td><td class="wide" dir="auto" data-label="reason">${row.reason}</td><td data-label="when">${ago(row.at, now)}</td><td><a href="/quarantine/retry?id=${row.id}" aria-label="send on again: ${row.url}">send on again</a></td></tr>`)}</tbody></table>`,
  )}</section>`;
}
