import type { AuditRow } from '@wirewatch/shared/store/operations/audit.ts';
import { changePage, changeWords } from '../core/change-words.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, older, scroller } from './parts.ts';

export function auditView(page: {
  rows: readonly AuditRow[];
  next: string | null;
  here: string;
  query: URLSearchParams;
  now: number;
}): Html {
  const { rows, query } = page;
  const said = (name: string) => query.get(name) ?? '';
  const filters = new URLSearchParams([...query].filter(([name, value]) => name !== 'after' && value !== ''));
  return html`<h1>Changes</h1>
<p class="aside"><a href="/sign-ins">Who is signed in</a>.</p>
<form method="get" action="/audit" class="row" role="search">
<label>Who <input name="who" value="${said('who')}"></label>
<label>What <input name="action" value="${said('action')}" placeholder="feed, quarantine.retry"></label>
<label>Of what <input name="target" value="${said('target')}" dir="auto"></label>
<label>From <input name="since" type="date" value="${said('since')}"></label>
<label>To <input name="until" type="date" value="${said('until')}"></label>
<button class="quiet">Show</button>
</form>
<p><a href="/audit.csv?${filters.toString()}" download>Export these as CSV</a></p>
${rows.length === 0 ? empty('Nothing was changed by hand here.', filters.size > 0 ? html`<a href="/audit">Show all</a>` : '') : table(rows, page.now)}
${older(page.here, page.next)}`;
}

function table(rows: readonly AuditRow[], now: number): Html {
  return scroller(
    'Changes',
    html`<table class="rows"><thead><tr><th scope="col">what</th><th scope="col">when</th><th scope="col">who</th><th scope="col">action</th><th scope="col" class="n">how many</th><th scope="col">of what</th><th scope="col">detail</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" class="wide" dir="auto">${changeWords(row)}</th><td data-label="when">${ago(row.at, now)}</td><td data-label="who">${row.who}</td><td data-label="action">${row.action}</td><td class="n" data-label="how many">${number(row.count)}</td><td class="wide" data-label="of what" dir="auto">${targetOf(row)}</td><td class="wide" data-label="detail">${row.detail === null ? '' : html`<details><summary>show</summary><code>${JSON.stringify(row.detail)}</code></details>`}</td></tr>`)}</tbody></table>`,
  );
}

function targetOf(row: AuditRow): Html | string {
  const page = changePage(row);
  const name = nameOf(row);
  return page === null ? name : html`<a href="${page}">${name}</a>`;
}

/** What was changed by the name that people gave it, where the change says so; else by its id. */
function nameOf({ detail, target }: AuditRow): string {
  const { name } = (detail ?? {}) as { name?: unknown };
  return typeof name === 'string' && name !== '' ? name : target;
}
