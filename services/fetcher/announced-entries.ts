import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import type { Announced } from '@wirewatch/shared/store/articles/known-entries.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { entryKeys } from './core/identity/entry-key.ts';
import { entryState } from './core/identity/entry-state.ts';
import { entryAddress } from './core/identity/transport.ts';

/** The outlet of a carrier's link until the page itself has told whose it is: a carrier publishes nothing. */
const NOT_KNOWN_YET = 'unknown';

/**
 * A feed's items as entries with an identity and the address at which their page is fetched. Items without an http(s) address announce no
 * page and are left out.
 * @param base the feed's site or address, for relative links
 */
export function announcedEntries(feed: ParsedFeed, base: string): Announced[] {
  const keys = entryKeys(feed.items);
  return feed.items.flatMap((item, index) => {
    const absolute = { ...item, link: item.link === null ? null : normaliseUrl(item.link, base) };
    const { url, publisher, reason } = entryAddress(absolute);
    if (url === null) return [];
    const { title, summary, author, published, updated } = item;
    const outletHost = reason === 'transport' ? (hostOfSource(publisher?.url ?? null) ?? NOT_KNOWN_YET) : undefined;
    return [
      {
        entryKey: keys[index]!.key,
        guid: item.id,
        link: url,
        title,
        summary,
        author,
        published,
        updated,
        sourceTitle: item.source?.title ?? null,
        sourceUrl: item.source?.url ?? null,
        stateHash: entryState(item),
        ...(outletHost === undefined ? {} : { outletHost }),
      },
    ];
  });
}

function hostOfSource(url: string | null): string | null {
  const address = url === null ? null : normaliseUrl(url);
  return address === null ? null : hostOf(address);
}
