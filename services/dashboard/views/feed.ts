import type { PollRow } from '@wirewatch/shared/store/feeds/counts.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Health } from '@wirewatch/shared/store/feeds/health.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { levelBadge } from './feeds.ts';
import { type Html, html } from './html.ts';
import { ago, empty, instant, number, percent, scroller, span } from './parts.ts';
import { plot } from './plot.ts';

export function feedView({
  feed,
  health,
  polls,
  now,
}: {
  feed: FeedRow;
  health: Health;
  polls: PollRow[];
  now: number;
}): Html {
  const outlet = hostOf(feed.url);
  return html`<h1 dir="auto">${feed.title ?? redactUrl(feed.url)}</h1>
<p class="buttons">${feed.status === 'active' ? html`<a class="button" href="/feeds/${feed.id}/poll">Poll now</a> <a class="button quiet" href="/feeds/${feed.id}/pause">Pause</a>` : html`<a class="button" href="/feeds/${feed.id}/resume">Resume</a>`}
<a class="button quiet" href="/feeds/${feed.id}/remove">Stop watching</a></p>
<form method="post" action="/feeds/${feed.id}/check"><button class="quiet">Check</button> <small>asks the server once, tells step by step what would happen, stores nothing</small></form>
<div id="feed" data-live>
${health.reasons.length > 0 ? html`<p class="alarm">${levelBadge(health)} ${health.reasons.join('; ')}</p>` : html`<p>${levelBadge(health)}</p>`}
<dl class="facts narrow">
<div><dt>address</dt><dd class="url">${redactUrl(feed.url)}</dd></div>
<div><dt>outlet</dt><dd><a href="/outlets/${encodeURIComponent(outlet)}">${outlet}</a></dd></div>
<div><dt>usual rhythm</dt><dd>${health.usualSeconds === null ? 'not known yet' : `an entry every ${span(health.usualSeconds * 1000)}`}${health.silentSeconds === null ? '' : `; the last ${span(health.silentSeconds * 1000)} ago`}</dd></div>
<div><dt>last success</dt><dd>${ago(feed.lastSuccessAt, now)}</dd></div>
<div><dt>next poll</dt><dd>${feed.status === 'active' ? ago(feed.nextPollAt, now) : 'none'} <small>${feed.pollReason}</small></dd></div>
${feed.lastError ? html`<div><dt>last error</dt><dd dir="auto">${feed.lastError}</dd></div>` : ''}
<div><dt>articles in 7 days</dt><dd>${number(health.articles)}, ${percent(health.extractionRate)} with a text, ${percent(health.copiesShare)} copies</dd></div>
</dl></div>
<section aria-labelledby="polls"><h2 id="polls">Polls</h2>
${
  polls.length === 0
    ? empty('Not polled yet.')
    : html`<p>${plot(
        polls.map((poll) => poll.newItems).reverse(),
        'new entries a poll',
      )} <small>new entries a poll, oldest left</small></p>
${scroller(
  'Polls',
  html`<table><thead><tr><th scope="col">when</th><th scope="col">outcome</th><th scope="col">reason</th><th scope="col" class="n">status</th><th scope="col" class="n">bytes</th><th scope="col" class="n">ms</th><th scope="col" class="n">entries</th><th scope="col" class="n">new</th></tr></thead>
<tbody>${polls.map((poll) => html`<tr><th scope="row">${instant(poll.at)}</th><td>${poll.outcome}</td><td class="wide" dir="auto">${poll.reason}</td><td class="n">${poll.status ?? '–'}</td><td class="n">${number(poll.bytes)}</td><td class="n">${number(poll.ms)}</td><td class="n">${poll.items}</td><td class="n">${poll.newItems}</td></tr>`)}</tbody></table>`,
)}`
}</section>`;
}
