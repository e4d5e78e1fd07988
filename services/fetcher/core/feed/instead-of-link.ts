import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { type Base, resolveLink } from './place.ts';

/** Files that are no page, whatever leads to them. */
const NO_PAGE =
  /\.(?:mp3|m4a|ogg|opus|wav|mp4|m4v|mov|webm|avi|jpe?g|png|gif|webp|svg|avif|pdf|zip|gz|epub|torrent)(?:$|[?#])/i;
const PAGE_TYPE = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/**
 * Where an entry without a link leads: its GUID if that is an address, whatever it says of itself; the page that it is related to; an
 * enclosure that is a page.
 * @param related `rel=related`, or JSON Feed's `external_url`
 */
export function insteadOfLink(
  guid: string | null | undefined,
  related: string | null | undefined,
  enclosures: FeedItem['enclosures'],
  base: Base,
): string | null {
  const page = enclosures.find(
    ({ url, type }) => (type === null ? /^https?:/i.test(url) : PAGE_TYPE.test(type)) && isPage(url),
  );
  const named = guid?.trim();
  return (
    (named && /^https?:\/\/\S+$/i.test(named) && isPage(named) ? named : null) ??
    resolveLink(related, base) ??
    page?.url ??
    null
  );
}

function isPage(url: string): boolean {
  return !NO_PAGE.test(url);
}
