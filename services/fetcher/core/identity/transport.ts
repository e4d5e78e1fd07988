import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';

/** Services that carry others' links. None of them is the outlet of what it leads to. */
const TRANSPORTS: readonly [RegExp, string][] = [
  [/^news\.google\.[a-z.]+\/(?:rss\/|__i\/rss\/)?(?:articles|read|stories)\//, 'Google News'],
  [/^(?:www\.)?google\.[a-z.]+\/url\?/, 'Google'],
  [/^feedproxy\.(?:google|feedburner)\.com\//, 'FeedBurner'],
  [/^(?:feeds2?|rss)\.feedburner\.com\//, 'FeedBurner'],
  [/^(?:[\w-]+\.)?feedsportal\.com\//, 'Feedsportal'],
  [/^(?:feeds|rss)\.feedblitz\.com\//, 'FeedBlitz'],
  [/^(?:feedpress|feeds\.feedpress)\.(?:me|it)\//, 'FeedPress'],
  [/^(?:www\.)?bing\.com\/(?:news\/apiclick|ck\/a)/, 'Bing News'],
  [/^r\.search\.yahoo\.com\//, 'Yahoo'],
  [/^(?:l|lm)\.(?:facebook|instagram)\.com\//, 'Facebook'],
  [/^(?:out|click)\.reddit\.com\//, 'Reddit'],
  [/^(?:away|m)\.vk\.com\/away/, 'VK'],
  [/^apple\.news\//, 'Apple News'],
  [/^flip\.it\//, 'Flipboard'],
  [
    /^(?:t\.co|bit\.ly|j\.mp|ow\.ly|dlvr\.it|ift\.tt|buff\.ly|tinyurl\.com|is\.gd|trib\.al|lnkd\.in|goo\.gl|fb\.me|reut\.rs|wp\.me|shorturl\.at|t\.ly|rb\.gy|cutt\.ly|clck\.ru)\//,
    'short link',
  ],
];

/** Parameters in which redirectors carry the address that they lead to. */
const TARGET_PARAMETERS = [
  'url',
  'u',
  'q',
  'to',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'link',
  'ru',
  'goto',
  'out',
];
/** Paths of redirectors on hosts that no table knows. */
const REDIRECTING_PATH = /\/(?:url|redirect|redir|out|away|go|goto|click|apiclick|exit|link|l\.php)(?:\.\w+)?\/?$/i;

/** The service that an address belongs to if it is only the carrier of another's link, else null. */
export function transportOf(url: string): string | null {
  const address = normaliseUrl(url);
  if (address === null) return null;
  const bare = address.replace(/^https?:\/\//, '');
  return TRANSPORTS.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

/** The address that a redirector's own address spells out, or null where only asking it would tell. */
export function transportTarget(url: string): string | null {
  const address = normaliseUrl(url);
  if (address === null) return null;
  const parsed = new URL(address);
  if (transportOf(address) === null && !REDIRECTING_PATH.test(parsed.pathname)) return null;
  for (const name of TARGET_PARAMETERS) {
    const target = parsed.searchParams.get(name);
    if (!target || !/^https?:\/\//i.test(target)) continue;
    const found = normaliseUrl(target);
    if (found !== null && new URL(found).hostname !== parsed.hostname) return found;
  }
  return encodedTarget(parsed);
}

/** Google News' older links and Bing's hold the address in base64 within the path or a parameter. */
function encodedTarget({ pathname, searchParams }: URL): string | null {
  const parts = [...pathname.split('/'), ...searchParams.values()].filter((part) => /^[\w-]{24,}=*$/.test(part));
  for (const part of parts) {
    for (const text of [part, part.slice(2)]) {
      const decoded = Buffer.from(text, 'base64url').toString('latin1');
      const found = /https?:\/\/[\x21-\x7e]+/.exec(decoded)?.[0];
      const target = found === undefined ? null : normaliseUrl(found);
      if (target !== null && transportOf(target) === null) return target;
    }
  }
  return null;
}

/** Where an entry's page is to be fetched, and whom the feed names as its publisher. */
export interface EntryAddress {
  url: string | null;
  /** The service whose link the entry carries, or null for a publisher's own link. While `url` is still its link, its host is no outlet. */
  transport: string | null;
  /** The origin that the entry names (RSS `source` and its like), if it is no carrier itself. */
  publisher: { title: string | null; url: string | null } | null;
  reason: 'link' | 'origin-link' | 'wrapped' | 'permalink' | 'transport' | 'none';
}

/** Finds the publisher's own address of an entry as far as the feed alone can tell. */
export function entryAddress(item: FeedItem): EntryAddress {
  const transport = item.link === null ? null : transportOf(item.link);
  const source = item.source;
  const publisher = source === null || (source.url !== null && transportOf(source.url) !== null) ? null : source;
  const give = (url: string | null, reason: EntryAddress['reason']): EntryAddress => ({
    url,
    transport,
    publisher,
    reason,
  });
  const origin = item.originLink === null ? null : normaliseUrl(item.originLink);
  if (origin !== null && transportOf(origin) === null) return give(origin, 'origin-link');
  const link = item.link === null ? null : normaliseUrl(item.link);
  if (link === null) return give(null, 'none');
  const wrapped = transportTarget(link);
  if (wrapped !== null) return give(wrapped, 'wrapped');
  if (transport === null) return give(link, 'link');
  const permalink = item.id !== null && /^https?:/i.test(item.id) ? normaliseUrl(item.id) : null;
  if (permalink !== null && transportOf(permalink) === null) return give(permalink, 'permalink');
  return give(link, 'transport');
}
