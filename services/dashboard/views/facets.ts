import type { Facet, FacetField } from '../core/facets.ts';
import { addressOf, type Filters } from '../core/filtered-query.ts';
import { type Html, html } from './html.ts';

const TITLES: Readonly<Record<FacetField, string>> = {
  relation: 'Relation',
  language: 'Language',
  outlet: 'Outlet',
  house: 'House',
  country: 'Country',
  topic: 'Topic',
  event: 'Event',
  credit: 'Credit',
};

/** The filters that are set, each with a link that takes it away. */
export function chips(path: string, filters: Filters, more: Record<string, string>): Html {
  const { fields, from, to } = filters;
  if (fields.length === 0 && from === '' && to === '') return html``;
  const dates =
    from === '' && to === ''
      ? ''
      : html`<li><a href="${addressOf(path, { ...filters, from: '', to: '' }, more)}"><code>${from || '…'} to ${to || '…'}</code> <span aria-label="take away">×</span></a></li>`;
  return html`<ul class="chips" aria-label="Filters">${fields.map(
    (field) =>
      html`<li><a href="${addressOf(path, { ...filters, fields: fields.filter((each) => each !== field) }, more)}"><code>${field}</code> <span aria-label="take away">×</span></a></li>`,
  )}${dates}</ul>`;
}

/** What the found articles can be narrowed down by, with counts. */
export function facetsView(
  path: string,
  facets: readonly Facet[],
  filters: Filters,
  more: Record<string, string>,
): Html {
  return html`<aside class="facets" aria-label="Narrow down"><details open><summary>Narrow down</summary>
<form method="get" action="${path}" class="stack"><input type="hidden" name="q" value="${filters.q}">${Object.entries(more).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${filters.fields.map((field) => html`<input type="hidden" name="f" value="${field}">`)}
<label for="from">Published from</label><input id="from" type="date" name="from" value="${filters.from}">
<label for="to">to</label><input id="to" type="date" name="to" value="${filters.to}">
<button class="quiet">Set dates</button></form>
${facets.map((facet) => facetView(path, facet, filters, more))}</details></aside>`;
}

function facetView(path: string, { field, values }: Facet, filters: Filters, more: Record<string, string>): Html {
  const open = values.filter(({ filter }) => !filters.fields.includes(filter));
  if (open.length === 0) return html``;
  return html`<h3>${TITLES[field]}</h3><ul>${open.map(
    ({ filter, name, count }) =>
      html`<li><a href="${addressOf(path, { ...filters, fields: [...filters.fields, filter] }, more)}" dir="auto">${name}</a> <span class="n">${count}</span></li>`,
  )}</ul>`;
}
