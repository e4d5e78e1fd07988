import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { tagsOf } from './head-tags.ts';
import { parseLinkHeader } from './link-header.ts';
import { readRefresh } from './refresh.ts';

/** An address that may be a feed of a page, and why it is thought so. */
export interface FeedCandidate {
  url: string;
  title: string | null;
  /** The MIME type that the page gives it. */
  type: string | null;
  /** `header`: announced by the server beside the page; `link`: in the page's head; `refresh`: the page itself leads there; `anchor`: a link in the page that looks like a feed; `guess`: an address that many sites use. */
  from: 'header' | 'link' | 'refresh' | 'anchor' | 'guess';
}

const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf)\+xml|rss|atom|feed\+json|x-rss\+xml|x-atom\+xml)$/;
/** Types that also name other things: taken only where the address looks like a feed. */
const VAGUE_TYPE = /^(?:application|text)\/(?:xml|json)$/;
const FEED_ADDRESS = /(?:^|[/.?&=_-])(?:rss\d*|atom|feeds?|rdf|news-?sitemap|sitemap-?news)(?:$|[/.?&=_-])/i;
const NO_PAGE = /\.(?:jpe?g|png|gif|svg|webp|css|js|pdf|mp3|mp4|zip)$/i;
/** Where systems keep feeds that they do not announce: WordPress, Blogger, Hugo and Jekyll, Ghost, Drupal, newspapers' news sitemaps. */
const GUESSES = [
  'feed',
  'rss.xml',
  'rss',
  'feed.xml',
  'atom.xml',
  'index.xml',
  'feeds/posts/default',
  'rss/index.xml',
  'feed.json',
  'news-sitemap.xml',
  'sitemap-news.xml',
];
/** Anchors kept: a page that lists its feeds has some dozens. */
const MAX_ANCHORS = 100;

/**
 * The feeds of a page, the surest first: those it announces (feeds of comments last), those it links to, then guesses. Nothing is fetched;
 * each address is given once.
 * @param html the page's text
 * @param url the page's address
 * @param linkHeader the answer's `Link` header
 */
export function discoverFeeds(html: string, url: string, linkHeader?: string): FeedCandidate[] {
  const announced: FeedCandidate[] = [];
  const anchors: FeedCandidate[] = [];
  let base = url;
  for (const { tag, attributes } of tagsOf(html)) {
    if (tag === 'meta') {
      const onward = /^refresh$/i.test(attributes.get('http-equiv') ?? '')
        ? readRefresh(attributes.get('content'), base)
        : null;
      if (onward !== null && looksLikeFeed(onward.url))
        announced.push({ url: onward.url, title: null, type: null, from: 'refresh' });
      continue;
    }
    const href = attributes.get('href')?.trim();
    if (!href) continue;
    if (tag === 'base') {
      base = normaliseUrl(href, url) ?? url;
      continue;
    }
    const address = normaliseUrl(
      href.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://'),
      base,
    );
    if (address === null) continue;
    const type = attributes.get('type')?.toLowerCase().replace(/;.*$/, '').trim() || null;
    const title = attributes.get('title')?.trim() || null;
    const candidate = { url: address, title, type };
    if (tag === 'link') {
      const rel = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
      if ((rel.includes('alternate') || rel.includes('feed')) && isFeed(type, address, rel))
        announced.push({ ...candidate, from: 'link' });
    } else if (anchors.length < MAX_ANCHORS && ((type !== null && FEED_TYPE.test(type)) || looksLikeFeed(address))) {
      anchors.push({ ...candidate, from: 'anchor' });
    }
  }
  const sent = parseLinkHeader(linkHeader).flatMap(({ target, rel, type, title }): FeedCandidate[] => {
    const address = normaliseUrl(target, url);
    if (address === null || !rel.some((one) => one === 'alternate' || one === 'feed') || !isFeed(type, address, rel))
      return [];
    return [{ url: address, title, type, from: 'header' }];
  });
  announced.unshift(...sent);
  const ranked = [...announced.filter((one) => !isCommentFeed(one)), ...anchors.filter((one) => !isCommentFeed(one))];
  return unique([...ranked, ...guesses(url), ...announced.filter(isCommentFeed)]);
}

function isFeed(type: string | null, address: string, rel: string[]): boolean {
  if (type === null) return rel.includes('feed') || looksLikeFeed(address);
  return FEED_TYPE.test(type) || (VAGUE_TYPE.test(type) && looksLikeFeed(address));
}

function looksLikeFeed(address: string): boolean {
  const { pathname, search, hostname } = new URL(address);
  return (FEED_ADDRESS.test(pathname + search) && !NO_PAGE.test(pathname)) || /^(?:feeds?|rss)\./.test(hostname);
}

function isCommentFeed({ url, title }: FeedCandidate): boolean {
  return /comment|yorum|коммент|comentario|kommentar|commentaire|تعليق/i.test(`${title ?? ''} ${url}`);
}

function guesses(url: string): FeedCandidate[] {
  const root = normaliseUrl('/', url);
  return root === null ? [] : GUESSES.map((path) => ({ url: root + path, title: null, type: null, from: 'guess' }));
}

function unique(candidates: FeedCandidate[]): FeedCandidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ url }) => {
    const key = url.replace(/^https?:/, '').replace(/\/$/, '');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
