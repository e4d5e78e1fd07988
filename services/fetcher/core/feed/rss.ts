import { readDate } from './dates.ts';
import type { FeedDraft, ItemDraft } from './draft.ts';
import { insteadOfLink } from './instead-of-link.ts';
import { innerHtml, plainText } from './markup.ts';
import { readEnclosures } from './media.ts';
import { newest } from './newest.ts';
import { type Fields, fields, firstText, textOf } from './node.ts';
import { type Base, baseOf, resolveLink } from './place.ts';
import { readRhythm } from './rhythm.ts';
import type { XmlElement } from './xml.ts';

/** Reads RSS 0.9x, 1.0, 1.1 and 2.0 (`rss` or `rdf:RDF`): items stand in the channel, beside it, or in a list of their own. */
export function readRss(root: XmlElement, url: string | null, maxItems: number): FeedDraft {
  const top = fields(root);
  const channels = top.get('channel') ?? [];
  const channel = channels[0] ?? root;
  const base = baseOf(channel.attributes, baseOf(root.attributes, url));
  const own = channels.length === 0 ? top : fields(channel);
  const items = [...channels.flatMap((one) => itemsOf(fields(one))), ...itemsOf(top)];
  const links = [...(own.get('atom:link') ?? []), ...(channels.length === 0 ? [] : (top.get('atom:link') ?? []))];
  const link = resolveLink(firstText(own, 'link') ?? hrefOf(links, 'alternate'), base);
  const declared = channel.attributes['xml:base'] ?? root.attributes['xml:base'];
  const movedTo = firstText(own, 'itunes:new-feed-url');
  // Relative links of items start at the channel's, which is the site's; a feed may be served by another host. Of a document that came
  // from nowhere they stay as written.
  const itemBase =
    declared === undefined && url !== null && link !== null && /^https?:/i.test(link) && URL.canParse(link)
      ? link
      : base;
  return {
    title: title(own, 'title', 'dc:title', 'itunes:title'),
    link,
    language:
      firstText(own, 'language', 'dc:language') ??
      channel.attributes['xml:lang'] ??
      root.attributes['xml:lang'] ??
      null,
    hub: resolveLink(hrefOf(links, 'hub'), base),
    self: resolveLink(hrefOf(links, 'self'), base),
    rhythm: readRhythm(own),
    ...(movedTo === null || movedTo === undefined ? {} : { movedTo }),
    items: newest(items, maxItems, dateOf).map((item) => readItem(item, itemBase)),
    total: items.length,
  };
}

function dateOf(item: XmlElement): string | null {
  return readFirstDate(fields(item), 'pubdate', 'dc:date', 'atom:published', 'atom:updated');
}

function itemsOf(of: Fields): readonly XmlElement[] {
  const listed = (of.get('items') ?? []).flatMap((list) => fields(list).get('item') ?? []);
  return [...(of.get('item') ?? []), ...listed];
}

function readItem(item: XmlElement, outer: Base): ItemDraft {
  const of = fields(item);
  const base = baseOf(item.attributes, outer);
  const links = of.get('atom:link') ?? [];
  const guid = of.get('guid')?.[0];
  const id = html(of, 'guid', 'atom:id') ?? item.attributes['rdf:about'] ?? firstText(of, 'dc:identifier');
  const permanent = guid?.attributes.ispermalink?.trim().toLowerCase();
  // One that says so itself may be relative, as links are.
  const permalink =
    guid && permanent !== 'false'
      ? (webAddress(textOf(guid)) ?? (permanent === 'true' ? pathOf(textOf(guid)) : undefined))
      : undefined;
  const linkElement = linkOf(of.get('link') ?? []);
  const linkBase = linkElement ? baseOf(linkElement.attributes, base) : base;
  const written = linkElement ? textOf(linkElement).trim() || linkElement.attributes.href : undefined;
  const published = readFirstDate(
    of,
    'pubdate',
    'atom:published',
    'dcterms:issued',
    'dcterms:created',
    'published',
    'dc:date',
  );
  const updated = readFirstDate(of, 'atom:updated', 'dcterms:modified', 'lastmod', 'updated', 'dc:date');
  return {
    id,
    link:
      resolveLink(
        written ?? hrefOf(links, 'alternate') ?? permalink ?? webAddress(item.attributes['rdf:about']),
        linkBase,
      ) ?? insteadOfLink(guid && textOf(guid), hrefOf(links, 'related'), readEnclosures(of, links, base), base),
    originLink: resolveLink(firstText(of, 'feedburner:origlink'), base),
    title: title(of, 'title', 'media:title', 'dc:title', 'itunes:title'),
    published: published ?? updated,
    updated: updated ?? published,
    author: author(of),
    ...texts(of),
    categories: categories(of),
    enclosures: readEnclosures(of, links, base),
    source: source(of, base),
  };
}

/** Of several links the one in Atom's form, whose attributes say what it is; else the first that leads anywhere. */
function linkOf(links: readonly XmlElement[]): XmlElement | undefined {
  const atom =
    links.length > 1
      ? links.find(({ attributes }) => attributes.href && /^(?:alternate)?$/i.test(attributes.rel?.trim() ?? ''))
      : undefined;
  return atom ?? links.find((link) => textOf(link).trim() !== '' || link.attributes.href);
}

/** So many times longer than the other a text is the content, wherever it stands. */
const LONGER = 2;

/** The shorter and the longer text of an item. Where two stand that both could be the longer, none is lost. */
function texts(of: Fields): Pick<ItemDraft, 'summary' | 'content'> {
  const full = html(of, 'content:encoded', 'xhtml:body', 'body', 'fullitem', 'content', 'atom:content');
  const description = html(of, 'description', 'dc:description', 'dcterms:abstract');
  const abstract = html(of, 'summary', 'atom:summary');
  const notes = html(of, 'itunes:summary');
  if (abstract !== null && description !== null && full === null) {
    const keys = [...of.keys()];
    const isFirst = keys.indexOf('description') >= 0 && keys.indexOf('description') < keys.indexOf('summary');
    // Two texts of like length: the first in the item sums it up.
    if (isFirst && description.length < LONGER * abstract.length) return { summary: description, content: abstract };
  }
  if (abstract !== null) return { summary: abstract, content: full ?? description };
  if (description !== null) return { summary: description, content: full ?? notes };
  const media = [of, ...(of.get('media:group') ?? []).map((group) => fields(group))];
  const caption = media.map((one) => html(one, 'media:description')).find((text) => text !== null) ?? null;
  return { summary: notes ?? caption, content: full };
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

function html(of: Fields, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const element of of.get(key) ?? []) {
      const text = innerHtml(element).trim();
      if (text !== '') return text;
    }
  }
  return null;
}

function title(of: Fields, ...keys: string[]): string | null {
  const text = html(of, ...keys);
  return text === null ? null : plainText(text) || null;
}

function author(of: Fields): string | null {
  for (const key of ['author', 'dc:creator', 'atom:author', 'itunes:author', 'dc:author', 'media:credit']) {
    for (const element of of.get(key) ?? []) {
      // An Atom person, also where RSS borrows its shape.
      const person = fields(element, 'atom');
      // A name is character data, not HTML: what it spells is what it says, and who takes it in mends what was escaped twice.
      const text = (firstText(person, 'name', 'email') ?? innerHtml(element)).replace(/\s+/g, ' ').trim();
      if (text !== '') return text;
    }
  }
  return null;
}

function categories(of: Fields): string[] {
  const found: string[] = [];
  for (const key of ['category', 'dc:subject', 'atom:category', 'media:category']) {
    for (const element of of.get(key) ?? []) {
      found.push(plainText(textOf(element)) || element.attributes.label || element.attributes.term || '');
    }
  }
  for (const key of ['media:keywords', 'itunes:keywords']) found.push(...(firstText(of, key)?.split(',') ?? []));
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
}

/** The publisher that an entry names as its origin: RSS `source`, an Atom `source`, or Dublin Core's, which holds a name or an address. */
function source(of: Fields, base: Base): ItemDraft['source'] {
  const rss = of.get('source')?.[0] ?? of.get('atom:source')?.[0];
  if (rss) {
    const inner = fields(rss, 'atom');
    const name = inner.size > 0 ? firstText(inner, 'title') : textOf(rss);
    const found = {
      title: plainText(name ?? '') || null,
      url: resolveLink(
        rss.attributes.url ?? hrefOf(inner.get('link') ?? [], 'alternate') ?? firstText(inner, 'id'),
        base,
      ),
    };
    if (found.title !== null || found.url !== null) return found;
  }
  const dublin = firstText(of, 'dc:source', 'dcterms:source');
  if (dublin === null) return null;
  return webAddress(dublin) ? { title: null, url: dublin } : { title: plainText(dublin), url: null };
}

function hrefOf(links: readonly XmlElement[], rel: string): string | undefined {
  const match = links.find(
    ({ attributes }) => (attributes.rel ?? 'alternate').toLowerCase().split(/\s+/).includes(rel) && attributes.href,
  );
  return match?.attributes.href;
}

function pathOf(text: string): string | undefined {
  const path = text.trim();
  return /^\/[^\s/]\S*$/.test(path) ? path : undefined;
}

function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim();
  return address && /^https?:\/\/\S+$/i.test(address) ? address : undefined;
}
