import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { type Answer, type Ask, problem } from '../handler.ts';

/** Adds the feeds that a form names, one address a line. Adding asks nothing: a feed can be taken off again. */
export async function addFeeds({ store, form, who, now }: Ask): Promise<Answer> {
  const urls = (form.get('url') ?? '').split(/\s+/).filter((line) => line !== '');
  if (urls.length === 0) return problem(400, 'Say the address of a feed: http://... or https://...');
  const folder = form.get('folder')?.trim() || null;
  return inOneTransaction(store, async (both): Promise<Answer> => {
    const added: string[] = [];
    const problems: string[] = [];
    for (const url of urls) {
      const result = await addFeed(both, { url, folder }, now());
      if ('problem' in result) problems.push(result.problem);
      else if (result.added) added.push(result.id);
    }
    if (problems.length > 0 && added.length === 0) return problem(400, problems.join('. '));
    const detail = { ids: added, leftOut: problems };
    const change = { at: now(), who, action: 'feed.add', target: urls[0]!, count: added.length, detail };
    const done = await writeAudit(both, both.db, change);
    const to = added.length === 1 ? `/feeds/${added[0]}` : '/feeds';
    return { kind: 'go', to: `${to}?done=${done}` };
  });
}
