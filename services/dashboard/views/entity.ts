import { counted } from '@wirewatch/shared/sources/words.ts';
import type { Met, TimedEvent } from '../core/entity-events.ts';
import { nameOfCode } from '../core/names.ts';
import type { EntityFound } from '../reads/entity.ts';
import { countryLink, entityPath } from './entity-link.ts';
import { type Html, html } from './html.ts';
import { empty, scroller, withQuery } from './parts.ts';
import { tallyView } from './survey.ts';
import { volumeView } from './volume.ts';

/** Events that are listed; the search has all. */
const MOST = 100;

/** One country or name: how much is told of it, who met whom, what happened when, who is named with it. */
export function entityView(found: EntityFound): Html {
  const { subject, query, survey, events, met, namedWith, type, office, country } = found;
  const title = titleOf(found);
  const about = [type, office, country === null ? null : nameOfCode('country', country)].filter(
    (word) => word !== null,
  );
  return html`<h1 dir="auto">${title}</h1>
<p class="meta">${subject.kind === 'country' ? html`<span>country</span>` : about.map((word) => html`<span dir="auto">${word}</span> `)} <a href="${withQuery('/search', { q: query })}">all articles</a> <a href="${withQuery('/sources', { q: query })}">which sources</a> <a href="${withQuery('/watches', { query })}#another">save as watch</a></p>
${tallyView(survey.count, survey.cut)}${volumeView(survey.volume)}
<section aria-labelledby="met"><h2 id="met">Who met whom</h2>${met.length === 0 ? empty('No event with another.', 'Events are what the classifier reads in sentences.') : metTable(found, met)}</section>
<section aria-labelledby="events"><h2 id="events">Events, the newest first</h2>${events.length === 0 ? empty('No event.') : html`<ol class="events">${events.slice(0, MOST).map(eventItem)}</ol>`}${events.length > MOST ? html`<p class="aside">${events.length - MOST} older ones are not listed.</p>` : ''}</section>
<section aria-labelledby="named"><h2 id="named">Named with</h2>${namedWith.length === 0 ? empty('Nobody.') : html`<ul class="values">${namedWith.map((other) => html`<li><a href="${entityPath(other.name)}" dir="auto">${other.name}</a> <small>${other.type}, ${counted(other.stories, 'story', 'stories')}</small></li>`)}</ul>`}</section>
<p class="aside">By ${survey.cut ? 'the newest ' : ''}${counted(survey.count.articles, 'article')}; what many carry counts once. A person takes part in an event whose sentence names him.</p>`;
}

/** What people call it. */
export function titleOf({ subject }: EntityFound): string {
  return subject.kind === 'country' ? nameOfCode('country', subject.code) : subject.name;
}

function metTable({ subject, query }: EntityFound, met: readonly Met[]): Html {
  const row = ({ with: other, kinds, events, last }: Met) => {
    const both =
      subject.kind === 'country' ? `${query} country:${other}` : `${query} entity:"${other.replaceAll('"', '')}"`;
    const who = subject.kind === 'country' ? countryLink(other) : html`<a href="${entityPath(other)}">${other}</a>`;
    const what = kinds.map(
      ({ plover, count }) =>
        html`<a href="${withQuery('/search', { q: `${both} event:${plover}` })}" title="${nameOfCode('event', plover)}">${plover}</a> ${count > 1 ? count : ''} `,
    );
    return html`<tr><th scope="row" dir="auto">${who}</th><td class="n">${events}</td><td class="wide">${what}</td><td>${last}</td></tr>`;
  };
  return scroller(
    'Who met whom',
    html`<table><thead><tr><th scope="col">with</th><th scope="col" class="n">events</th><th scope="col">kinds</th><th scope="col">last</th></tr></thead><tbody>${met.map(row)}</tbody></table>`,
  );
}

function eventItem({ event, article, day, told }: TimedEvent): Html {
  const side = (codes: readonly string[], role: string | null) =>
    codes.length === 0
      ? html`${role ?? '–'}`
      : html`${[...new Set(codes)].map((code, at) => html`${at === 0 ? '' : ', '}${countryLink(code)}`)}`;
  const more = event.modality === 'happened' ? '' : `, ${event.modality}`;
  return html`<li><time datetime="${day}">${day}</time> ${side(event.source, event.sourceRole)} <b><a href="/search?q=event:${event.plover}" title="${nameOfCode('event', event.plover)}">${event.plover}</a></b> ${side(event.target, event.targetRole)}${more}<br><q dir="auto">${event.sentence}</q> <small><a href="/articles/${article.id}" dir="auto">${article.outlet}</a>${told > 1 ? ` and ${told - 1} more` : ''}</small></li>`;
}
