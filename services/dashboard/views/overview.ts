import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import { SERVICES, type Stage } from '@wirewatch/shared/pipeline.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { LargeGroup } from '@wirewatch/shared/store/copies/large-groups.ts';
import type { Reading } from '../live/gauges.ts';
import type { WorkerRow, WorkerState } from '../reads/workers.ts';
import { articleList } from './article-list.ts';
import { type Html, html } from './html.ts';
import { lanesTable } from './lanes.ts';
import { number } from './parts.ts';

interface Overview {
  reading: Reading;
  newest: ArticleLine[];
  workers: Array<WorkerRow & { state: WorkerState }>;
  endings: Array<{ stage: Stage; outcome: Outcome; count: number }>;
  feeds: Array<{ status: string; count: number }>;
  largeGroups: LargeGroup[];
  now: number;
}

export function overviewView(overview: Overview): Html {
  const { reading, newest, now } = overview;
  return html`<h1 class="visually-hidden">Overview</h1>
<div id="figures" data-live>${figures(overview)}</div>
${overview.largeGroups.map(largeGroupAlarm)}
<section aria-labelledby="queues-title">
<h2 id="queues-title">Queues</h2>
${reading.trouble === null ? '' : html`<p class="alarm" role="alert">The figures below are old: ${reading.trouble}</p>`}
<div id="lanes" data-live>${lanesTable(reading)}</div>
<p class="aside">Single jobs can be looked at in <a href="/queues">bull-board</a> (read-only).</p>
</section>
<section aria-labelledby="newest-title">
<h2 id="newest-title">Newest articles</h2>
<div id="newest" data-live>${articleList(newest, now)}</div>
<p class="aside"><a href="/articles">All articles</a></p>
</section>`;
}

function largeGroupAlarm({ group, articles }: LargeGroup): Html {
  return html`<p class="alarm" role="alert"><a href="/groups/${group}">A group of copies has ${number(articles)} articles</a>: a page that says the same to everybody?</p>`;
}

function figures({ endings, feeds, workers }: Overview): Html {
  const sum = (of: (row: Overview['endings'][number]) => boolean) =>
    endings.filter(of).reduce((total, row) => total + row.count, 0);
  const done = sum((row) => row.outcome === 'done');
  const quarantined = sum((row) => row.outcome === 'quarantined');
  const other = sum((row) => !['done', 'quarantined', 'passed', 'unchanged'].includes(row.outcome));
  const active = feeds.find((row) => row.status === 'active')?.count ?? 0;
  const all = feeds.reduce((total, row) => total + row.count, 0);
  const missing = SERVICES.filter((service) => !workers.some((row) => row.service === service && row.state === 'up'));
  return html`<dl class="figures">
<div><dt>done in 24 h</dt><dd>${number(done)}</dd></div>
<div${quarantined > 0 ? html` class="bad"` : ''}><dt>quarantined in 24 h</dt><dd>${number(quarantined)}</dd></div>
<div><dt>other endings in 24 h</dt><dd>${number(other)}</dd></div>
<div><dt>feeds active</dt><dd>${number(active)}<small> of ${number(all)}</small></dd></div>
<div${missing.length > 0 ? html` class="bad"` : ''}><dt>services up</dt><dd>${SERVICES.length - missing.length}<small> of ${SERVICES.length}${missing.length > 0 ? `; no ${missing.join(', ')}` : ''}</small></dd></div>
</dl>`;
}
