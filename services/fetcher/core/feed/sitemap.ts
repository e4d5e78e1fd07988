import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { readDate } from './dates.ts';
import type { FeedDraft, ItemDraft } from './draft.ts';
import { NO_RHYTHM } from './draft.ts';
import { plainText } from './markup.ts';
import { newest } from './newest.ts';
import { elements, fields, firstText, textOf } from './node.ts';
import { type Base, resolveLink } from './place.ts';
import type { XmlElement } from './xml.ts';

/** Reads a `urlset` as a feed: each address an entry; news sitemaps give title, date, language and the publication's name. */
export function readUrlset(root: XmlElement, url: string | null, maxItems: number): FeedDraft {
  const entries = elements(root).filter((child) => /^(?:sitemap:)?url$/.test(child.key));
  const items = newest(entries, maxItems, dateOf).flatMap((entry) => readEntry(entry, url) ?? []);
  const first = entries[0] && newsOf(entries[0]);
  const publication = first?.get('publication')?.[0];
  const own = publication ? fields(publication, 'news') : undefined;
  return {
    title: own ? firstText(own, 'name') : null,
    link: url !== null && URL.canParse(url) ? new URL('/', url).href : null,
    language: own ? firstText(own, 'language') : null,
    hub: null,
    self: null,
    rhythm: NO_RHYTHM,
    items,
    total: entries.length,
  };
}

function dateOf(entry: XmlElement): string | null {
  const news = newsOf(entry);
  return (
    readDate(news && firstText(news, 'publication_date')) ?? readDate(firstText(fields(entry, 'sitemap'), 'lastmod'))
  );
}

/** The addresses that a `sitemapindex` lists, with their dates: each is a document to read in its turn. */
export function readSitemapIndex(root: XmlElement, url: string | null): { url: string; lastModified: string | null }[] {
  return elements(root).flatMap((child) => {
    if (!/^(?:sitemap:)?sitemap$/.test(child.key)) return [];
    const of = fields(child, 'sitemap');
    const link = resolveLink(firstText(of, 'loc'), url);
    // One address that is none costs itself only.
    return link === null || normaliseUrl(link) === null
      ? []
      : [{ url: link, lastModified: readDate(firstText(of, 'lastmod')) }];
  });
}

function newsOf(entry: XmlElement) {
  const news = fields(entry, 'sitemap').get('news:news')?.[0];
  return news ? fields(news, 'news') : undefined;
}

function readEntry(entry: XmlElement, base: Base): ItemDraft | null {
  const of = fields(entry, 'sitemap');
  const link = resolveLink(firstText(of, 'loc'), base);
  if (link === null) return null;
  const news = newsOf(entry);
  const published = readDate(news && firstText(news, 'publication_date'));
  const updated = readDate(firstText(of, 'lastmod'));
  const title = news ? firstText(news, 'title') : null;
  const words = (news && firstText(news, 'keywords', 'genres'))?.split(',') ?? [];
  const images = (of.get('image:image') ?? []).flatMap((image) => firstText(fields(image, 'image'), 'loc') ?? []);
  return {
    id: null,
    link,
    originLink: null,
    title: title === null ? null : plainText(title),
    published: published ?? updated,
    updated: updated ?? published,
    author: null,
    summary: null,
    content: null,
    categories: [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))],
    enclosures: images.map((url) => ({ url, type: 'image', length: null })),
    source: null,
  };
}

/** Whether a document's root is a sitemap index (its children are other documents). */
export function isSitemapIndex(root: XmlElement): boolean {
  return /^(?:sitemap:)?sitemapindex$/.test(root.key) && textOf(root).trim() !== '';
}
