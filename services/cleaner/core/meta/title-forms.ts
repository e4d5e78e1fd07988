import { fold, tokenize } from '@wirewatch/shared/text/tokens.ts';
import { decodeHTML } from 'entities';
import { withoutTags } from '../dom/tags-out.ts';

/** Characters of a title that are looked at: a longer one is no headline. */
const MAX_TITLE = 1000;
const SEPARATOR = /(?<!\s)\s+[|\-–—·•»›:/~]+\s+|(?:(?<!\s)\s+)?[|»›ㅣ]\s*/;
/** Marks between the parts of a breadcrumb. */
const PARTS = /(?<!\s)\s+[|»«›‹·•>/]+\s+/;
const EDGE_MARKS = /^[\s|\-–—·•»›:/~ㅣ]+|(?<![\s|\-–—·•»›:/~ㅣ])[\s|\-–—·•»›:/~ㅣ]+$/g;

/** A value as one line of text: entities decoded, tags out; null where nothing is left. */
export function tidy(value: string | null | undefined): string | null {
  if (!value) return null;
  const written = value.slice(0, MAX_TITLE);
  const text = withoutTags(decoded(written)).replace(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}

/** Entities decoded, those that were escaped once more too: `&amp;#8230;`. */
function decoded(text: string): string {
  const once = text.includes('&') ? decodeHTML(text) : text;
  return /&(?:#x?[\da-f]{1,6}|[a-z]{2,8}\d?);/i.test(once) ? decodeHTML(once) : once;
}

/** Words of a section or a site in a page's title. */
const SECTION_WORDS = 3;

/** The headline of a title that stands with sections and the site ("Site » World » Headline"): the one long part, else the title. */
export function longPart(title: string, names: ReadonlySet<string>): string {
  const labelled = /^([^:]{2,40}):\s+(.{8,})$/u.exec(title);
  if (labelled && names.has(squeezed(labelled[1] as string))) return labelled[2] as string;
  const parts = title.split(PARTS).filter((p) => squeezed(p) !== '');
  const long = parts.filter((p) => tokenize(p).length > SECTION_WORDS);
  return parts.length > 1 && long.length === 1 ? (long[0] as string).trim() : title;
}

/** A title as it is compared: its letters and digits alone, so that kickers that run into the headline compare equal. */
export function squeezed(text: string): string {
  return tokenize(text).join('');
}

/** Its parts between separators. */
export function partsOf(title: string): string[] {
  return title.split(SEPARATOR).filter((p) => squeezed(p) !== '');
}

/**
 * A title without the site's name at its end (or start).
 * @param names what the site is called, squeezed
 * @param loose a short ending after a mark is taken for a name, whatever it says
 */
export function withoutSite(
  title: string,
  siteName: string | null,
  names: ReadonlySet<string>,
  loose: boolean,
): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  const site = siteName ? fold(siteName) : null;
  const last = parts.at(-1) ?? '';
  const start = parts[0] ?? '';
  const cut = title.slice(0, title.lastIndexOf(last)).replace(EDGE_MARKS, '');
  const isSite = (part: string): boolean => names.has(squeezed(part));
  if (isSite(last) || (site && (fold(last).includes(site) || site.includes(fold(last)))))
    return parts.length > 2 ? withoutSite(cut, siteName, names, loose) : cut;
  if (isSite(start) || (site && fold(start) === site))
    return withoutSite(title.slice(start.length).replace(EDGE_MARKS, ''), siteName, names, loose);
  if (loose && tokenize(last).length <= 4 && tokenize(cut).length >= 4) return cut;
  return title;
}
