import { ReprocessStage } from '@wirewatch/shared/pipeline.ts';
import type { ScheduleRow } from '@wirewatch/shared/store/operations/schedules.ts';
import type { Progress } from '../reads/batch-progress.ts';
import { selectionWords } from '../reads/batch-selection.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, scroller } from './parts.ts';

export function reprocessView(batches: readonly Progress[], schedules: readonly ScheduleRow[], now: number): Html {
  return html`<h1>Reprocess</h1>
<p class="aside">Does articles again from what is stored, in the batch lane: live work goes first. A dry run changes nothing and shows what would change.</p>
<form method="get" action="/reprocess/start" class="stack">
<label for="from">From the stage</label>
<select id="from" name="from">${ReprocessStage.options.map((stage) => html`<option>${stage}</option>`)}</select>
<label><input type="checkbox" name="stale" value="true" checked> only what another version made</label>
<label for="since">Seen since <small>UTC; may be left empty</small></label><input id="since" name="since" type="datetime-local">
<label for="until">Seen before <small>UTC; may be left empty</small></label><input id="until" name="until" type="datetime-local">
<label for="outlet">Outlets <small>their hosts, with a space between; empty: all</small></label><input id="outlet" name="outlet">
<p class="buttons"><button formaction="/reprocess/dry-run" formmethod="post">Dry run</button> <button class="quiet">For real…</button></p>
</form>
<section aria-labelledby="batches-title"><h2 id="batches-title">Batches</h2><div id="batches" data-live>${batchTable(batches, now)}</div></section>
<section aria-labelledby="schedules-title"><h2 id="schedules-title">Schedules</h2>${scheduleTable(schedules, now)}${scheduleForm()}</section>`;
}

function batchTable(batches: readonly Progress[], now: number): Html {
  if (batches.length === 0) return empty('Nothing was reprocessed yet.');
  return scroller(
    'Batches',
    html`<table class="rows"><thead><tr><th scope="col">batch</th><th scope="col">state</th><th scope="col">what</th><th scope="col">done</th><th scope="col" class="n">changed</th><th scope="col">ends</th><th scope="col">made</th><th scope="col">who</th></tr></thead>
<tbody>${batches.map(
      ({ batch, done, changed, endsAt }) =>
        html`<tr><th scope="row"><a href="/reprocess/${batch.id}">${batch.id}</a></th><td data-label="state">${statusBadge(batch.status)}${batch.dryRun ? ' dry run' : ''}</td><td class="wide" data-label="what">${selectionWords(batch.selection)}</td><td data-label="done">${number(done)} of ${number(batch.total)}</td><td class="n" data-label="changed">${number(changed)}</td><td data-label="ends">${endsAt === null ? '–' : ago(endsAt, now)}</td><td data-label="made">${ago(batch.createdAt, now)}</td><td data-label="who">${batch.who}</td></tr>`,
    )}</tbody></table>`,
  );
}

export function statusBadge(status: string): Html {
  const tone = status === 'done' ? 'good' : status === 'running' ? 'odd' : 'waiting';
  return html`<span class="badge ${tone}">${status}</span>`;
}

function scheduleTable(schedules: readonly ScheduleRow[], now: number): Html {
  if (schedules.length === 0) return empty('Nothing is scheduled.');
  return scroller(
    'Schedules',
    html`<table class="rows"><thead><tr><th scope="col">when</th><th scope="col">what</th><th scope="col">next</th><th scope="col">last</th><th scope="col">result</th><th scope="col"></th></tr></thead>
<tbody>${schedules.map(
      (row) =>
        html`<tr><th scope="row"><code>${row.cron}</code> <small>${row.timezone}</small></th><td data-label="what">${actionWords(row)}</td><td data-label="next">${ago(row.nextAt, now)}</td><td data-label="last">${ago(row.lastAt, now)}</td><td class="wide" data-label="result">${row.lastResult}</td><td><a href="/schedules/${row.id}/remove" aria-label="remove ${row.cron}">remove</a></td></tr>`,
    )}</tbody></table>`,
  );
}

function actionWords({ action }: ScheduleRow): string {
  if (action.kind === 'reprocess') return `reprocess from ${action.from}${action.stale ? ', stale only' : ''}`;
  return action.kind === 'export' ? `export to ${action.folder}` : 'retention';
}

/** What a schedule's form says. */
interface TypedSchedule {
  cron: string;
  timezone: string;
  what: string;
  stale: boolean;
}

/** Why a schedule cannot be kept, and the form with what was typed. */
export function scheduleAgainView(typed: TypedSchedule, said: string): Html {
  return html`<p class="back"><a href="/reprocess">← Reprocess</a></p><h1>Add a schedule</h1>
<p class="alarm" role="alert" dir="auto">${said}</p>${scheduleForm(typed)}`;
}

function scheduleForm(typed: TypedSchedule = { cron: '', timezone: 'UTC', what: '', stale: true }): Html {
  return html`<h3>Add a schedule</h3>
<form method="post" action="/schedules" class="stack">
<label for="cron">When <small>minute hour day-of-month month day-of-week</small></label><input id="cron" name="cron" required value="${typed.cron}" placeholder="30 3 * * 1">
<label for="timezone">Time zone</label><input id="timezone" name="timezone" value="${typed.timezone}">
<label for="what">What</label><select id="what" name="what">${ReprocessStage.options.map((stage) => html`<option value="${stage}"${stage === typed.what ? html` selected` : ''}>reprocess from ${stage}</option>`)}<option value="retention"${typed.what === 'retention' ? html` selected` : ''}>retention</option></select>
<label><input type="checkbox" name="stale" value="true"${typed.stale ? html` checked` : ''}> only what another version made</label>
<button>Add the schedule</button>
</form>`;
}
