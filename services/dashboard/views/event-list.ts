import type { EventRole, NewsEvent } from '@wirewatch/shared/contracts/classify.ts';
import { codeLink } from './entity-link.ts';
import { type Html, html } from './html.ts';

/** What the article is about first; results from before there were parts stand between. */
const ORDER: Readonly<Record<EventRole, number>> = { main: 0, detail: 1, quoted: 2, background: 3 };
const WITHOUT_ROLE = 1;

/** Each event of an article with the sentence that tells it, by its part in the article, then by confidence. */
export function eventsOf(events: readonly NewsEvent[]): Html {
  const place = ({ role }: NewsEvent) => (role ? ORDER[role] : WITHOUT_ROLE);
  const sorted = [...events].sort((a, b) => place(a) - place(b) || b.confidence - a.confidence);
  return html`<ul class="events">${sorted.map(
    (event) =>
      html`<li>${partyOf(event.source, event.sourceRole)} <b><a href="/search?q=event:${event.plover}">${event.plover}</a></b> ${partyOf(event.target, event.targetRole)} <small>${[
        event.role,
        event.modality === 'happened' ? undefined : event.modality,
        event.date ?? undefined,
        `confidence ${event.confidence.toFixed(2)}`,
      ]
        .filter((word) => word !== undefined)
        .join(', ')}</small><br><q dir="auto">${event.sentence}</q></li>`,
  )}</ul>`;
}

/** Countries with the kind of actor; a side that the text does not name is a dash. */
function partyOf(countries: readonly string[], role: string | null): Html {
  if (countries.length === 0) return html`${role ?? '–'}`;
  const who = [...new Set(countries)].map((code, at) => html`${at === 0 ? '' : ', '}${codeLink(code)}`);
  return html`${who}${role && !countries.includes(role) ? ` (${role})` : ''}`;
}
