import type { DiskFacts } from '@wirewatch/shared/attention/disk.ts';
import { OUTCOMES, type Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import type { QueueName, Stage } from '@wirewatch/shared/pipeline.ts';
import type { RedisFacts } from '@wirewatch/shared/queue/redis-facts.ts';
import type { Reading } from '../live/gauges.ts';
import type { WorkerWithFacts } from '../reads/process-facts.ts';
import type { listPutOff } from '../reads/waiting.ts';
import { type Html, html } from './html.ts';
import { lanesTable } from './lanes.ts';
import { ago, empty, number, outcomeBadge, scroller, span } from './parts.ts';
import { plot } from './plot.ts';
import { workersTable } from './workers.ts';

interface Pipeline {
  reading: Reading;
  names: readonly QueueName[];
  workers: WorkerWithFacts[];
  perHour: Array<{ stage: Stage; counts: number[] }>;
  redis: RedisFacts | null;
  putOff: Array<{ stage: Stage; rows: Awaited<ReturnType<typeof listPutOff>> }>;
  outcomes: Array<{ stage: Stage; outcome: Outcome; count: number }>;
  disks: DiskFacts[];
  leastFreeBytes: number;
  now: number;
}

export function pipelineView(page: Pipeline): Html {
  const { reading } = page;
  return html`<h1>Pipeline</h1>
${reading.trouble === null ? '' : html`<p class="alarm" role="alert">The figures below are old: ${reading.trouble}</p>`}
<div id="lanes" data-live>${lanesTable(reading)}</div>
<section aria-labelledby="jobs-title"><h2 id="jobs-title">Jobs in Redis</h2>
<div id="jobs" data-live>${jobsTable(page)}</div>
<p class="aside">Redis is the engine; the depths above are the database's truth. Single jobs: <a href="/queues">bull-board</a>.</p></section>
<section aria-labelledby="drain-title"><h2 id="drain-title">Drain</h2>
<p class="aside">Sets what waits aside in quarantine, from where it can be sent on again.</p>
<p class="buttons">${reading.lanes.filter((lane) => lane.depth > 0).map((lane) => html`<a class="button quiet" href="/pipeline/${lane.stage}/${lane.lane}/drain">${lane.stage}, ${lane.lane}: ${number(lane.depth)}</a> `)}${reading.lanes.every((lane) => lane.depth === 0) ? empty('Nothing waits.') : ''}</p></section>
${putOffSection(page)}
<section aria-labelledby="workers-title"><h2 id="workers-title">Workers</h2><div id="workers" data-live>${workersTable(page.workers, page.now)}</div></section>
<section aria-labelledby="outcomes-title"><h2 id="outcomes-title">How articles ended in 24 h</h2><div id="outcomes" data-live>${outcomesTable(page)}</div></section>
<section aria-labelledby="redis-title" id="machine"><h2 id="redis-title">Redis and disks</h2>${redisFacts(page.redis)}${disksTable(page)}</section>`;
}

function jobsTable({ reading, names, perHour }: Pipeline): Html {
  return scroller(
    'Jobs in Redis',
    html`<table class="rows"><thead><tr><th scope="col">queue</th><th scope="col" class="n">live</th><th scope="col" class="n">batch</th><th scope="col" class="n">active</th><th scope="col" class="n">delayed</th><th scope="col" class="n">failed</th><th scope="col">done an hour, last day</th><th scope="col"></th></tr></thead>
<tbody>${names.map((name) => {
      const jobs = reading.jobs[name];
      const day = perHour.find((each) => each.stage === name);
      return html`<tr><th scope="row"><a href="/pipeline/${name}">${name}</a>${jobs?.paused ? html` <span class="badge bad">paused</span>` : ''}</th>
<td class="n" data-label="live">${number(jobs?.live ?? null)}</td><td class="n" data-label="batch">${number(jobs?.batch ?? null)}</td><td class="n" data-label="active">${number(jobs?.active ?? null)}</td><td class="n" data-label="delayed">${number(jobs?.delayed ?? null)}</td><td class="n" data-label="failed">${number(jobs?.failed ?? null)}</td>
<td data-label="done an hour">${day ? plot(day.counts, `${name} done an hour`) : ''}</td>
<td><a href="/pipeline/${name}/${jobs?.paused ? 'resume' : 'pause'}">${jobs?.paused ? 'resume' : 'pause'} ${name}</a></td></tr>`;
    })}</tbody></table>`,
  );
}

function putOffSection({ putOff, now }: Pipeline): Html {
  const some = putOff.filter((each) => each.rows.length > 0);
  if (some.length === 0) return html``;
  return html`<section aria-labelledby="put-off"><h2 id="put-off">Put off</h2>
${some.map(
  ({
    stage,
    rows,
  }) => html`<h3>${stage}</h3><p><a class="button quiet" href="/pipeline/${stage}/retry-now">Try them now</a></p>
${scroller(
  `Put off in ${stage}`,
  html`<table class="rows"><thead><tr><th scope="col">article</th><th scope="col">again</th><th scope="col">because</th></tr></thead><tbody>${rows.map((row) => html`<tr><th scope="row" class="wide"><a href="/articles/${row.id}">${row.url}</a></th><td data-label="again">${ago(row.notBefore, now)}</td><td class="wide" data-label="because" dir="auto">${row.lastError}</td></tr>`)}</tbody></table>`,
)}`,
)}</section>`;
}

function outcomesTable({ outcomes }: Pipeline): Html {
  if (outcomes.length === 0) return empty('Nothing has ended in this time.');
  return scroller(
    'Outcomes',
    html`<table class="rows"><thead><tr><th scope="col">stage</th><th scope="col">outcome</th><th scope="col" class="n">articles</th></tr></thead>
<tbody>${outcomes.map((row) => html`<tr><th scope="row"><a href="/pipeline/${row.stage}">${row.stage}</a></th><td data-label="outcome">${outcomeBadge(row.outcome)} <small>${OUTCOMES[row.outcome]}</small></td><td class="n" data-label="articles">${number(row.count)}</td></tr>`)}</tbody></table>`,
  );
}

function redisFacts(redis: RedisFacts | null): Html {
  if (redis === null)
    return html`<p class="alarm">Redis does not answer. Workers wait for it; the database holds what is to be done.</p>`;
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return html`<dl class="inline"><div><dt>version</dt><dd>${redis.version}</dd></div>
<div><dt>memory</dt><dd>${megabytes(redis.memoryBytes)}${redis.limitBytes > 0 ? ` of ${megabytes(redis.limitBytes)}` : ', no limit'}</dd></div>
<div><dt>policy</dt><dd>${redis.policy}${redis.policy === 'noeviction' ? '' : html` <span class="badge bad">must be noeviction</span>`}</dd></div>
<div><dt>up for</dt><dd>${span(redis.upSeconds * 1000)}</dd></div></dl>`;
}

function disksTable({ disks, leastFreeBytes }: Pipeline): Html {
  return html`<dl class="inline">${disks.map(
    ({ path, freeBytes }) =>
      html`<div><dt class="url">${path}</dt><dd>${(freeBytes / 1e9).toFixed(1)} GB free${freeBytes < leastFreeBytes ? html` <span class="badge bad">nearly full</span>` : ''}</dd></div>`,
  )}</dl>`;
}
