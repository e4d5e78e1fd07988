import type { NewsEvent } from '../reads/event.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { ago, number } from './parts.ts';

const SHOWN = 12;

/** One event, and who else wrote of it; nothing where only one text tells of it. */
export function eventView(event: NewsEvent | null, here: string | null, now: number): Html {
  if (event === null || event.tellings.length < 2) return html``;
  const { tellings, copies } = event;
  return html`<section aria-labelledby="event"><h2 id="event">One event, ${number(tellings.length)} independent texts, ${number(copies)} ${copies === 1 ? 'copy' : 'copies'}</h2>
<ul class="revisions">${tellings
    .slice(0, SHOWN)
    .map(
      ({ groupId, line, copies: own }) =>
        html`<li><span dir="auto"><b>${line.outlet}</b></span>: <a href="/articles/${line.id}" dir="auto"${langOf(line.language)}>${line.title ?? line.url}</a> ${ago(line.firstSeenAt, now)}${groupId === here ? ' (this one)' : ''}${own === 0 ? '' : html`, <a href="/groups/${groupId}">${number(own)} ${own === 1 ? 'copy' : 'copies'}</a>`}</li>`,
    )}</ul>${tellings.length > SHOWN ? html`<p class="aside">and ${number(tellings.length - SHOWN)} more</p>` : ''}</section>`;
}
