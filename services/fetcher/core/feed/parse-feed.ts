import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { readAtom } from './atom.ts';
import { readCdf } from './cdf.ts';
import type { FeedDraft } from './draft.ts';
import { FeedError } from './feed-error.ts';
import { readJsonFeed } from './json-feed.ts';
import { throughRssParser } from './last-step.ts';
import { BEYOND, DEFAULT_MAX_BYTES } from './limits.ts';
import { elements } from './node.ts';
import { WINDOWS_1252 } from './references.ts';
import { readRss } from './rss.ts';
import { isSitemapIndex, readUrlset } from './sitemap.ts';
import { unzipped } from './unzip.ts';
import { mostElements, readXml, type XmlElement } from './xml.ts';

export interface FeedHints {
  /** Where the document came from: relative addresses start there. Empty where nobody knows. */
  url: string;
  contentType?: string | null;
  /** Entries read at most, the newest; default {@link DEFAULT_MAX_ITEMS}. */
  maxItems?: number;
  /** Bytes read at most, decompressed; default {@link DEFAULT_MAX_BYTES}. */
  maxBytes?: number;
}

/** A news sitemap holds 1,000 addresses by its own rules, plain sitemaps 50,000; feeds seen have under 2,000 entries. */
const DEFAULT_MAX_ITEMS = 5000;

/** Characters that XML 1.0 forbids; one of them makes strict parsers lose the feed. */
// biome-ignore lint/complexity/useRegexLiterals: a literal of control characters is unreadable
const FORBIDDEN = new RegExp('[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]', 'g');

/** Control characters that no text holds: windows-1252 letters which some software took for Latin-1 on the way to UTF-8. NEL is left. */
const C1 = /[\u0080-\u0084\u0086-\u009F]/g;

/**
 * Reads a feed document of any dialect: RSS 0.9x, 1.0, 1.1, 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, and sitemaps of pages.
 * Pure. Undecodable bytes, broken markup and single bad entries are mended or left out, and named in `repaired`.
 * @throws FeedError where the document must be refused; its code says why
 */
export async function parseFeed(bytes: Uint8Array, hints: FeedHints): Promise<ParsedFeed> {
  const { maxItems = DEFAULT_MAX_ITEMS, maxBytes = DEFAULT_MAX_BYTES } = hints;
  const { text, charset, refuted } = decodeBytes(unzipped(bytes, maxBytes), {
    contentType: hints.contentType,
    kind: 'xml',
  });
  const { draft, repaired, format } = readDraft(text, hints.url || null, {
    maxItems,
    maxElements: mostElements(maxBytes),
  });
  const { total, ...feed } = await throughRssParser(draft);
  if (total > maxItems) repaired.add(`${BEYOND}${total}`);
  if (refuted !== undefined) repaired.add(`charset-label:${refuted}`);
  return { format, ...feed, charset, repaired: [...repaired] };
}

function readDraft(
  decoded: string,
  url: string | null,
  { maxItems, maxElements }: { maxItems: number; maxElements: number },
): { draft: FeedDraft; repaired: Set<string>; format: string } {
  const text = decoded.replace(FORBIDDEN, '').replace(C1, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80]!);
  const start = text.search(/\S/);
  if (start < 0) throw new FeedError('empty', 'the document is empty');
  if (text[start] === '{' || text[start] === '[') {
    return { draft: readJsonFeed(text, url, maxItems), repaired: new Set(), format: 'JSON Feed' };
  }
  if (!text.includes('<')) throw new FeedError('not-text', 'the document holds no markup at all');
  refuseHtml(text.slice(start, start + 2048));
  const { roots, repaired } = readXml(text, maxElements);
  if (text !== decoded) repaired.add('control-character');
  const root = findRoot(roots);
  if (root === null) throw refusal(roots);
  return { draft: root.format.read(root.element, url, maxItems), repaired, format: root.format.name };
}

type Reader = (root: XmlElement, url: string | null, maxItems: number) => FeedDraft;

/** A kind of document: what it is called where it is told of, and who reads it. */
interface Format {
  name: string;
  read: Reader;
}

const RSS: Format = { name: 'RSS', read: readRss };
const RDF: Format = { name: 'RSS 1.0 (RDF)', read: readRss };
const ATOM: Format = { name: 'Atom', read: readAtom };
const CDF: Format = { name: 'CDF', read: readCdf };
const SITEMAP: Format = { name: 'a sitemap', read: readUrlset };

/** Which format a root element is of: a further format is a row here and a reader beside this file. */
const FORMATS: Readonly<Record<string, Format | ((root: XmlElement) => Format)>> = {
  rss: RSS,
  'rdf:rdf': RDF,
  rdf: RDF,
  channel: (root) => (isCdf(root) ? CDF : RSS),
  feed: ATOM,
  'atom:feed': ATOM,
  urlset: SITEMAP,
  'sitemap:urlset': SITEMAP,
};

/** Entries without a feed around them: a fragment, or an Atom entry document. */
const FRAGMENTS: Readonly<Record<string, Format>> = { item: RSS, entry: ATOM, 'atom:entry': ATOM };

/** The feed's root: a top element, or one that stands a little way inside a wrapper. */
function findRoot(roots: readonly XmlElement[], depth = 0): { element: XmlElement; format: Format } | null {
  for (const element of roots) {
    const format = Object.hasOwn(FORMATS, element.key) ? FORMATS[element.key] : undefined;
    if (format) return { element, format: typeof format === 'function' ? format(element) : format };
  }
  const entry = roots.find(({ key }) => Object.hasOwn(FRAGMENTS, key));
  if (entry) return { element: { ...entry, children: [...roots] }, format: FRAGMENTS[entry.key]! };
  if (depth === 2) return null;
  for (const element of roots) {
    if (element.key === 'html' || element.key === 'xhtml:html') continue;
    const found = findRoot(elements(element), depth + 1);
    if (found) return found;
  }
  return null;
}

/** A bare `channel` is CDF, or RSS that lost its root: CDF has addresses and dates in attributes and calls a description an abstract. */
function isCdf(root: XmlElement): boolean {
  const parts = [root, ...elements(root), ...elements(root).flatMap(elements)];
  return parts.some(
    ({ key, attributes }) =>
      key === 'abstract' || (/^(?:item|channel)$/.test(key) && ('href' in attributes || 'lastmod' in attributes)),
  );
}

/** A page is refused before it is read: HTML is not XML, and reading it as such has cost others an hour of CPU. */
function refuseHtml(head: string): void {
  const bare = head.replace(/^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->)+/, '');
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(bare) && !/<(?:rss|feed|rdf:RDF)[\s>]/.test(head)) throw html();
}

function html(): FeedError {
  return new FeedError('html', 'an HTML page, not a feed: look in it for the feeds that it announces (feeds discover)');
}

function refusal(roots: readonly XmlElement[]): FeedError {
  const root = roots[0];
  if (!root) return new FeedError('not-a-feed', 'the document holds no element');
  if (root.key === 'html' || root.key === 'xhtml:html') return html();
  if (root.key === 'opml') return new FeedError('opml', 'an OPML list of feeds, not a feed: import it (feeds import)');
  if (isSitemapIndex(root)) return new FeedError('sitemap-index', 'an index of sitemaps: read those that it lists');
  return new FeedError('not-a-feed', `the root element <${root.name.slice(0, 40)}> belongs to no feed format`);
}
