import { attribute, type ElementNode, elementsOf, textOf } from '../dom/node.ts';
import type { StructuredArticle } from './json-ld.ts';
import type { MetaTags } from './tags.ts';

const BY =
  /^(?:(?:written|reported|story|words|article)\s+)?(?:by|von|par|por|di|de|door|av|af|przez|autor(?:in|en|es)?|auteurs?|autore|yazar|yazan|автор|текст|بقلم|كتبه?|كتبت|نوشته|作者|文|記者)(?:\s*[:：]\s*|\s+)/iu;
const NOT_A_NAME = /https?:|www\.|@|\d{2,}|[?!]/;
const ROLE =
  /\s*[,|–—(]\s*(?:.*\b(?:editor|correspondent|reporter|writer|redaktion|redakteur|staff|contributor|journalist|columnist|bureau|for|in|at)\b.*)$/i;

/** The names of a page's authors, from JSON-LD, meta tags, microdata and the byline, without role words. */
export function readByline(
  document: ElementNode,
  tags: MetaTags,
  article: StructuredArticle | null,
  siteName: string | null,
): string[] {
  const fromData = names(article?.authors ?? [], siteName);
  if (fromData.length > 0) return fromData;
  const fromMeta = names(
    [
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'byl',
      'citation_author',
      'og:article:author',
      'cxenseparse:author',
      'article:author_name',
    ].flatMap((n) => tags.all(n)),
    siteName,
  );
  if (fromMeta.length > 0) return fromMeta;
  return names(fromMarkup(document), siteName).slice(0, 6);
}

function fromMarkup(document: ElementNode): string[] {
  const byRel: string[] = [];
  const byProp: string[] = [];
  const byClass: string[] = [];
  for (const element of elementsOf(document)) {
    const itemprop = attribute(element, 'itemprop') ?? '';
    const rel = attribute(element, 'rel') ?? '';
    const cls = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    const isAuthorClass =
      /(?:^|[\s_-])(?:byline|author|authors|autor|auteur|writer)(?:[\s_-]?(?:name|names|link))?(?:$|[\s_])/i.test(cls);
    if (!itemprop && !rel && !isAuthorClass) continue;
    const text = textOf(element);
    if (text === '' || text.length > 160) continue;
    if (/\bauthor\b/i.test(rel)) byRel.push(text);
    else if (/\bauthor\b/i.test(itemprop)) byProp.push(text);
    else if (isAuthorClass) byClass.push(text);
  }
  for (const list of [byProp, byRel, byClass]) if (list.length > 0) return list.slice(0, 4);
  return [];
}

/** Splits and tidies names; what is no name (an address, the site itself, a sentence) is left out. */
export function names(raw: readonly string[], siteName: string | null): string[] {
  const result: string[] = [];
  for (const value of raw) {
    for (const part of value
      .replace(BY, '')
      .split(/\s*(?:;|\||\n|,\s|\s+(?:and|und|et|y|e|ve|и|و|en|og|och|i)\s+|&)\s*/u)) {
      const name = part
        .replace(BY, '')
        .replace(ROLE, '')
        .replace(/\s+/g, ' ')
        .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, '');
      if (name.length < 2 || name.length > 60 || NOT_A_NAME.test(name) || name.split(' ').length > 6) continue;
      if (siteName && name.toLowerCase() === siteName.toLowerCase()) continue;
      if (
        /^(?:admin|administrator|editor|redaktion|staff|webmaster|unknown|null|undefined|online|by|author)$/i.test(name)
      )
        continue;
      if (!result.some((n) => n.toLowerCase() === name.toLowerCase())) result.push(name);
    }
  }
  return result;
}
