import { PIPELINE } from '@wirewatch/shared/pipeline.ts';
import type { LaneGauge, Reading } from '../live/gauges.ts';
import { type Html, html } from './html.ts';
import { ago, number, scroller, span } from './parts.ts';
import { plot } from './plot.ts';

/** Live work that waits longer than this is worth a look: a hop takes milliseconds. */
const LATE_MS = 120_000;

/** Every stage and lane with depth, age of the oldest and rates. */
export function lanesTable(reading: Reading): Html {
  return scroller(
    'Queues by stage and lane',
    html`<table class="lanes">
<thead><tr><th scope="col">stage</th><th scope="col">lane</th><th scope="col" class="n">depth</th><th scope="col">oldest</th><th scope="col" class="n">in/min</th><th scope="col" class="n">out/min</th><th scope="col">empty in</th><th scope="col">depth, last hour</th><th scope="col">out, last hour</th></tr></thead>
<tbody>${pollRow(reading)}${reading.lanes.map((lane) => laneRow(lane, reading))}</tbody>
</table>`,
  );
}

function laneRow(lane: LaneGauge, reading: Reading): Html {
  const first = lane.lane === 'live';
  const paused = reading.jobs[lane.stage]?.paused ?? false;
  const late = first && lane.oldest !== null && reading.at - lane.oldest > LATE_MS;
  return html`<tr${first ? html` class="first"` : ''}>
${
  first
    ? html`<th scope="rowgroup" rowspan="2">${lane.stage}<br><small>${PIPELINE[lane.stage].service}</small>${paused ? html` <span class="badge bad">paused</span>` : ''}</th>`
    : ''
}
<th scope="row">${lane.lane}</th>
<td class="n">${number(lane.depth)}</td>
<td${late ? html` class="late"` : ''}>${ago(lane.oldest, reading.at)}</td>
<td class="n">${number(lane.in)}</td>
<td class="n">${number(lane.out)}</td>
<td>${emptyIn(lane)}</td>
<td>${plot(lane.depths, `${lane.stage} ${lane.lane} depth`)}</td>
<td>${plot(lane.outs, `${lane.stage} ${lane.lane} out`)}</td>
</tr>`;
}

/** Polls of feeds: what waits here is a feed whose time has come. */
function pollRow({ polls, jobs, at }: Reading): Html {
  const { depth, oldest, active, delayed, failed, out, depths, outs } = polls;
  const paused = jobs.poll?.paused ?? false;
  return html`<tr class="first">
<th scope="row">poll<br><small>fetcher</small>${paused ? html` <span class="badge bad">paused</span>` : ''}</th>
<th scope="row">feeds<br><small>${number(active)} active, ${number(delayed)} delayed, ${number(failed)} failed</small></th>
<td class="n">${number(depth)}</td>
<td${oldest !== null && at - oldest > LATE_MS ? html` class="late"` : ''}>${ago(oldest, at)}</td>
<td class="n">–</td>
<td class="n">${number(out)}</td>
<td>${depth === 0 ? 'empty' : '–'}</td>
<td>${plot(depths, 'poll depth')}</td>
<td>${plot(outs, 'poll out')}</td>
</tr>`;
}

/** How long at the present rates until nothing waits. */
function emptyIn(lane: LaneGauge): string {
  if (lane.depth === 0) return 'empty';
  const shrinks = lane.out - (lane.in ?? 0);
  if (lane.in === null) return '–';
  return shrinks > 0 ? span((lane.depth / shrinks) * 60_000) : 'not shrinking';
}
