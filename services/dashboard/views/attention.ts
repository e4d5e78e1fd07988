import type { AttentionLine } from '@wirewatch/shared/attention/line.ts';
import { type Html, html } from './html.ts';
import { span } from './parts.ts';

/** The box of what needs a look; each line leads to where it is explained and mended. */
export function attentionBox(lines: readonly AttentionLine[], now: number): Html {
  if (lines.length === 0)
    return html`<p class="well"><strong>Nothing needs attention.</strong> Feeds, services, queues, disk and Redis are as they should be.</p>`;
  return html`<ul class="attention">${lines.map(
    (line) => html`<li class="${line.grave ? 'grave' : 'mild'}"><a href="${line.href}" dir="auto">${line.what}</a>
<small>${line.since === null ? '' : html`For ${span(now - line.since)}. `}${line.todo}</small></li>`,
  )}</ul>`;
}
