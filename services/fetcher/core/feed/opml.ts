import { decodeBytes } from '@wirewatch/shared/text/charset.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { FeedError } from './feed-error.ts';
import { elements } from './node.ts';
import { readXml, type XmlElement } from './xml.ts';

/** A feed of an OPML list. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  /** The site's address. */
  site: string | null;
  /** Names of the folders around it, outermost first. */
  folders: string[];
}

/** What a list of feeds gives, and what of it was left out, each with why. */
export interface OpmlList {
  feeds: OpmlFeed[];
  leftOut: string[];
}

/**
 * The feeds of an OPML 1.0 or 2.0 list with their folders, each address once (its first place counts). Tolerates what readers export: any
 * charset, attribute names in any case, `url` for `xmlUrl`, folders as `category` paths, missing heads, broken markup, addresses relative
 * to the site's.
 * @throws FeedError `not-opml` where the document is something else
 */
export function readOpml(source: string | Uint8Array): OpmlList {
  const text = typeof source === 'string' ? source : decodeBytes(source, { kind: 'xml' }).text;
  const { roots } = readXml(text);
  const root = roots.find((element) => element.key === 'opml');
  // A list whose frame was lost: its outlines stand alone.
  const bare = root ? [] : roots.filter((element) => element.key === 'outline');
  if (!root && bare.length === 0) throw new FeedError('not-opml', 'not an OPML list: no <opml> in the document');
  const list = { found: new Map<string, OpmlFeed>(), leftOut: [] as string[] };
  const body = root ? elements(root).filter((element) => element.key === 'body') : [];
  for (const top of body.length > 0 || !root ? body : [root]) collect(elements(top), [], list);
  collect(bare, [], list);
  return { feeds: [...list.found.values()], leftOut: list.leftOut };
}

interface Collected {
  found: Map<string, OpmlFeed>;
  leftOut: string[];
}

function collect(outlines: readonly XmlElement[], folders: string[], list: Collected): void {
  for (const outline of outlines) {
    if (outline.key !== 'outline') continue;
    const { attributes } = outline;
    const name = (attributes.title || attributes.text || '').trim() || null;
    const inside = elements(outline);
    const typed = Boolean(attributes.type && /rss|atom|feed/i.test(attributes.type));
    const written = attributes.xmlurl ?? attributes.feedurl ?? (typed ? (attributes.url ?? '') : undefined);
    const isFeed = written !== undefined && !(written.trim() === '' && inside.length > 0);
    if (isFeed) takeFeed(outline, { name, written, folders }, list);
    else if (inside.length === 0) leaveOut(attributes, name, list);
    if (inside.length > 0) collect(inside, !isFeed && name !== null ? [...folders, name] : folders, list);
  }
}

/** A site without the address of a feed is told, for somebody meant to follow it. An empty folder or a note is nothing. */
function leaveOut({ htmlurl, url }: XmlElement['attributes'], name: string | null, { leftOut }: Collected): void {
  const page = normaliseUrl(htmlurl ?? url ?? '');
  if (page === null) return;
  leftOut.push(
    `${calledOf(name)} has no feed, only a page: \`wirewatch feeds discover ${page.slice(0, 200)}\` looks for one`,
  );
}

function calledOf(name: string | null): string {
  return name === null ? 'a feed without a name' : `"${name.slice(0, 100)}"`;
}

function takeFeed(
  { attributes }: XmlElement,
  { name, written, folders }: { name: string | null; written: string; folders: string[] },
  { found, leftOut }: Collected,
): void {
  const called = calledOf(name);
  const site = normaliseUrl(attributes.htmlurl ?? '');
  const address = written
    .trim()
    .replace(/^feed:(?:\/\/)?/i, (scheme) => (/feed:\/\/$/i.test(scheme) ? 'https://' : ''));
  const url = address === '' ? null : normaliseUrl(address, site ?? undefined);
  if (url === null) {
    leftOut.push(
      address === '' ? `${called} has no address` : `${called}: "${address.slice(0, 200)}" is no http(s) address`,
    );
    return;
  }
  const known = found.get(url);
  if (known !== undefined) {
    leftOut.push(`${called} has the address of "${known.title ?? known.url}"`);
    return;
  }
  const path = folders.length > 0 ? folders : categoryPath(attributes.category);
  found.set(url, { url, title: name, site, folders: path });
}

/** OPML 2.0 section "category": comma-separated paths with slashes; the first is the place. */
function categoryPath(category: string | undefined): string[] {
  const first = category?.split(',')[0]?.trim() ?? '';
  return first
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * An OPML 2.0 list of feeds, folders as nested outlines. Feeds of one folder stand together in the order given.
 * @param created RFC 822 date for the head, or none
 */
export function writeOpml(feeds: readonly OpmlFeed[], title = 'wirewatch', created?: string): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const feed of feeds) {
    let place = root;
    for (const name of feed.folders) {
      let next = place.folders.get(name);
      if (!next) {
        next = { feeds: [], folders: new Map() };
        place.folders.set(name, next);
      }
      place = next;
    }
    place.feeds.push(feed);
  }
  const head = `    <title>${attribute(title)}</title>${created ? `\n    <dateCreated>${attribute(created)}</dateCreated>` : ''}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n${head}\n  </head>\n  <body>\n${writeFolder(root, '    ')}  </body>\n</opml>\n`;
}

interface Folder {
  feeds: OpmlFeed[];
  folders: Map<string, Folder>;
}

function writeFolder(folder: Folder, indent: string): string {
  let out = '';
  for (const [name, inner] of folder.folders) {
    out += `${indent}<outline text="${attribute(name)}" title="${attribute(name)}">\n${writeFolder(inner, `${indent}  `)}${indent}</outline>\n`;
  }
  for (const { url, title, site } of folder.feeds) {
    const name = attribute(title ?? url);
    const html = site === null ? '' : ` htmlUrl="${attribute(site)}"`;
    out += `${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${attribute(url)}"${html}/>\n`;
  }
  return out;
}

function attribute(text: string): string {
  return text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\n\r\t]/g, ' ');
}
