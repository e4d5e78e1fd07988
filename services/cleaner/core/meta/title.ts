import { fold, tokenize } from '@wirewatch/shared/text/tokens.ts';
import type { Block } from '../blocks/block.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { Kind } from '../junk/container-kinds.ts';
import type { StructuredArticle } from './json-ld.ts';
import type { MetaTags } from './tags.ts';

/** Characters of a title that are looked at, and headings that are compared: a longer one is no headline. */
const MAX_TITLE = 1000;
const MAX_HEADINGS = 40;
const SEPARATOR = /\s+[|\-–—·•»›:/~]+\s+|\s*[|»›]\s*/;

/** The page's headline: what at least two of `<h1>`, og:title, `<title>`, JSON-LD and the feed agree on, `<h1>` first. */
export function readTitle(
  h1s: readonly string[],
  tags: MetaTags,
  article: StructuredArticle | null,
  siteName: string | null,
  feedTitle: string | null,
): string | null {
  const og = tidy(tags.get('og:title') ?? tags.get('twitter:title'));
  const full = tidy(tags.title);
  const ld = tidy(article?.headline);
  const evidence = [og, full, ld, tidy(feedTitle)].filter((t): t is string => t !== null);
  const headings = h1s
    .slice(0, MAX_HEADINGS)
    .map(tidy)
    .filter((t): t is string => t !== null && tokenize(t).length > 0);
  for (const h1 of headings) {
    if (evidence.some((e) => agrees(h1, e)))
      return spelling(
        h1,
        evidence.map((e) => withoutSite(e, siteName, null)),
      );
  }
  const best = og !== null && ld !== null && fold(og).startsWith(fold(ld)) ? ld : (og ?? ld);
  if (best) return withoutSite(best, siteName, full === best ? null : full);
  if (headings[0] && tokenize(headings[0]).length >= 3) return headings[0];
  return full ? withoutSite(full, siteName, null) : (headings[0] ?? tidy(feedTitle));
}

/**
 * The heading as the other places spell it, where it runs two lines together (`KickerHeadline`) or sets a kicker before the
 * headline that they give alone.
 */
function spelling(h1: string, others: readonly string[]): string {
  const squeezed = tokenize(h1).join('');
  const same = others.find((o) => tokenize(o).join('') === squeezed && o.split(' ').length > h1.split(' ').length);
  if (same) return same;
  const tail = others.find((o) => {
    const t = tokenize(o).join('');
    return t !== squeezed && squeezed.endsWith(t) && t.length >= squeezed.length * 0.4;
  });
  return tail ?? h1;
}

/** One headline repeats the other, or most of its words. */
function agrees(h1: string, other: string): boolean {
  const a = tokenize(h1);
  const b = new Set(tokenize(other));
  if (a.length === 0 || b.size === 0) return false;
  const shared = a.filter((t) => b.has(t)).length;
  return shared / a.length >= 0.6 && (a.length >= 3 || shared / b.size >= 0.5);
}

/** A title without the site's name at its end (or start). */
export function withoutSite(title: string, siteName: string | null, other: string | null): string {
  const parts = title.split(SEPARATOR);
  if (parts.length < 2) return title;
  if (other && fold(other).includes(fold(title))) return title;
  const site = siteName ? fold(siteName) : null;
  const last = parts.at(-1) ?? '';
  const start = parts[0] ?? '';
  const at = title.lastIndexOf(last);
  const cut = title.slice(0, at).replace(/[\s|\-–—·•»›:/~]+$/, '');
  if (site && (fold(last).includes(site) || site.includes(fold(last))))
    return parts.length > 2 ? withoutSite(cut, siteName, null) : cut;
  if (site && fold(start) === site) return title.slice(start.length).replace(/^[\s|\-–—·•»›:/~]+/, '');
  if (tokenize(last).length <= 4 && tokenize(cut).length >= 4) return cut;
  return title;
}

function tidy(value: string | null | undefined): string | null {
  if (!value) return null;
  const text = withoutTags(value.slice(0, MAX_TITLE))
    .replace(
      /&(amp|quot|#0?39|apos|lt|gt|nbsp);/g,
      (_, name: string) => ({ amp: '&', quot: '"', lt: '<', gt: '>', nbsp: ' ' })[name] ?? "'",
    )
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}

/** The texts of the page's `<h1>`s, those inside the article's own header first. */
export function headingTexts(blocks: readonly Block[]): string[] {
  const inArticle: string[] = [];
  const others: string[] = [];
  for (const block of blocks) {
    if (block.tag !== 'h1' && !(block.element.tag === 'h1')) continue;
    const junk = block.kinds & (Kind.hidden | Kind.related | Kind.footer | Kind.comments | Kind.consent | Kind.nav);
    (junk ? others : inArticle).push(block.text);
  }
  return inArticle.concat(others);
}
