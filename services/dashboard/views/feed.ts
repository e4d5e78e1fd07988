import type { FeedFinding } from '@wirewatch/shared/feeds/feed-health.ts';
import type { FeedOutcome, PollRow } from '@wirewatch/shared/store/feeds/counts.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import type { Health } from '@wirewatch/shared/store/feeds/health.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { levelBadge } from './feeds.ts';
import { type Html, html } from './html.ts';
import { ago, empty, instant, number, outcomeBadge, percent, scroller, span } from './parts.ts';
import { plot } from './plot.ts';

interface FeedPage {
  feed: FeedRow;
  health: Health;
  outcomes: FeedOutcome[];
  polls: PollRow[];
  now: number;
}

export function feedView(page: FeedPage): Html {
  const { feed, health, now } = page;
  const outlet = hostOf(feed.url);
  return html`<h1 dir="auto">${feed.title ?? redactUrl(feed.url)}</h1>
<p class="buttons">${feed.status === 'active' ? html`<a class="button" href="/feeds/${feed.id}/poll">Poll now</a> <a class="button quiet" href="/feeds/${feed.id}/pause">Pause</a>` : html`<a class="button" href="/feeds/${feed.id}/resume">Resume</a>`}
<a class="button quiet" href="/feeds/${feed.id}/remove">Stop watching</a></p>
<form method="post" action="/feeds/${feed.id}/check"><button class="quiet">Check</button> <small>asks the server once, tells step by step what would happen, stores nothing</small></form>
<div id="feed" data-live>
${health.findings.length > 0 ? health.findings.map((each) => finding(each, now)) : html`<p>${levelBadge(health.level)}</p>`}
${feed.warning ? html`<p class="alarm mild" dir="auto">${feed.warning}</p>` : ''}
<dl class="facts narrow">
<div><dt>address</dt><dd class="url">${redactUrl(feed.url)}</dd></div>
<div><dt>outlet</dt><dd><a href="/outlets/${encodeURIComponent(outlet)}">${outlet}</a></dd></div>
<div><dt>usual rhythm</dt><dd>${health.usualSeconds === null ? 'not known yet' : `an entry every ${span(health.usualSeconds * 1000)}`}${health.silentSeconds === null ? '' : `; the last ${span(health.silentSeconds * 1000)} ago`}</dd></div>
<div><dt>last success</dt><dd>${feed.lastSuccessAt === null && feed.lastPolledAt !== null ? 'never' : ago(feed.lastSuccessAt, now)}</dd></div>
<div><dt>last poll</dt><dd>${feed.lastPolledAt === null ? 'not polled yet' : ago(feed.lastPolledAt, now)}</dd></div>
<div><dt>next poll</dt><dd>${feed.status === 'active' ? ago(feed.nextPollAt, now) : 'none'} <small>${feed.pollReason}</small></dd></div>
${feed.lastError ? html`<div><dt>last error</dt><dd dir="auto">${feed.lastError}</dd></div>` : ''}
<div><dt>articles in 7 days</dt><dd>${number(health.articles)}, ${percent(health.extractionRate)} with a text, ${percent(health.copiesShare)} copies</dd></div>
</dl></div>
<section aria-labelledby="outcomes"><h2 id="outcomes">What became of its articles <small>of the last 7 days</small></h2>
<div id="feed-outcomes" data-live>${outcomesTable(page.outcomes, now)}</div></section>
<section aria-labelledby="polls"><h2 id="polls">Polls</h2>
<div id="feed-polls" data-live>${pollsTable(page.polls)}</div></section>`;
}

function finding({ level, reason, since, todo }: FeedFinding, now: number): Html {
  return html`<div class="alarm${todo === null ? ' mild' : ''}"><p>${levelBadge(level)} <span dir="auto">${reason}</span>${since === null ? '' : html` <small>since ${ago(Date.parse(since), now)}</small>`}</p>
${todo === null ? '' : html`<p class="todo">${todo}</p>`}</div>`;
}

function outcomesTable(outcomes: readonly FeedOutcome[], now: number): Html {
  if (outcomes.length === 0) return empty('It announced nothing in this time.');
  return scroller(
    'What became of its articles',
    html`<table class="rows"><thead><tr><th scope="col">outcome</th><th scope="col" class="n">articles</th><th scope="col">for example</th><th scope="col">because</th><th scope="col">newest</th></tr></thead>
<tbody>${outcomes.map(
      (
        row,
      ) => html`<tr><th scope="row">${outcomeBadge(row.outcome)}</th><td class="n" data-label="articles">${number(row.count)}</td>
<td class="wide" data-label="for example"><a href="/articles/${row.example}" dir="auto">${row.title ?? 'an article'}</a></td><td class="wide" data-label="because" dir="auto">${row.reason ?? '–'}</td><td data-label="newest">${ago(row.newest, now)}</td></tr>`,
    )}</tbody></table>`,
  );
}

function pollsTable(polls: readonly PollRow[]): Html {
  if (polls.length === 0) return empty('Not polled yet.');
  return html`<p>${plot(
    polls.map((poll) => poll.newItems).reverse(),
    'new entries a poll',
  )} <small>new entries a poll, oldest left</small></p>
${scroller(
  'Polls',
  html`<table class="rows"><thead><tr><th scope="col">when</th><th scope="col">outcome</th><th scope="col">reason</th><th scope="col" class="n">status</th><th scope="col" class="n">bytes</th><th scope="col" class="n">ms</th><th scope="col" class="n">entries</th><th scope="col" class="n">new</th></tr></thead>
<tbody>${polls.map((poll) => html`<tr><th scope="row">${instant(poll.at)}</th><td data-label="outcome">${poll.outcome}</td><td class="wide" data-label="reason" dir="auto">${poll.reason}</td><td class="n" data-label="status">${poll.status ?? '–'}</td><td class="n" data-label="bytes">${number(poll.bytes)}</td><td class="n" data-label="ms">${number(poll.ms)}</td><td class="n" data-label="entries">${poll.items}</td><td class="n" data-label="new">${poll.newItems}</td></tr>`)}</tbody></table>`,
)}`;
}
