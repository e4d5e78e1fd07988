import type { RulingRow } from '@wirewatch/shared/store/copies/rulings.ts';
import type { NamedRulings } from '../reads/ruling-names.ts';
import { type Html, html } from './html.ts';
import { empty, instant } from './parts.ts';

/** Rulings with who made them, and the way to take each back. */
export function rulingList({ rows, names }: NamedRulings): Html {
  if (rows.length === 0) return empty('Nothing is ruled.');
  return html`<ul class="revisions">${rows.map(
    (row) =>
      html`<li>${words(row, names)} (<span dir="auto">${row.who}</span>, ${instant(row.at)})${row.note === null ? '' : html`: <q dir="auto">${row.note}</q>`} ${row.takenBackAt === null ? html`<a href="/rulings/${row.id}/take-back">take back</a>` : html`<small>taken back by <span dir="auto">${row.takenBackBy}</span>, ${instant(row.takenBackAt)}</small>`}</li>`,
  )}</ul>`;
}

function words({ kind, subject, other }: RulingRow, names: NamedRulings['names']): Html {
  const article = (id: string) => html`<a href="/articles/${id}" dir="auto">${names.get(id) ?? id}</a>`;
  const outlet = (id: string) =>
    html`<a href="/outlets/${encodeURIComponent(id)}" dir="auto">${names.get(id) ?? id}</a>`;
  if (kind === 'first') return html`${article(subject)} was first`;
  if (kind === 'apart') return html`${article(subject)} has not the text of ${article(other!)}`;
  return html`${outlet(subject)} and ${outlet(other!)} are of one house`;
}

/** Whom a ruling may name: an article and how a reader knows it. */
export interface Nameable {
  id: string;
  words: string;
}

/**
 * The form by which an analyst says what he knows of the articles of a group or story.
 * @param back the page that it leads back to
 */
export function rulingForm(
  articles: readonly Nameable[],
  ruled: NamedRulings,
  back: 'article' | 'story' = 'article',
): Html {
  const options = articles.map(({ id, words: said }) => html`<option value="${id}">${said}</option>`);
  return html`<section aria-labelledby="rulings"><h2 id="rulings">What you know</h2>
${ruled.rows.length === 0 ? '' : rulingList(ruled)}
<details><summary>Rule on these articles</summary><form method="post" action="/rulings" class="stack"><input type="hidden" name="back" value="${back}">
<label for="ruling-subject">This article</label><select id="ruling-subject" name="subject">${options}</select>
<label for="ruling-kind">is ruled</label><select id="ruling-kind" name="kind">
<option value="first">to be the first with its text</option>
<option value="apart">not to have the text of</option>
<option value="house">to be of one house with the outlet of</option></select>
<label for="ruling-other">the other <small>where two are named</small></label><select id="ruling-other" name="other">${options}</select>
<label for="ruling-note">Why</label><input id="ruling-note" name="note" maxlength="1000" dir="auto">
<button>Rule</button> <small>it is settled at once, kept whatever is done again, and can be taken back</small>
</form></details></section>`;
}
