import type { WorkerState } from '@wirewatch/shared/store/operations/workers.ts';
import type { WorkerWithFacts } from '../reads/process-facts.ts';
import { type Html, html } from './html.ts';
import { ago, empty, percent, scroller } from './parts.ts';

const TONE: Record<WorkerState, string> = { up: 'good', stopped: 'waiting', lost: 'bad' };

/** Processes and how they are. */
export function workersTable(workers: readonly WorkerWithFacts[], now: number): Html {
  if (workers.length === 0) return empty('No worker was seen in the last day.', 'Start them: npx wirewatch up');
  return scroller(
    'Workers',
    html`<table class="rows"><thead><tr><th scope="col">service</th><th scope="col">state</th><th scope="col">host</th><th scope="col" class="n">process</th><th scope="col" class="n">memory</th><th scope="col" class="n">CPU since start</th><th scope="col">started</th><th scope="col">seen</th></tr></thead>
<tbody>${workers.map((row) => html`<tr><th scope="row">${row.service}</th><td data-label="state"><span class="badge ${TONE[row.state]}">${row.state}</span>${row.state === 'lost' ? html` <small>hangs or is gone</small>` : ''}</td><td data-label="host">${row.host}</td><td class="n" data-label="process">${row.pid}</td><td class="n" data-label="memory">${row.facts ? `${Math.round(row.facts.memoryBytes / 1e6)} MB` : '–'}</td><td class="n" data-label="CPU">${row.facts ? percent(row.facts.cpuShare) : '–'}</td><td data-label="started">${ago(row.startedAt, now)}</td><td data-label="seen">${ago(row.seenAt, now)}</td></tr>`)}</tbody></table>`,
  );
}
