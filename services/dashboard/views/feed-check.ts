import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { type Html, html } from './html.ts';
import { scroller } from './parts.ts';

/** A feed's check: each step, how it is, what was seen. */
export function checkView(feed: FeedRow, steps: readonly CheckStep[]): Html {
  const bad = steps.filter(({ level }) => level === 'bad').length;
  return html`<h1 dir="auto">Check of ${feed.title ?? redactUrl(feed.url)}</h1>
<p><a href="/feeds/${feed.id}">The feed</a>. ${bad === 0 ? 'It works.' : `${bad} of the steps went wrong.`} Nothing was stored.</p>
${scroller(
  'Steps',
  html`<table><thead><tr><th scope="col">step</th><th scope="col">state</th><th scope="col">what was seen</th></tr></thead>
<tbody>${steps.map(({ step, level, said }) => html`<tr><th scope="row">${step}</th><td>${level}</td><td class="wide" dir="auto">${said}</td></tr>`)}</tbody></table>`,
)}
<form method="post" action="/feeds/${feed.id}/check"><button class="quiet">Check again</button></form>`;
}
