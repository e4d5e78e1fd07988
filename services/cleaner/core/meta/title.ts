import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { Block } from '../blocks/block.ts';
import { isWithin } from '../blocks/region.ts';
import type { ElementNode } from '../dom/node.ts';
import { Kind } from '../junk/container-kinds.ts';
import type { StructuredArticle } from './json-ld.ts';
import type { MetaTags } from './tags.ts';
import { longPart, partsOf, squeezed, tidy, withoutSite } from './title-forms.ts';

/** Headings that are compared. */
const MAX_HEADINGS = 40;
/** Letters from which a value can be a headline, not a section or a brand. */
const SHORTEST_HEADLINE = 15;
const BAR = /(?:(?<!\s)\s+)?[|»]\s*/;
/** Other names that hold the headline alone. */
const META_HEADLINES = ['headline', 'parsely-title', 'sailthru.title', 'dc.title', 'title'];

export interface TitleEvidence {
  headings: readonly Heading[];
  tags: MetaTags;
  article: StructuredArticle | null;
  siteName: string | null;
  feedTitle: string | null;
  url: string;
}

export interface PageTitle {
  /** The article's headline. */
  title: string | null;
  /** The headline as the page shows it: what its text may repeat. */
  shown: string | null;
}

export interface Heading {
  text: string;
  /** Stands in the article, not in the site's frame. */
  inArticle: boolean;
  /** And before the article's text. */
  atHead: boolean;
}

/** What the page says its headline is, each without the site's name. */
interface Variants {
  og: string | null;
  ld: string | null;
  full: string | null;
  /** The same and all others, as written. */
  written: string[];
  names: ReadonlySet<string>;
  /** JSON-LD calls it news: whose headline there is its editors'. */
  isNews: boolean;
}

/** The page's headline: the heading that the metadata bear out, in the form that the page's own statements single out. */
export function readTitle(evidence: TitleEvidence): PageTitle {
  const variants = variantsOf(evidence);
  const shown = shownHeadline(evidence, variants);
  if (shown === null) return { title: null, shown };
  return { title: editorsForm(shown, variants) ?? shown, shown };
}

function variantsOf({ tags, article, siteName, feedTitle, url }: TitleEvidence): Variants {
  const names = siteNames(siteName, url);
  const og = tidy(tags.get('og:title')) ?? tidy(tags.get('twitter:title'));
  const full = tidy(tags.title);
  const ld = tidy(article?.headline);
  // What follows a mark in og:title is a name only where `<title>` ends with it too.
  const ending = partsOf(full ?? '').at(-1);
  const bare = (value: string | null): string | null => {
    const loose = value === full || (ending !== undefined && value?.endsWith(ending) === true);
    const title = value === null ? null : withoutSite(value, siteName, names, loose);
    return title === null || names.has(squeezed(title)) ? null : title;
  };
  // The name of a WebPage or a video is not the article's headline.
  const isArticle = article !== null && /Article|Posting|Report|Review/.test(article.type);
  const others = META_HEADLINES.map((n) => tidy(tags.get(n)));
  return {
    og: bare(og),
    ld: isArticle ? bare(ld) : null,
    full: bare(full),
    written: [og, full, ld, tidy(feedTitle), ...others].filter((t): t is string => t !== null),
    names,
    isNews: isArticle && /News|Reportage/.test(article.type),
  };
}

/** Squeezed names of the site: what it calls itself, and its host with and without the ending. */
function siteNames(siteName: string | null, url: string): Set<string> {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
  const labels = host.split('.');
  return new Set([siteName ?? '', host, labels.at(-2) ?? '', labels.slice(-2).join('.')].map(squeezed).filter(Boolean));
}

function shownHeadline({ headings, siteName, feedTitle, tags }: TitleEvidence, variants: Variants): string | null {
  const { og, ld, full, written, names } = variants;
  const known = headings
    .slice(0, MAX_HEADINGS)
    .map((h) => ({ ...h, text: withoutSite(tidy(h.text) ?? '', null, names, false) }))
    .filter((h) => squeezed(h.text) !== '' && !names.has(squeezed(h.text)) && !isSiteHeading(h.text, variants));
  const heading =
    (known.length > 1
      ? known.find((h) => isHeadline(h.text) && [og, ld, full].some((v) => isSame(h.text, v)))
      : undefined) ??
    known.find((h) => written.some((e) => agrees(h.text, e))) ??
    known.find((h) => written.some((e) => opens(h.text, e)));
  if (heading) return spelling(heading.text, variants, siteName);
  const alone = known.filter((h) => h.inArticle);
  const agreed = og !== null && ld !== null && squeezed(og) === squeezed(ld);
  if (
    alone.length === 1 &&
    alone[0]?.atHead &&
    isHeadline(alone[0].text) &&
    (!agreed || (!variants.isNews && sharedWith(alone[0].text, written) > SOME)) &&
    !overlaps(alone[0].text, written)
  )
    return alone[0].text;
  const best = og !== null && ld !== null && squeezed(og).startsWith(squeezed(ld)) ? ld : (og ?? ld);
  if (best) return alonePart(best, tags) ?? best;
  if (known[0] && tokenize(known[0].text).length >= 3) return known[0].text;
  return (full === null ? null : longPart(full, names)) ?? known[0]?.text ?? tidy(feedTitle) ?? tidy(tags.title);
}

/** Another name that holds the same without what follows a mark: "Headline-Politics" where the headline stands alone elsewhere. */
function alonePart(title: string, tags: MetaTags): string | null {
  for (const name of META_HEADLINES) {
    const other = tidy(tags.get(name));
    if (other && isHeadline(other) && other.length < title.length && title.startsWith(other)) return other;
  }
  return null;
}

/**
 * Where a page gives its headline in two forms, `<title>` repeats the one for search engines. The other one is the
 * editors', as long as it is a single odd one out: og:title against heading, `<title>` and JSON-LD, or JSON-LD against heading,
 * `<title>` and og:title, or both of them against heading and `<title>`; or both of them with a kicker that the heading leaves out.
 */
function editorsForm(shown: string, { og, ld, full }: Variants): string | null {
  if (og === null || ld === null || full === null) return null;
  const [heading, inOg, inLd] = [squeezed(shown), squeezed(og), squeezed(ld)];
  if (inOg === inLd && inOg !== heading && inOg.endsWith(heading)) return og;
  if (!squeezed(full).startsWith(heading) || (inOg !== heading && inLd !== heading && inOg !== inLd)) return null;
  const odd = inOg !== heading ? og : ld;
  // A form that holds the heading whole is the heading with the site's or the section's name.
  if (!isHeadline(odd) || squeezed(odd).includes(heading)) return null;
  return inOg === heading && heading.includes(inLd) ? null : odd;
}

function isHeadline(text: string): boolean {
  return squeezed(text).length >= SHORTEST_HEADLINE && tokenize(text).length >= 2;
}

/** A value names the heading beside its own headline (it is the site's or the section's), or the heading names more than a value. */
function overlaps(heading: string, written: readonly string[]): boolean {
  const key = squeezed(heading);
  return written.some((e) => squeezed(e).includes(key) || (isHeadline(e) && key.includes(squeezed(e))));
}

/** The heading is what follows the headline in `<title>` ("Headline | The Site's Name"), and og:title says another. */
function isSiteHeading(heading: string, { og, written }: Variants): boolean {
  if (og === null || agrees(heading, og)) return false;
  const key = squeezed(heading);
  return written.some((e) => {
    const [first = '', ...others] = partsOf(e);
    // "Site News - Headline": what stands before is the shorter one.
    return tokenize(first).length >= tokenize(heading).length && others.some((p) => squeezed(p) === key);
  });
}

/** Says a value the heading, whole or before its first separator? */
function isSame(heading: string, value: string | null): boolean {
  if (value === null) return false;
  const key = squeezed(heading);
  return squeezed(value) === key || squeezed(partsOf(value)[0] ?? '') === key;
}

/** The heading stands before a separator in the other: "Headline - The Site's Long Name". */
function opens(heading: string, other: string): boolean {
  const parts = partsOf(other);
  return parts.length > 1 && squeezed(parts[0] ?? '') === squeezed(heading);
}

/**
 * The heading as the other places spell it, where it runs two lines together (`KickerHeadline`), or sets a kicker before the
 * headline that they give alone and none of them repeats.
 */
function spelling(h1: string, { og, ld, full, written, names }: Variants, siteName: string | null): string {
  const others = [og, ld, full, ...written.map((w) => withoutSite(w, siteName, names, true))].filter((t) => t !== null);
  const key = squeezed(h1);
  const tail = others.find((o) => {
    const t = squeezed(o);
    return t !== key && key.endsWith(t) && t.length >= key.length * 0.4;
  });
  // "Opinion | Headline" does not repeat the kicker as a part of the headline.
  const barred = tail !== undefined && [og, full].some((o) => o !== tail && o?.split(BAR).includes(tail));
  const repeated = !barred && [og, ld].some((o) => o !== null && squeezed(o) === key);
  const same = others.find(
    (o) => squeezed(o) === key && (o.split(' ').length > h1.split(' ').length || (hyphenated(h1) && !hyphenated(o))),
  );
  if (same && !barred) return same;
  return tail && !repeated ? tail : h1;
}

function hyphenated(text: string): boolean {
  return text.includes('\u00ad');
}

/** One headline repeats the other, or most of its words. */
function agrees(h1: string, other: string): boolean {
  const a = tokenize(h1);
  const b = new Set(tokenize(other));
  if (a.length === 0 || b.size === 0) return false;
  const shared = a.filter((t) => b.has(t)).length;
  return shared / a.length >= 0.6 && (a.length >= 3 || shared / b.size >= 0.5);
}

/** Share of a lone heading's words that the agreed headline has, from which it is the same story's: the page's own form. */
const SOME = 0.3;

function sharedWith(heading: string, written: readonly string[]): number {
  const a = tokenize(heading);
  return Math.max(
    ...written.map((other) => {
      const b = new Set(tokenize(other));
      return a.filter((t) => b.has(t)).length / Math.max(1, a.length);
    }),
  );
}

/** Characters from which a block of the article's region is its text, not its head. */
const PROSE = 100;

/**
 * The texts of the page's `<h1>`s, those at the head of the article first. A page that has none (a weblog's own name is its largest heading)
 * gives the lesser ones before its text that stand at an end of `<title>`, beside the site's name.
 */
export function headingTexts(blocks: readonly Block[], region: ElementNode | null, tabTitle: string | null): Heading[] {
  const prose = blocks.filter((b) => b.text.length >= PROSE && (region === null || isWithin(b.element, region)));
  const bodyStart = (prose[1] ?? prose[0])?.index ?? blocks.length;
  const found: Heading[] = [];
  const tab = squeezed(tabTitle ?? '');
  const named = (text: string) => {
    const key = squeezed(text);
    return key !== tab && isHeadline(text) && (tab.startsWith(key) || tab.endsWith(key));
  };
  const isH1 = ({ tag, element }: Block) => tag === 'h1' || element.tag === 'h1';
  const none = !blocks.some(isH1);
  for (const block of blocks) {
    if (!isH1(block) && !(none && /^h[2-4]$/.test(block.tag) && block.index < bodyStart && named(block.text))) continue;
    const junk = block.kinds & (Kind.hidden | Kind.related | Kind.footer | Kind.comments | Kind.consent | Kind.nav);
    found.push({ text: block.text, inArticle: junk === 0, atHead: junk === 0 && block.index < bodyStart });
  }
  return found.sort((a, b) => Number(b.inArticle) - Number(a.inArticle));
}
