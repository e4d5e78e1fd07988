import { readDate } from './dates.ts';
import type { FeedDraft } from './draft.ts';
import { NO_RHYTHM } from './draft.ts';
import { innerHtml, plainText } from './markup.ts';
import { newest } from './newest.ts';
import { elements, type Fields, fields } from './node.ts';
import { type Base, resolveLink } from './place.ts';
import type { XmlElement } from './xml.ts';

/** Reads the Channel Definition Format (a `channel` root, addresses in `href`, dates in `lastmod`; channels may stand in channels). */
export function readCdf(root: XmlElement, url: string | null, maxItems: number): FeedDraft {
  const of = fields(root);
  const base = root.attributes.base ?? url;
  const items = itemsOf(root);
  return {
    title: text(of, 'title'),
    link: resolveLink(root.attributes.href ?? of.get('a')?.[0]?.attributes.href, base),
    language: null,
    hub: null,
    self: resolveLink(root.attributes.self, base),
    rhythm: NO_RHYTHM,
    items: newest(items, maxItems, (item) => readDate(item.attributes.lastmod)).map((item) => readItem(item, base)),
    total: items.length,
  };
}

function itemsOf(channel: XmlElement): XmlElement[] {
  return elements(channel).flatMap((child) =>
    child.key === 'item' ? [child] : child.key === 'channel' ? itemsOf(child) : [],
  );
}

function readItem(item: XmlElement, base: Base): FeedDraft['items'][number] {
  const of = fields(item);
  const date = readDate(item.attributes.lastmod);
  return {
    id: null,
    link: resolveLink(item.attributes.href ?? of.get('a')?.[0]?.attributes.href, base),
    originLink: null,
    title: text(of, 'title'),
    published: date,
    updated: date,
    author: null,
    summary: of.get('abstract')?.map((element) => innerHtml(element).trim())[0] || null,
    content: null,
    categories: [],
    enclosures: [],
    source: null,
  };
}

function text(of: Fields, key: string): string | null {
  const element = of.get(key)?.[0];
  return element ? plainText(innerHtml(element)) || null : null;
}
