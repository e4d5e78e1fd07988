import type { AuditRow } from '@wirewatch/shared/store/operations/audit.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, older, scroller } from './parts.ts';

export function auditView(rows: readonly AuditRow[], next: string | null, here: string, now: number): Html {
  return html`<h1>Changes</h1>
<p class="aside"><a href="/sign-ins">Who is signed in</a>.</p>
${
  rows.length === 0
    ? empty('Nothing was changed by hand yet.')
    : scroller(
        'Changes',
        html`<table><thead><tr><th scope="col">when</th><th scope="col">who</th><th scope="col">what</th><th scope="col" class="n">how many</th><th scope="col">of what</th><th scope="col">detail</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${ago(row.at, now)}</td><td>${row.who}</td><th scope="row">${row.action}</th><td class="n">${number(row.count)}</td><td class="wide" dir="auto">${targetOf(row)}</td><td class="wide">${row.detail === null ? '' : html`<details><summary>show</summary><code>${JSON.stringify(row.detail)}</code></details>`}</td></tr>`)}</tbody></table>`,
      )
}
${older(here, next)}`;
}

/** Pages of what a change was about, by the first word of its action. Others have none, or are gone with the change. */
const PAGES: Record<string, string> = {
  watch: '/watches/',
  batch: '/reprocess/',
  reprocess: '/reprocess/',
  outlet: '/outlets/',
};

function targetOf({ action, target }: AuditRow): Html | string {
  const page = PAGES[action.split('.')[0]!];
  if (page === undefined || action.endsWith('.remove')) return target;
  return html`<a href="${page}${encodeURIComponent(target)}">${target}</a>`;
}
