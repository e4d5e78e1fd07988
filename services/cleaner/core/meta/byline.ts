import type { Block } from '../blocks/block.ts';
import { attribute, type ElementNode, elementsOf, textOf } from '../dom/node.ts';
import { Kind, kindsOf } from '../junk/container-kinds.ts';
import { names, startsAsByline } from './author-names.ts';
import type { StructuredArticle } from './json-ld.ts';
import type { MetaTags } from './tags.ts';

const META_NAMES =
  'author article:author parsely-author sailthru.author dc.creator dcterms.creator dc.creator.personalname byl citation_author og:article:author cxenseparse:author article:author_name mediator_author'.split(
    ' ',
  );
/** Places whose names are not the article's: commenters, forms, other articles, the site's foot. */
const ELSEWHERE =
  Kind.comments | Kind.form | Kind.related | Kind.footer | Kind.nav | Kind.aside | Kind.caption | Kind.hidden;
const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:byline|bylines|author|authors|autor|autoren|auteur|auteurs|autore|writer|yazar|reporter)s?(?:[\s_-]*(?:name|names|link|title|info|text))?(?:$|[\s_-])/i;
/** Nodes and characters below an element that calls itself author: one with more is a box, not a name. */
const LOOK = 2000;
/** Elements that call themselves author, those of comments included. */
const MAX_EXAMINED = 1000;
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
  const structured = names(article?.authors ?? []);
  const persons = structured.filter((n) => !isSite(n, siteName));
  if (persons.length > 0) return persons;
  const meta = names(META_NAMES.flatMap((n) => tags.all(n))).filter((n) => !isSite(n, siteName));
  if (meta.length > 0) return meta;
  const markup = names(fromMarkup(document)).filter((n) => !isSite(n, siteName));
  if (markup.length > 0) return markup.slice(0, 5);
  const line = names(fromLines(blocks)).filter((n) => !isSite(n, siteName));
  if (line.length > 0) return line.slice(0, 4);
  return structured;
}

function isSite(name: string, siteName: string | null): boolean {
  return siteName !== null && squeezed(name) === squeezed(siteName);
}

function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.\p{L}{2,4}$/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function fromMarkup(document: ElementNode): string[] {
  const found: { rank: number; text: string }[] = [];
  let examined = 0;
  for (const element of elementsOf(document)) {
    const itemprop = attribute(element, 'itemprop') ?? '';
    const rel = attribute(element, 'rel') ?? '';
    const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    const rank = /\bauthor\b/i.test(itemprop) ? 0 : /\bauthor\b/i.test(rel) ? 1 : AUTHOR_CLASS.test(name) ? 2 : -1;
    if (rank < 0 || element.tag === 'body' || element.tag === 'html') continue;
    const text = (element.tag === 'meta' ? attribute(element, 'content') : textOf(element, LOOK)) ?? '';
    examined += 1;
    if (examined > MAX_EXAMINED) break;
    if (text === '' || text.length > 120 || isElsewhere(element)) continue;
    found.push({ rank, text });
    if (found.length > 60) break;
  }
  const best = Math.min(...found.map((f) => f.rank));
  const texts = found.filter((f) => f.rank === best).map((f) => f.text);
  // By class alone, the first is the byline and the others often are not.
  return best === 2 ? texts.slice(0, 1) : texts.slice(0, 4);
}

function isElsewhere(element: ElementNode): boolean {
  for (let e: ElementNode | null = element; e; e = e.parent)
    if (kindsOf(e) & ELSEWHERE & ~(e === element ? Kind.form : 0)) return true;
  return false;
}

function fromLines(blocks: readonly Block[]): string[] {
  const h1 = blocks.findIndex((b) => b.tag === 'h1');
  if (h1 < 0) return [];
  const line = blocks
    .slice(h1 + 1, h1 + 1 + NEAR_HEADLINE)
    .find((b) => b.text.length < 100 && !(b.kinds & ELSEWHERE) && startsAsByline(b.text));
  return line ? [line.text] : [];
}
