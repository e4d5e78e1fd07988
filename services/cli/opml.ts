import { readOpml, writeOpml } from '@wirewatch/fetcher/core/feed/opml.ts';
import { addFeed, listFeeds } from '@wirewatch/shared/store/feeds.ts';
import type { Store } from '@wirewatch/shared/store/store.ts';

/** Between the names of nested folders in a feed's one folder field. */
const NESTED = ' / ';

/** Adds the feeds of an OPML document. Returns how many are new, and what was left out and why. */
export async function addOpml(
  store: Store,
  text: string,
  now: number,
): Promise<{ found: number; added: number; leftOut: string[] }> {
  const found = readOpml(text);
  const leftOut: string[] = [];
  let added = 0;
  for (const { url, title, folders } of found) {
    const result = await addFeed(store, { url, title, folder: folders.join(NESTED) || null }, now);
    if ('problem' in result) leftOut.push(result.problem);
    else if (result.added) added += 1;
  }
  return { found: found.length, added, leftOut };
}

/** Every feed as OPML, with its folders. */
export async function opmlOf(store: Store): Promise<string> {
  const feeds = await listFeeds(store);
  return writeOpml(
    feeds.map((feed) => ({
      url: feed.url,
      title: feed.title,
      site: feed.siteUrl,
      folders: feed.folder?.split(NESTED) ?? [],
    })),
  );
}
