import { readDate } from './dates.ts';
import type { FeedDraft, ItemDraft } from './draft.ts';
import { insteadOfLink } from './instead-of-link.ts';
import { escapeHtml, innerHtml, plainText } from './markup.ts';
import { readEnclosures } from './media.ts';
import { newest } from './newest.ts';
import { type Fields, fields, firstText, textOf } from './node.ts';
import { type Base, baseOf, resolveLink } from './place.ts';
import { readRhythm } from './rhythm.ts';
import type { XmlElement } from './xml.ts';

/** Reads Atom 0.3 and 1.0, in its namespaces or in none. */
export function readAtom(root: XmlElement, url: string | null, maxItems: number): FeedDraft {
  const of = fields(root, 'atom');
  const base = baseOf(root.attributes, url);
  const links = of.get('link') ?? [];
  // An `item` in an Atom feed is RSS's habit, met in hand-made feeds.
  const entries = of.get('entry') ?? of.get('item') ?? [];
  const movedTo = firstText(of, 'itunes:new-feed-url');
  return {
    ...(movedTo === null || movedTo === undefined ? {} : { movedTo }),
    title: title(of, 'title'),
    link: link(links, 'alternate', base),
    language: root.attributes['xml:lang'] ?? firstText(of, 'dc:language', 'language'),
    hub: link(links, 'hub', base),
    self: link(links, 'self', base),
    rhythm: readRhythm(of),
    items: newest(entries, maxItems, dateOf).map((entry) => readEntry(entry, base, baseOf(root.attributes, null))),
    total: entries.length,
  };
}

function dateOf(entry: XmlElement): string | null {
  return readFirstDate(fields(entry, 'atom'), 'published', 'updated', 'issued', 'modified', 'pubdate');
}

/** @param declared what `xml:base` says outside the entry: relative identifiers start there, and nowhere else */
function readEntry(entry: XmlElement, outer: Base, declared: Base): ItemDraft {
  const of = fields(entry, 'atom');
  const base = baseOf(entry.attributes, outer);
  const links = of.get('link') ?? [];
  const id = resolveLink(firstText(of, 'id', 'guid'), baseOf(entry.attributes, declared));
  const published = readFirstDate(of, 'published', 'issued', 'created', 'pubdate', 'dc:date', 'dcterms:issued');
  const updated = readFirstDate(of, 'updated', 'modified', 'dcterms:modified');
  const outOfLine = of.get('content')?.find(({ attributes }) => attributes.src);
  return {
    id,
    link:
      link(links, 'alternate', base) ??
      resolveLink(outOfLine?.attributes.src, base) ??
      insteadOfLink(id, link(links, 'related', base), readEnclosures(of, links, base), base),
    originLink: resolveLink(firstText(of, 'feedburner:origlink'), base),
    title: title(of, 'title', 'media:title', 'dc:title'),
    published: published ?? updated,
    updated: updated ?? published,
    author: person(of, 'author') ?? person(of, 'dc:creator') ?? person(of, 'itunes:author'),
    summary: construct(of, 'summary', 'description', 'media:description') ?? mediaDescription(of),
    content: construct(of, 'content', 'content:encoded', 'xhtml:body'),
    categories: categories(of),
    enclosures: readEnclosures(of, links, base),
    source: source(of, base),
  };
}

function link(links: readonly XmlElement[], rel: string, outer: Base): string | null {
  const matching = links.filter(({ attributes }) =>
    (attributes.rel ?? 'alternate')
      .trim()
      .toLowerCase()
      .replace(/^.*\/relation\//, '')
      .split(/\s+/)
      .includes(rel),
  );
  // Several alternates differ by type: the page is the HTML one.
  const chosen =
    matching.find(({ attributes }) => /html/i.test(attributes.type ?? '') && attributes.href) ??
    matching.find((one) => one.attributes.href);
  if (chosen) return resolveLink(chosen.attributes.href, baseOf(chosen.attributes, outer));
  // RSS's habit in an Atom feed: the address as the element's text.
  const plain =
    rel === 'alternate' ? links.find((one) => !one.attributes.href && textOf(one).trim() !== '') : undefined;
  return plain ? resolveLink(textOf(plain), outer) : null;
}

function title(of: Fields, ...keys: string[]): string | null {
  const text = construct(of, ...keys);
  return text === null ? null : plainText(text) || null;
}

/** YouTube and its like give an entry's only text within `media:group`. */
function mediaDescription(of: Fields): string | null {
  const groups = (of.get('media:group') ?? []).map((group) => construct(fields(group), 'media:description'));
  return groups.find((text) => text !== null) ?? null;
}

/** The first text construct among the fields as HTML, whatever it is written in: text, html, xhtml, a MIME type, or Atom 0.3's modes. */
function construct(of: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const element of of.get(key) ?? []) {
      const text = constructHtml(element).trim();
      if (text !== '') return text;
    }
  }
  return null;
}

function constructHtml(element: XmlElement): string {
  const type = (element.attributes.type ?? 'text').trim().toLowerCase();
  const mode = element.attributes.mode?.trim().toLowerCase();
  const binary = mode === 'base64' || (mode === undefined && type.includes('/') && !/^text\/|xml|html|json/.test(type));
  if (binary) return decodeBase64(textOf(element), type);
  if (mode === 'escaped' || type === 'html' || type === 'text/html') return innerHtml(element);
  if (type === 'text' || type === 'text/plain') {
    // Atom's default is plain text, but half of those who forget the attribute write markup: only what cannot be markup is shown as text.
    const plain = innerHtml(element);
    const declared = element.attributes.type !== undefined;
    return !declared && /<\/?[a-z][^<>]*>|&[a-z#]\w*;/i.test(plain) ? plain : innerHtml(element, true);
  }
  return innerHtml(element);
}

/** Base64 as RFC 4287 section 4.1.3.3 has it for types that are no text; what does not decode to text is an image, or was never encoded. */
function decodeBase64(text: string, type: string): string {
  const compact = text.replace(/\s+/g, '');
  const decoded = /^[A-Za-z0-9+/]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64').toString('utf8') : '';
  if (decoded === '' || /[\uFFFD\x00-\x08]/.test(decoded)) return compact.length > 1000 ? '' : text;
  return type.includes('plain') ? escapeHtml(decoded) : decoded;
}

function person(of: Fields, key: string): string | null {
  for (const element of of.get(key) ?? []) {
    const inner = fields(element, 'atom');
    const text = plainText(inner.size > 0 ? (firstText(inner, 'name', 'email', 'uri', 'url') ?? '') : textOf(element));
    if (text !== '') return text;
  }
  return null;
}

function categories(of: Fields): string[] {
  const found = (of.get('category') ?? []).map(({ attributes, ...element }) =>
    plainText(attributes.label ?? attributes.term ?? textOf({ attributes, ...element })),
  );
  for (const key of ['dc:subject', 'media:category'])
    found.push(...(of.get(key) ?? []).map((element) => plainText(textOf(element))));
  found.push(
    ...(firstText(of, 'media:keywords')
      ?.split(',')
      .map((word) => word.trim()) ?? []),
  );
  return [...new Set(found.filter((text) => text !== ''))];
}

function source(of: Fields, base: Base): ItemDraft['source'] {
  const element = of.get('source')?.[0];
  if (!element) return null;
  const inner = fields(element, 'atom');
  const name = inner.size > 0 ? title(inner, 'title') : plainText(textOf(element)) || null;
  const url = link(inner.get('link') ?? [], 'alternate', base) ?? element.attributes.url ?? firstText(inner, 'id');
  return name === null && url === null ? null : { title: name, url: url ?? null };
}

function readFirstDate(of: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const element of of.get(key) ?? []) {
      const date = readDate(textOf(element));
      if (date !== null) return date;
    }
  }
  return null;
}
