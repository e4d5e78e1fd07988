import type { SignInRow } from '../security/stored-sign-ins.ts';
import { type Html, html } from './html.ts';
import { ago, empty, instant, scroller } from './parts.ts';

export function signInsView(rows: readonly SignInRow[], now: number): Html {
  return html`<p class="meta"><a href="/audit">← changes</a></p>
<h1>Signed in</h1>
${
  rows.length === 0
    ? empty('Nobody is signed in by the form.', 'Programs bring their token with each request and are not listed.')
    : scroller(
        'Signed in',
        html`<table class="rows"><thead><tr><th scope="col">token</th><th scope="col">from</th><th scope="col">since</th><th scope="col">until</th><th scope="col"></th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${row.name}</th><td data-label="from">${row.address}</td><td data-label="since">${ago(row.createdAt, now)}</td><td data-label="until">${instant(row.until)}</td><td><a href="/sign-ins/${row.id}/end" aria-label="end the sign-in of ${row.name} from ${row.address}">end</a></td></tr>`)}</tbody></table>`,
      )
}`;
}
