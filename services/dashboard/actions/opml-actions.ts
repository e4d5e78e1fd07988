import { writeAudit } from '@wirewatch/shared/store/audit.ts';
import { addFeed, listFeeds } from '@wirewatch/shared/store/feeds.ts';
import { type Answer, type Ask, problem } from '../ask.ts';
import { together } from './together.ts';

/** A feed of an OPML list, as the tools that are handed to us read and write it. */
export interface OpmlFeed {
  url: string;
  title: string | null;
  site: string | null;
  folders: string[];
}

/** Reads and writes OPML lists. */
export interface OpmlTools {
  /** @throws Error in words where the text is no OPML */
  read(text: string): OpmlFeed[];
  write(feeds: OpmlFeed[]): string;
}

/** The list of feeds for another reader. */
export async function exportOpml({ store, opml }: Ask): Promise<Answer> {
  const feeds = await listFeeds(store);
  const body = opml.write(
    feeds.map((feed) => ({
      url: feed.url,
      title: feed.title,
      site: feed.siteUrl,
      folders: feed.folder === null ? [] : feed.folder.split('/'),
    })),
  );
  const headers = { 'content-disposition': 'attachment; filename="wirewatch.opml"' };
  return { kind: 'raw', type: 'text/x-opml; charset=utf-8', body, headers };
}

/** Adds the feeds of an OPML file; those that are known stay as they are. */
export async function importOpml({ store, opml, form, who, now }: Ask): Promise<Answer> {
  const text = form.get('opml') ?? '';
  if (text.trim() === '') return problem(400, 'Choose an OPML file.');
  let found: OpmlFeed[];
  try {
    found = opml.read(text);
  } catch (error) {
    return problem(400, `This file cannot be read as OPML: ${(error as Error).message}.`);
  }
  const done = await together(store, async (both) => {
    let count = 0;
    for (const { url, title, folders } of found) {
      const result = await addFeed(both, { url, title, folder: folders.join('/') || null }, now());
      if ('added' in result && result.added) count += 1;
    }
    const change = { at: now(), who, action: 'feed.import', target: `${found.length} feeds of an OPML file`, count };
    return writeAudit(both, { ...change, detail: null });
  });
  return { kind: 'go', to: `/feeds?done=${done}` };
}
