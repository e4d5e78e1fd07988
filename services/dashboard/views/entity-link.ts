import { nameOfCode } from '../core/names.ts';
import { type Html, html } from './html.ts';

/** The page of a country, or of a person, organisation or place. */
export function entityPath(name: string): string {
  return `/entities/${encodeURIComponent(name)}`;
}

/** A link to the page of a country by its code, in the words that people have for it. */
export function countryLink(code: string): Html {
  return html`<a href="${entityPath(code)}">${nameOfCode('country', code)}</a>`;
}

/** The same by the code alone, where there is little room. */
export function codeLink(code: string): Html {
  return html`<a href="${entityPath(code)}" title="${nameOfCode('country', code)}">${code}</a>`;
}
