import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { BEYOND } from './core/feed/limits.ts';
import type { FloodVerdict } from './core/identity/flood.ts';
import type { PollResult } from './poll-feed.ts';

/**
 * What an operator should know of a feed that works, in words: each thing that costs entries or will. Null for nothing.
 * @param announced entries of the document that lead to a page or bring their text
 */
export function pollWarnings(result: PollResult, announced: number, flood: FloodVerdict | null): string | null {
  const { feed, event } = result;
  if (feed === null) return null;
  const said: string[] = [];
  if (flood !== null && (flood.lane === 'batch' || flood.kind === 'changed-guids')) said.push(flood.reason);
  else if (event.warning !== undefined) said.push(event.warning);
  if (feed.sources?.length === 0) said.push('an index of sitemaps, none of them of news or new: nothing to watch');
  const without = feed.items.length - announced;
  if (without > 0)
    said.push(
      `${without} of ${feed.items.length} entries have no link to a page and no text of their own: they cannot be fetched`,
    );
  const total = feed.repaired.find((mend) => mend.startsWith(BEYOND))?.slice(BEYOND.length);
  if (total !== undefined) said.push(`${total} entries, of which the newest ${feed.items.length} are read`);
  if (feed.movedTo !== undefined) said.push(`the feed says that it stands at ${redactUrl(feed.movedTo)} now`);
  return said.length === 0 ? null : said.join('; ');
}
