import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import { SERVICES, type Stage } from '@wirewatch/shared/pipeline.ts';
import type { ArticleLine } from '@wirewatch/shared/store/articles/list.ts';
import type { WorkerRow, WorkerState } from '@wirewatch/shared/store/operations/workers.ts';
import type { HitStory } from '@wirewatch/shared/store/sources/hit-stories.ts';
import type { Reading } from '../live/gauges.ts';
import { articleList } from './article-list.ts';
import { attentionBox } from './attention.ts';
import { type Html, html } from './html.ts';
import { lanesTable } from './lanes.ts';
import { number } from './parts.ts';
import { toldStories } from './told-stories.ts';

interface Overview {
  reading: Reading;
  newest: ArticleLine[];
  workers: Array<WorkerRow & { state: WorkerState }>;
  outcomes: Array<{ stage: Stage; outcome: Outcome; count: number }>;
  feeds: Array<{ status: string; count: number }>;
  attention: AttentionLine[];
  /** Null: they are being counted. */
  stories: readonly HitStory[] | null;
  now: number;
}

export function overviewView(overview: Overview): Html {
  const { reading, newest, now } = overview;
  return html`<h1 class="visually-hidden">Overview</h1>
<section aria-labelledby="stories-title">
<h2 id="stories-title">How many sources is this really?</h2>
<div id="stories" data-live>${toldStories(overview.stories)}</div>
</section>
<div id="figures" data-live>${figures(overview)}</div>
<section aria-labelledby="attention-title">
<h2 id="attention-title">Needs attention</h2>
<div id="attention" data-live>${attentionBox(overview.attention, now)}</div>
</section>
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

function figures({ outcomes, feeds, workers }: Overview): Html {
  const sum = (of: (row: Overview['outcomes'][number]) => boolean) =>
    outcomes.filter(of).reduce((total, row) => total + row.count, 0);
  const done = sum((row) => row.outcome === 'done');
  const quarantined = sum((row) => row.outcome === 'quarantined');
  const other = sum((row) => !['done', 'quarantined', 'passed', 'unchanged'].includes(row.outcome));
  const active = feeds.find((row) => row.status === 'active')?.count ?? 0;
  const all = feeds.reduce((total, row) => total + row.count, 0);
  const missing = SERVICES.filter((service) => !workers.some((row) => row.service === service && row.state === 'up'));
  return html`<dl class="figures">
<div><dt>done in 24 h</dt><dd><a href="/articles">${number(done)}</a></dd></div>
<div${quarantined > 0 ? html` class="bad"` : ''}><dt>quarantined in 24 h</dt><dd><a href="/quarantine">${number(quarantined)}</a></dd></div>
<div><dt>other outcomes in 24 h</dt><dd><a href="/pipeline#outcomes-title">${number(other)}</a></dd></div>
<div><dt>feeds active</dt><dd><a href="/feeds">${number(active)}</a><small> of ${number(all)}</small></dd></div>
<div${missing.length > 0 ? html` class="bad"` : ''}><dt>services up</dt><dd><a href="/pipeline#workers-title">${SERVICES.length - missing.length}</a><small> of ${SERVICES.length}${missing.length > 0 ? `; no ${missing.join(', ')}` : ''}</small></dd></div>
</dl>`;
}
