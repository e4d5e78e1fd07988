import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import type { Announced } from '@wirewatch/shared/store/articles/known-entries.ts';
import { ownEntryAddress } from '@wirewatch/shared/text/entry-address.ts';
import { hostOf } from '@wirewatch/shared/text/host.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { plainText } from './core/feed/markup.ts';
import { ownTextOf } from './core/feed/own-text.ts';
import { entryKeys } from './core/identity/entry-key.ts';
import { entryState } from './core/identity/entry-state.ts';
import { entryAddress, transportOf } from './core/identity/transport.ts';

/** The outlet of a carrier's link until the page itself has told whose it is: a carrier publishes nothing. */
const NOT_KNOWN_YET = 'unknown';

/** An entry with an identity; `text`: as a page, what the feed says of one that has no page. */
export type Entry = Omit<Announced, 'raw'> & { text?: string };

/**
 * A feed's items as entries with an identity and the address at which their page is fetched. Of items without an http(s) address those
 * whose text stands in the feed are articles of their own at an address that nobody fetches; the others are left out.
 * @param own the feed as we know it
 */
export function announcedEntries(feed: ParsedFeed, own: { id: string; url: string }): Entry[] {
  const base = feed.link ?? own.url;
  const keys = entryKeys(feed.items);
  return feed.items.flatMap((item, index) => {
    const absolute = { ...item, link: item.link === null ? null : normaliseUrl(item.link, base) };
    const author = item.author === null ? null : plainText(item.author) || null;
    const { url, publisher, reason } = entryAddress(absolute);
    const text = url === null ? ownTextOf({ ...item, author }) : null;
    if (url === null && text === null) return [];
    const { title, summary, published, updated } = item;
    const { key } = keys[index]!;
    const outletHost =
      url === null
        ? hostOf(transportOf(base) === null ? base : own.url)
        : reason === 'transport'
          ? (hostOfSource(publisher?.url ?? null) ?? NOT_KNOWN_YET)
          : undefined;
    return [
      {
        entryKey: key,
        guid: item.id,
        link: url ?? ownEntryAddress(own, key),
        title,
        summary,
        author,
        published,
        updated,
        sourceTitle: item.source?.title ?? null,
        sourceUrl: item.source?.url ?? null,
        stateHash: entryState(item),
        ...(outletHost === undefined ? {} : { outletHost }),
        ...(text === null ? {} : { text }),
      },
    ];
  });
}

function hostOfSource(url: string | null): string | null {
  const address = url === null ? null : normaliseUrl(url);
  return address === null ? null : hostOf(address);
}
