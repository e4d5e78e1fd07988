import type { Block } from '../blocks/block.ts';
import { attribute, type ElementNode, elementsOf, textOf } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { names, startsAsByline } from './author-names.ts';
import { isNamelessDesk } from './desks.ts';
import type { StructuredArticle } from './json-ld.ts';
import { labelledAuthors } from './labelled-authors.ts';
import type { MetaTags } from './tags.ts';

const META_NAMES =
  'author article:author parsely-author sailthru.author dc.creator dcterms.creator dc.creator.personalname byl citation_author og:article:author cxenseparse:author article:author_name mediator_author'.split(
    ' ',
  );
/** Places whose names are not the article's: commenters, forms, other articles, the site's foot. */
const ELSEWHERE =
  Kind.comments | Kind.form | Kind.related | Kind.footer | Kind.nav | Kind.aside | Kind.caption | Kind.hidden;
/** The same below the headline, where themes call the line of date and author the article's footer. */
const NOT_AT_HEAD = ELSEWHERE & ~Kind.footer;
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:byline|author|autor(?:en|e)?|auteur|writer|yazar|reporter)s?(?:[\s_-]*(?:name|names|link|title|info|text))?(?:$|[\s_-])/i;
/** A class that ends in "by" alone ("story_by", "posted-by"), and not what is sorted, filtered or paid by. */
const BY_CLASS =
  /(?:^|\s)(?!\S*(?:sort|filter|order|power|powered|sponsored|presented|group|brought|search|hosted|liked|near|stand)[_-]?by(?:\s|$))(?:\S+[_-])?by(?=\s|$)/i;
/** Nodes and characters below an element that calls itself author: one with more is a box, not a name. */
const LOOK = 2000;
/** Elements that call themselves author, those of comments included. */
const MAX_EXAMINED = 1000;
/** Characters of a box that calls itself author, and of a name with its function. */
const LONGEST_BOX = 400;
const LONGEST_NAME = 120;
/** What every name that AUTHOR_CLASS knows has in it: most elements have none of it. */
const AUTHOR_STEM = /byline|aut(?:h?or|eur)|writer|yazar|reporter|by(?:\s|$)/i;
const CAMEL = /(\p{Ll})(?=\p{Lu})/gu;
/** Blocks after the headline in which a line that starts with "By" is the byline. */
const NEAR_HEADLINE = 12;

/**
 * The names of a page's authors: JSON-LD, meta tags, markup, then a line that starts with "By" below the headline. A source
 * that names only the site itself is passed over while another names a person; nothing better found, it stands.
 */
export function readByline(
  document: ElementNode,
  blocks: readonly Block[],
  tags: MetaTags,
  article: StructuredArticle | null,
  siteName: string | null,
): string[] {
  const sources: (() => string[])[] = [
    () => names(article?.authors ?? []),
    () => names(META_NAMES.flatMap((n) => tags.all(n))),
    () => names(fromMarkup(document)).slice(0, 5),
    () => names(fromLines(blocks)).slice(0, 4),
  ];
  let ofSite: string[] = [];
  for (const source of sources) {
    const all = source();
    const persons = all.filter((n) => !isSite(n, siteName) && !isNamelessDesk(n));
    if (persons.length > 0) return persons;
    if (ofSite.length === 0) ofSite = all;
  }
  return ofSite;
}

/** The name is the site's, or of a part of it ("MDR Thüringen" on MDR), or its first letters ("DW", Deutsche Welle). */
function isSite(name: string, siteName: string | null): boolean {
  if (siteName === null) return false;
  const [a, b] = [wordsOf(name), wordsOf(siteName)];
  if (a.length === 0 || b.length === 0) return false;
  const least = Math.min(a.length, b.length);
  return (
    a.join('') === b.join('') ||
    (a.slice(0, least).join('') === b.slice(0, least).join('') &&
      (a.slice(0, least).join('').length > 4 || a.length <= 2)) ||
    isInitials(a, b) ||
    isInitials(b, a)
  );
}

function isInitials(short: readonly string[], long: readonly string[]): boolean {
  return short.length === 1 && long.length > 1 && short[0] === long.map((w) => w[0]).join('');
}

/** Words without a leading article and without the ending of a host. */
function wordsOf(name: string): string[] {
  return (
    name
      .toLowerCase()
      .replace(/\([^)]*\)/g, ' ')
      .replace(/\.\p{L}{2,4}$/u, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.filter((w, i) => i > 0 || w !== 'the') ?? []
  );
}

function fromMarkup(document: ElementNode): string[] {
  const found: { rank: number; texts: string[] }[] = [];
  let examined = 0;
  for (const element of elementsOf(document)) {
    const rank = authorRank(element);
    if (rank < 0 || element.tag === 'body' || element.tag === 'html') continue;
    const text = (element.tag === 'meta' ? attribute(element, 'content') : textOf(element, LOOK)) ?? '';
    examined += 1;
    if (examined > MAX_EXAMINED) break;
    if (text === '' || text.length > LONGEST_BOX || isElsewhere(element)) continue;
    const texts = namesWithin(element, text);
    if (texts.length === 0 || (texts[0] as string).length > LONGEST_NAME || names(texts).length === 0) continue;
    found.push({ rank, texts });
    if (found.length > 60) break;
  }
  const best = Math.min(...found.map((f) => f.rank));
  const texts = found.filter((f) => f.rank === best).map((f) => f.texts);
  // By class alone, the first is the byline and the others often are not.
  return (best >= 2 ? texts.slice(0, 1) : texts.slice(0, 4)).flat();
}

/** How an element says that it names the author: 0 by itemprop, 1 by rel, 2 by its class, 3 by one that ends in "by"; -1 not at all. */
function authorRank(element: ElementNode): number {
  if (element.attributes.length === 0) return -1;
  const itemprop = attribute(element, 'itemprop');
  if (itemprop !== null && /\bauthor\b/i.test(itemprop)) return 0;
  const rel = attribute(element, 'rel');
  if (rel !== null && /\bauthor\b/i.test(rel)) return 1;
  const ofClass = attribute(element, 'class');
  const id = attribute(element, 'id');
  if (ofClass === null && id === null) return -1;
  const name = `${ofClass ?? ''} ${id ?? ''}`;
  if (!AUTHOR_STEM.test(name)) return -1;
  return AUTHOR_CLASS.test(name.replace(CAMEL, '$1-')) ? 2 : ofClass !== null && BY_CLASS.test(ofClass) ? 3 : -1;
}

/** The names inside an author's box where it marks them up (or links them, and holds more than names), else its whole text. */
function namesWithin(box: ElementNode, text: string): string[] {
  if (box.tag === 'meta') return [text];
  const named: string[] = [];
  const marked: string[] = [];
  const profiles: string[] = [];
  const linked: string[] = [];
  for (const element of elementsOf(box)) {
    if (element === box) continue;
    if (OTHER_PART.test(attribute(element, 'class') ?? '')) continue;
    const isName = /\bname\b/i.test(attribute(element, 'itemprop') ?? '') || authorRank(element) >= 0;
    if (!isName && element.tag !== 'a') continue;
    const inner = textOf(element, LOOK);
    if (inner === '' || inner.length > LONGEST_NAME / 2 || inner === text) continue;
    if (element.tag === 'a' && PROFILE.test(attribute(element, 'href') ?? '')) profiles.push(inner);
    const saysName = NAME_PART.test(attribute(element, 'class') ?? '');
    const list = isName ? (saysName ? named : marked) : linked;
    // The innermost of nested boxes: it comes last, and its text stands in the one before.
    if (list.at(-1)?.includes(inner)) list.pop();
    list.push(inner);
  }
  if (names(named).length > 0) return named;
  if (names(profiles).length > 0 && hasMoreThan(text, profiles)) return profiles;
  if (names(marked).length > 0) return marked;
  const crowded = /\d/.test(text) || text.split(' ').length > 6;
  return crowded && names(linked).length > 0 ? linked : [text];
}

/** Parts of an author's box that are not the name, by their class; and the part that is. */
const OTHER_PART =
  /(?:^|[\s_-])(?:(?:micro)?bio|position|role|job(?:title)?|avatar|desc(?:ription)?|social|feed|email|screen-reader(?:-text)?|sr-only|visually-?hidden)(?:$|[\s_-])/i;
const NAME_PART = /(?:^|[\s_-])(?:full-?)?name(?:$|[\s_-])/i;
/** Where the pages of a site's authors lie. */
const PROFILE =
  /\/(?:authors?|staff|people|profiles?|team|contributors?|journalists?|reporters?|writers?|autor(?:en|es)?|auteurs?|autori?|redaktion|yazar(?:lar)?|by)\/(?=[^/?#]+\/?(?:$|[?#]))(?!.*(?:feed|rss))/i;
/** Small words between names. */
const BETWEEN = /^(?:by|and|und|von|par|por|et|y|e|di|de|door|en|ve|av|af|og|och)$/;

/** Does a box say more than those names and the small words between: labels, buttons? */
function hasMoreThan(text: string, profiles: readonly string[]): boolean {
  let rest = text;
  for (const name of profiles) rest = rest.replace(name, ' ');
  return (rest.match(/[\p{L}\p{M}]+/gu) ?? []).some((w) => /^\p{Ll}/u.test(w) && !BETWEEN.test(w));
}

function isElsewhere(element: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent)
    if (kindsOf(e) & ELSEWHERE & ~(e === element ? Kind.form : 0) && !isArticlesFooter(e)) return true;
  return false;
}

/** The footer of the article that holds the headline: where some themes put its author. */
function isArticlesFooter(element: ElementNode): boolean {
  if ((kindsOf(element) & ELSEWHERE) !== Kind.footer || element.tag !== 'footer') return false;
  for (let e = element.parent; e; e = e.parent)
    if (e.tag === 'article') return elementsOf(e).some((inner) => inner.tag === 'h1');
  return false;
}

function fromLines(blocks: readonly Block[]): string[] {
  const h1 = blocks.findIndex((b) => b.tag === 'h1');
  if (h1 < 0) return [];
  const line = blocks
    .slice(h1 + 1, h1 + 1 + NEAR_HEADLINE)
    .find((b) => b.text.length < 100 && !(b.kinds & NOT_AT_HEAD) && startsAsByline(b.text));
  return line && names([line.text]).length > 0 ? [line.text] : labelledAuthors(blocks, h1);
}
