import { stagePage } from '@wirewatch/shared/attention/line.ts';
import { PIPELINE } from '@wirewatch/shared/pipeline.ts';
import type { LaneGauge, Reading } from '../live/gauges.ts';
import { type Html, html } from './html.ts';
import { ago, number, scroller, span } from './parts.ts';
import { plot } from './plot.ts';

/** Live work that waits longer than this is worth a look: a hop takes milliseconds. */
const LATE_MS = 120_000;

/** The stages and lanes of a reading with depth, age of the oldest and rates. */
export function lanesTable(reading: Reading, withPolls = true): Html {
  return scroller(
    'Queues by stage and lane',
    html`<table class="lanes rows">
<thead><tr><th scope="col">stage</th><th scope="col">lane</th><th scope="col" class="n">depth</th><th scope="col">oldest</th><th scope="col" class="n">in/min</th><th scope="col" class="n">out/min</th><th scope="col">empty in</th><th scope="col">depth, last hour</th><th scope="col">out, last hour</th></tr></thead>
<tbody>${withPolls ? pollRow(reading) : ''}${reading.lanes.map((lane) => laneRow(lane, reading))}</tbody>
</table>`,
  );
}

function laneRow(lane: LaneGauge, reading: Reading): Html {
  const first = lane.lane === 'live';
  const page = stagePage(lane.stage);
  const paused = reading.jobs[lane.stage]?.paused ?? false;
  const late = first && lane.oldest !== null && reading.at - lane.oldest > LATE_MS;
  return html`<tr${first ? html` class="first"` : ''}>
${
  first
    ? html`<th scope="rowgroup" rowspan="2"><a href="${page}">${lane.stage}</a><br><small>${PIPELINE[lane.stage].service}</small>${paused ? html` <span class="badge bad">paused</span>` : ''}</th>`
    : ''
}
<th scope="row">${lane.lane}</th>
<td data-label="depth" class="n"><a href="${page}">${number(lane.depth)}</a></td>
<td data-label="oldest"${late ? html` class="late"` : ''}>${ago(lane.oldest, reading.at)}</td>
<td data-label="in/min" class="n"><a href="${page}#rates-title">${number(lane.in)}</a></td>
<td data-label="out/min" class="n"><a href="${page}#rates-title">${number(lane.out)}</a></td>
<td data-label="empty in">${emptyIn(lane)}</td>
<td data-label="depth, last hour">${plot(lane.depths, `${lane.stage} ${lane.lane} depth`)}</td>
<td data-label="out, last hour">${plot(lane.outs, `${lane.stage} ${lane.lane} out`)}</td>
</tr>`;
}

/** Polls of feeds: what waits here is a feed whose time has come. */
function pollRow({ polls, jobs, at }: Reading): Html {
  const { depth, oldest, active, delayed, failed, out, depths, outs } = polls;
  const paused = jobs.poll?.paused ?? false;
  return html`<tr class="first">
<th scope="row"><a href="/pipeline/poll">poll</a><br><small>fetcher</small>${paused ? html` <span class="badge bad">paused</span>` : ''}</th>
<th scope="row">feeds<br><small><a href="/feeds">${number(active)} active, ${number(delayed)} delayed</a>, <a href="/feeds?level=needs-attention">${number(failed)} failed</a></small></th>
<td data-label="depth" class="n"><a href="/pipeline/poll">${number(depth)}</a></td>
<td data-label="oldest"${oldest !== null && at - oldest > LATE_MS ? html` class="late"` : ''}>${ago(oldest, at)}</td>
<td data-label="in/min" class="n">–</td>
<td data-label="out/min" class="n"><a href="/pipeline/poll#rates-title">${number(out)}</a></td>
<td data-label="empty in">${depth === 0 ? 'empty' : '–'}</td>
<td data-label="depth, last hour">${plot(depths, 'poll depth')}</td>
<td data-label="out, last hour">${plot(outs, 'poll out')}</td>
</tr>`;
}

/** How long at the present rates until nothing waits. */
function emptyIn(lane: LaneGauge): string {
  if (lane.depth === 0) return 'empty';
  const shrinks = lane.out - (lane.in ?? 0);
  if (lane.in === null) return '–';
  return shrinks > 0 ? span((lane.depth / shrinks) * 60_000) : 'not shrinking';
}
