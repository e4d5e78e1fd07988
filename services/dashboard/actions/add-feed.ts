import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import type { Answer, Ask } from '../handler.ts';
import { addAgainView } from '../views/feeds.ts';

/** Adds the feeds that a form names, one address a line. Adding asks nothing: a feed can be taken off again. */
export async function addFeeds({ store, form, who, now }: Ask): Promise<Answer> {
  const urls = (form.get('url') ?? '').split(/\s+/).filter((line) => line !== '');
  const folder = form.get('folder')?.trim() || null;
  const again = (problems: string[]): Answer => {
    const body = addAgainView({ urls: form.get('url') ?? '', folder: folder ?? '' }, problems);
    return { kind: 'page', title: 'Add feeds', place: 'feeds', status: 400, body };
  };
  if (urls.length === 0) return again(['Say the address of a feed: http://... or https://...']);
  return inOneTransaction(store, async (both): Promise<Answer> => {
    const added: string[] = [];
    const problems: string[] = [];
    for (const url of urls) {
      const result = await addFeed(both, { url, folder }, now());
      if ('problem' in result) problems.push(result.problem);
      else if (result.added) added.push(result.id);
    }
    if (problems.length > 0 && added.length === 0) return again(problems);
    const detail = { ids: added, leftOut: problems };
    const change = { at: now(), who, action: 'feed.add', target: urls[0]!, count: added.length, detail };
    const done = await writeAudit(both, both.db, change);
    const to = added.length === 1 ? `/feeds/${added[0]}` : '/feeds';
    return { kind: 'go', to: `${to}?done=${done}` };
  });
}
