import { readOpml, writeOpml } from '@wirewatch/fetcher/core/feed/opml.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeeds, foldersOf, listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';

/** Adds the feeds of an OPML document. Returns how many are new, what was left out and why, and how many of those the store refused. */
export async function addOpml(
  store: Store,
  source: string | Uint8Array,
  { who, now }: { who: string; now: number },
): Promise<{ found: number; added: number; leftOut: string[]; refused: number }> {
  const { feeds: found, leftOut } = readOpml(source);
  const told = await addFeeds(store, found, now, async (tx, { from, to, added: count }) => {
    const target = `feeds ${from} to ${to} of ${found.length} of an OPML file`;
    await writeAudit(store, tx, { at: now, who, action: 'feed.import', target, count });
  });
  return {
    found: found.length,
    added: told.added,
    leftOut: [...leftOut, ...told.leftOut],
    refused: told.leftOut.length,
  };
}

/** Every feed as OPML, with its folders; passwords and keys in addresses are hidden unless they are asked for. */
export async function opmlOf(store: Store, { secrets }: { secrets: boolean }): Promise<string> {
  const feeds = await listFeeds(store);
  return writeOpml(
    feeds.map((feed) => ({
      url: secrets ? feed.url : redactUrl(feed.url),
      title: feed.title,
      site: feed.siteUrl,
      folders: foldersOf(feed),
    })),
  );
}
