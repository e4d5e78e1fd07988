import { addFeeds, foldersOf, listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { type Answer, type Ask, problem } from '../handler.ts';

import { importedView } from '../views/feeds.ts';

/** The list of feeds for another reader. */
export async function exportOpml({ store, opml }: Ask): Promise<Answer> {
  const feeds = await listFeeds(store);
  const body = await opml.write(
    feeds.map((feed) => ({
      url: redactUrl(feed.url),
      title: feed.title,
      site: feed.siteUrl,
      folders: foldersOf(feed),
    })),
  );
  const headers = { 'content-disposition': 'attachment; filename="wirewatch.opml"' };
  return { kind: 'raw', type: 'text/x-opml; charset=utf-8', body, headers };
}

/** Adds the feeds of an OPML file; those that are known stay as they are, and what cannot be added is named. */
export async function importOpml({ store, opml, form, files, who, now }: Ask): Promise<Answer> {
  // A file's bytes say themselves in which charset they are; a form would take them for UTF-8.
  const source = files.get('opml') ?? form.get('opml') ?? '';
  if (source.length === 0) return problem(400, 'Choose an OPML file.');
  let list: Awaited<ReturnType<typeof opml.read>>;
  try {
    list = await opml.read(source);
  } catch (error) {
    return problem(400, `This file cannot be read as OPML: ${(error as Error).message}.`);
  }
  const found = list.feeds;
  if (found.length === 0) return problem(400, 'This OPML file names no feed.');
  let done = 0;
  const told = await addFeeds(store, found, now(), async (tx, { from, to, added: count }) => {
    const target = `feeds ${from} to ${to} of ${found.length} of an OPML file`;
    const change = { at: now(), who, action: 'feed.import', target, count };
    done = await writeAudit(store, tx, change);
  });
  const { added } = told;
  const leftOut = [...list.leftOut, ...told.leftOut];
  if (leftOut.length === 0) return { kind: 'go', to: `/feeds?done=${done}` };
  const body = importedView({ found: found.length, added, leftOut });
  return { kind: 'page', title: 'Import OPML', place: 'feeds', body };
}
