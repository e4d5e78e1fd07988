import type { QueueName, Service } from '@wirewatch/shared/pipeline.ts';
import type { journeyOf } from '@wirewatch/shared/store/journey/status.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import type { Reading } from '../live/gauges.ts';
import type { LogLine } from '../reads/log-tail.ts';
import type { PolledFeed } from '../reads/polling.ts';
import type { WorkerWithFacts } from '../reads/process-facts.ts';
import type { SlowArticle, StageArticle, StageHour } from '../reads/stage.ts';
import type { listPutOff } from '../reads/waiting.ts';
import { chart } from './chart.ts';
import { type Html, html } from './html.ts';
import { lanesTable } from './lanes.ts';
import { ago, empty, instant, number, outcomeBadge, scroller, span } from './parts.ts';
import { workersTable } from './workers.ts';

type Journey = { id: string; url: string; steps: Awaited<ReturnType<typeof journeyOf>> };

interface StagePage {
  name: QueueName;
  service: Service;
  reading: Reading;
  workers: WorkerWithFacts[];
  /** Null: this machine has no log of the service. */
  log: LogLine[] | null;
  articles: {
    held: StageArticle[];
    oldest: StageArticle[];
    slow: SlowArticle[];
    putOff: Awaited<ReturnType<typeof listPutOff>>;
    hours: StageHour[];
    oldestJourney: Journey | null;
    slowestJourney: Journey | null;
  } | null;
  feeds: { held: PolledFeed[]; due: PolledFeed[] } | null;
  now: number;
}

/** Everything that says why a stage stands still, from the nearest cause to the farthest. */
export function stageView(page: StagePage): Html {
  const { name, reading, now } = page;
  const paused = reading.jobs[name]?.paused ?? false;
  const lanes = reading.lanes.filter((lane) => lane.stage === name);
  return html`<p class="back"><a href="/pipeline">← Pipeline</a></p>
<h1>${name} <small>${page.service}</small></h1>
${paused ? html`<p class="alarm"><span class="badge bad">paused</span> Nothing of it is begun until it is resumed.</p>` : ''}
<p class="buttons"><a class="button" href="/pipeline/${name}/${paused ? 'resume' : 'pause'}">${paused ? 'Resume' : 'Pause'}</a>
${page.articles && page.articles.putOff.length > 0 ? html`<a class="button quiet" href="/pipeline/${name}/retry-now">Try now what was put off</a>` : ''}
${lanes.filter((lane) => lane.depth > 0).map((lane) => html`<a class="button quiet" href="/pipeline/${lane.stage}/${lane.lane}/drain">Drain ${lane.lane}: ${number(lane.depth)}</a> `)}</p>
<div id="lanes" data-live>${lanesTable({ ...reading, lanes }, name === 'poll')}</div>
<section aria-labelledby="workers-title"><h2 id="workers-title">Its workers</h2><div id="workers" data-live>${workersTable(page.workers, now)}</div></section>
<section aria-labelledby="log-title"><h2 id="log-title">What they said last</h2><div id="log" data-live>${logLines(page)}</div></section>
${page.articles ? ofArticles(page.articles, now) : ''}
${page.feeds ? ofFeeds(page.feeds, now) : ''}`;
}

function logLines({ log, service, now }: StagePage): Html {
  if (log === null)
    return empty('Its log is not on this machine.', 'Look where it runs: log/ of the data folder, or its container.');
  if (log.length === 0) return empty('It has said nothing yet.');
  return html`<ol class="log" aria-label="Log of ${service}, newest first">${log.map(
    (line) =>
      html`<li class="${line.level}"><small>${ago(line.at, now)}${line.pid === null ? '' : `, process ${line.pid}`}</small> <span class="badge ${line.level === 'error' ? 'bad' : line.level === 'warn' ? 'odd' : 'waiting'}">${line.level}</span> <span dir="auto">${line.said}</span>${line.stack === null ? '' : html`<pre>${line.stack}</pre>`}</li>`,
  )}</ol>`;
}

function ofArticles(found: NonNullable<StagePage['articles']>, now: number): Html {
  return html`<section aria-labelledby="held-title"><h2 id="held-title">In a worker's hand</h2><div id="held" data-live>${articlesTable('In hand', found.held, now)}</div></section>
<section aria-labelledby="oldest-title"><h2 id="oldest-title">Waits longest</h2><div id="oldest" data-live>${articlesTable('Waits longest', found.oldest, now)}${journey(found.oldestJourney)}</div></section>
${found.putOff.length === 0 ? '' : html`<section aria-labelledby="put-off"><h2 id="put-off">Put off</h2>${scroller('Put off', html`<table class="rows"><thead><tr><th scope="col">article</th><th scope="col">again</th><th scope="col">because</th></tr></thead><tbody>${found.putOff.map((row) => html`<tr><th scope="row" class="wide"><a href="/articles/${row.id}">${row.url}</a></th><td data-label="again">${ago(row.notBefore, now)}</td><td class="wide" data-label="because" dir="auto">${row.lastError}</td></tr>`)}</tbody></table>`)}</section>`}
<section aria-labelledby="slow-title"><h2 id="slow-title">Slowest in 24 h</h2>${slowTable(found.slow, now)}${journey(found.slowestJourney)}</section>
<section aria-labelledby="rates-title"><h2 id="rates-title">Rates and ages</h2><div class="charts">${charts(found.hours)}</div></section>`;
}

function articlesTable(label: string, rows: readonly StageArticle[], now: number): Html {
  if (rows.length === 0) return empty('None.');
  return scroller(
    label,
    html`<table class="rows"><thead><tr><th scope="col">article</th><th scope="col">lane</th><th scope="col">waits since</th><th scope="col">held by</th><th scope="col" class="n">tries</th><th scope="col">last try</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" class="wide"><a href="/articles/${row.id}">${row.url}</a></th><td data-label="lane">${row.lane}</td><td data-label="waits since">${ago(row.waitingSince, now)}</td><td data-label="held by">${holder(row, now)}</td><td class="n" data-label="tries">${number(row.attempts)}</td><td class="wide" data-label="last try" dir="auto">${row.lastError ?? '–'}</td></tr>`)}</tbody></table>`,
  );
}

/** A lease that ran out is of a worker that died: another takes over. */
function holder({ holder: who, leaseUntil }: Pick<StageArticle, 'holder' | 'leaseUntil'>, now: number): Html {
  if (who === null || leaseUntil === null) return html`nobody`;
  return leaseUntil > now
    ? html`<code>${who}</code>`
    : html`<code>${who}</code> <small>its right ran out ${ago(leaseUntil, now)}: another takes over</small>`;
}

function slowTable(rows: readonly SlowArticle[], now: number): Html {
  if (rows.length === 0) return empty('Nothing has ended in this time.');
  return scroller(
    'Slowest',
    html`<table class="rows"><thead><tr><th scope="col">article</th><th scope="col" class="n">worked</th><th scope="col" class="n">waited</th><th scope="col">outcome</th><th scope="col">when</th><th scope="col">by</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" class="wide"><a href="/articles/${row.id}">${row.url}</a></th><td class="n" data-label="worked">${fine(row.workedMs)}</td><td class="n" data-label="waited">${fine(row.waitedMs)}</td><td data-label="outcome">${outcomeBadge(row.outcome)}</td><td data-label="when">${ago(row.at, now)}</td><td data-label="by"><code>${row.worker}</code></td></tr>`)}</tbody></table>`,
  );
}

function journey(found: Journey | null): Html {
  if (found === null || found.steps.length === 0) return html``;
  return html`<details><summary>The journey of the first of them</summary><p class="url"><a href="/articles/${found.id}">${found.url}</a></p>
<ol>${found.steps.map((step) => html`<li>${instant(Date.parse(step.at))}: <b>${step.stage}</b> ${outcomeBadge(step.outcome)} <span dir="auto">${step.reason}</span> <small>waited ${fine(step.waitedMs)}, worked ${fine(step.workedMs)}, <code>${step.worker}</code></small></li>`)}</ol></details>`;
}

const DAY_HOURS = 24;

function charts(hours: readonly StageHour[]): Html[] {
  const spans = [
    { words: 'last 24 h', from: '24 h ago', of: hours.slice(-DAY_HOURS) },
    { words: 'last 7 days', from: '7 days ago', of: hours },
  ];
  return spans.flatMap(({ words, from, of }) => [
    chart({
      label: `ended an hour, ${words}`,
      values: of.map((row) => row.ended),
      from,
      to: 'now',
      inWords: (value) => number(Math.round(value)),
    }),
    chart({
      label: `waited for it, mean of an hour, ${words}`,
      values: of.map((row) => row.waitedMs),
      from,
      to: 'now',
      inWords: fine,
    }),
    chart({
      label: `worked on, mean of an hour, ${words}`,
      values: of.map((row) => row.workedMs),
      from,
      to: 'now',
      inWords: fine,
    }),
  ]);
}

function fine(ms: number): string {
  return ms < 10_000 ? `${Math.round(ms)} ms` : span(ms);
}

function ofFeeds({ held, due }: NonNullable<StagePage['feeds']>, now: number): Html {
  const table = (label: string, rows: readonly PolledFeed[]) =>
    rows.length === 0
      ? empty('None.')
      : scroller(
          label,
          html`<table class="rows"><thead><tr><th scope="col">feed</th><th scope="col">due</th><th scope="col">held by</th><th scope="col">last error</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row" class="wide"><a href="/feeds/${row.id}" dir="auto">${row.title ?? redactUrl(row.url)}</a></th><td data-label="due">${ago(row.nextPollAt, now)}</td><td data-label="held by">${holder(row, now)}</td><td class="wide" data-label="last error" dir="auto">${row.lastError ?? '–'}</td></tr>`)}</tbody></table>`,
        );
  return html`<section aria-labelledby="held-title"><h2 id="held-title">Polled now</h2><div id="held" data-live>${table('Polled now', held)}</div></section>
<section aria-labelledby="oldest-title"><h2 id="oldest-title">Due for longest</h2><div id="oldest" data-live>${table('Due for longest', due)}</div></section>
<p class="aside"><a href="/feeds?level=needs-attention">Feeds that need a look</a></p>`;
}
