import type { changedInDryRun } from '@wirewatch/shared/store/journey/batches.ts';
import { compareTexts } from '../core/compare-texts.ts';
import type { Progress } from '../reads/batch-progress.ts';
import { queryOf, selectionWords } from '../reads/batch-selection.ts';
import { legend, markedText } from './compare.ts';
import { type Html, html } from './html.ts';
import { ago, empty, number, withQuery } from './parts.ts';
import { statusBadge } from './reprocess.ts';

type Example = Awaited<ReturnType<typeof changedInDryRun>>[number];

export function batchView(progress: Progress, examples: readonly Example[], now: number): Html {
  const { batch, done, changed, perSecond, endsAt } = progress;
  return html`<p class="back"><a href="/reprocess">← all batches</a></p>
<h1>${batch.dryRun ? 'Dry run' : 'Batch'} ${batch.id}</h1>
<p>${selectionWords(batch.selection)}; made by ${batch.who} ${ago(batch.createdAt, now)}</p>
<div id="progress" data-live>
<p>${statusBadge(batch.status)} <label for="bar">${number(done)} of ${number(batch.total)} done</label>, ${number(changed)} ${batch.dryRun ? 'would change' : 'changed'}${perSecond === null ? '' : html`, ${perSecond.toFixed(1)} a second`}${endsAt === null ? '' : html`, ends ${ago(endsAt, now)}`}</p>
<progress id="bar" max="${Math.max(1, batch.total)}" value="${done}"></progress>
<p class="buttons">${buttons(progress)}</p>
${batch.dryRun ? examplesOf(examples, batch.status) : ''}
</div>`;
}

function buttons({ batch, changed }: Progress): Html {
  const to = (verb: string, words: string, quiet = true) =>
    html`<a class="button${quiet ? ' quiet' : ''}" href="/reprocess/${batch.id}/${verb}">${words}</a> `;
  return html`${batch.status === 'running' ? html`${to('pause', 'Pause')}${to('cancel', 'Cancel')}` : ''}
${batch.status === 'paused' ? html`${to('resume', 'Resume', false)}${to('cancel', 'Cancel')}` : ''}
${batch.dryRun ? html`<a class="button" href="${withQuery('/reprocess/start', queryOf(batch.selection))}">Run it for real…</a>` : ''}
${!batch.dryRun && changed > 0 && (batch.status === 'done' || batch.status === 'cancelled') ? to('take-back', 'Take back') : ''}`;
}

function examplesOf(examples: readonly Example[], status: string): Html {
  if (examples.length === 0) return empty(status === 'done' ? 'Nothing would change.' : 'No change was found yet.');
  return html`<h2>What would change</h2>${legend()}
${examples.map((each) => html`<section class="example"><h3 dir="auto"><a href="/articles/${each.articleId}">${each.title ?? each.articleId}</a></h3>${fieldsOf(each)}</section>`)}`;
}

/** Field by field: words are compared as words, anything else is shown before and after. */
function fieldsOf({ before, after }: Example): Html {
  const [was, is] = [asFields(before), asFields(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const changed = names.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  return html`<dl class="facts">${changed.map((name) => html`<div><dt>${name}</dt><dd>${changeOf(was[name], is[name])}</dd></div>`)}</dl>`;
}

function changeOf(was: unknown, is: unknown): Html {
  const [before, after] = [written(was), written(is)];
  const found = compareTexts(before, after);
  return html`<div class="beside"><div class="text" dir="auto">${markedText(found.before)}</div><div class="text" dir="auto">${markedText(found.after)}</div></div>`;
}

function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

function asFields(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : { result: value };
}
