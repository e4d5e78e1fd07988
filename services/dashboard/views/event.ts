import type { NewsEvent } from '../reads/event.ts';
import { type Html, html } from './html.ts';
import { langOf } from './lang.ts';
import { ago, number } from './parts.ts';

/** One event, and who else wrote of it; nothing where only one text tells of it. */
export function eventView(event: NewsEvent | null, here: string | null, now: number): Html {
  if (event === null || event.texts < 2) return html``;
  const { texts, tellings, copies } = event;
  return html`<section aria-labelledby="event"><h2 id="event">One event, ${number(texts)} independent texts, ${number(copies)} ${copies === 1 ? 'copy' : 'copies'}</h2>
<ul class="revisions">${tellings.map(
    ({ groupId, line, copies: own }) =>
      html`<li><span dir="auto"><b>${line.outlet}</b></span>: <a href="/articles/${line.id}" dir="auto"${langOf(line.language)}>${line.title ?? line.url}</a> ${ago(line.firstSeenAt, now)}${groupId === here ? ' (this one)' : ''}${own === 0 ? '' : html`, <a href="/groups/${groupId}">${number(own)} ${own === 1 ? 'copy' : 'copies'}</a>`}</li>`,
  )}</ul>${texts > tellings.length ? html`<p class="aside">and ${number(texts - tellings.length)} more</p>` : ''}</section>`;
}
