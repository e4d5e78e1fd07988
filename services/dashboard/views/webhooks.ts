import { DELIVERY_STATUSES, type DeliveryStatus } from '@wirewatch/shared/contracts/watch.ts';
import type { listDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, scroller, withQuery } from './parts.ts';

type Row = Awaited<ReturnType<typeof listDeliveries>>[number];

const TONE: Record<DeliveryStatus, string> = { waiting: 'waiting', delivered: 'good', dead: 'bad' };

/** What is on its way to webhooks, and what was given up. */
export function webhooksView(page: {
  rows: readonly Row[];
  more: boolean;
  dead: number;
  status: DeliveryStatus | undefined;
  watchId: string | undefined;
  now: number;
}): Html {
  const { rows, dead, status, watchId, now } = page;
  return html`<h1>Deliveries to webhooks</h1>
<form method="get" action="/webhooks" class="row" role="search">
<label>Status <select name="status"><option value="">all</option>${DELIVERY_STATUSES.map((each) => html`<option${each === status ? html` selected` : ''}>${each}</option>`)}</select></label>
${watchId === undefined ? '' : html`<input type="hidden" name="watch" value="${watchId}">`}
<button class="quiet">Show</button>
</form>
${dead === 0 ? '' : html`<p><a class="button" href="${withQuery('/webhooks/retry', { watch: watchId ?? null })}">Send ${number(dead)} dead ${dead === 1 ? 'one' : 'ones'} again…</a></p>`}
${rows.length === 0 ? empty('Nothing was sent here.') : table(rows, now)}
${page.more ? html`<p class="aside">Only the newest ${number(rows.length)} are shown.</p>` : ''}`;
}

function table(rows: readonly Row[], now: number): Html {
  return scroller(
    'Deliveries',
    html`<table class="rows"><thead><tr><th scope="col" class="n">number</th><th scope="col">watch</th><th scope="col">alert</th><th scope="col">to</th><th scope="col">status</th><th scope="col" class="n">tries</th><th scope="col">next or ended</th><th scope="col">last error</th><th scope="col"></th></tr></thead>
<tbody>${rows.map(
      ({ delivery, watch, url, kind, articleId }) => html`<tr><td class="n" data-label="number">${delivery.id}</td>
<th scope="row" dir="auto"><a href="/watches/${delivery.watchId}">${watch}</a></th>
<td data-label="alert">${articleId === null ? kind : html`<a href="/articles/${articleId}">${kind}</a>`}</td>
<td class="wide" data-label="to">${url === null ? 'no address now' : redactUrl(url)}</td>
<td data-label="status"><span class="badge ${TONE[delivery.status]}">${delivery.status}</span></td><td class="n" data-label="tries">${number(delivery.attempts)}</td>
<td data-label="next or ended">${ago(delivery.endedAt ?? delivery.nextAt, now)}</td><td class="wide" dir="auto" data-label="last error">${delivery.lastError ?? ''}</td>
<td>${delivery.status === 'dead' ? html`<a href="/webhooks/retry?id=${delivery.id}" aria-label="send delivery ${delivery.id} again">send again</a>` : ''}</td></tr>`,
    )}</tbody></table>`,
  );
}
