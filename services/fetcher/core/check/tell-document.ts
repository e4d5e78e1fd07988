import type { FeedItem, ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { entryKeys } from '../identity/entry-key.ts';
import { mendedWords } from './mended-words.ts';

/** Headlines that are shown. */
const SHOWN = 3;
/** Clocks and time zones differ by less. */
const AHEAD_MS = 2 * 86_400_000;

/**
 * What a feed's document gives: its kind, its entries, their dates and by what they are known.
 * @param pages addresses of the entries that lead to a page, newest first as the feed has them
 * @param taken entries that become articles, those of texts without a page included
 */
export function tellDocument(
  feed: ParsedFeed & { sources?: readonly string[] },
  pages: readonly string[],
  taken: number,
  now: Date,
): CheckStep[] {
  const mended = feed.repaired.length === 0 ? '' : `; mended: ${feed.repaired.map(mendedWords).join(', ')}`;
  const kind: CheckStep = {
    step: 'kind',
    level: 'good',
    said: `${feed.format}, ${feed.title === null ? 'without a title' : `"${feed.title}"`}, in ${feed.charset}${mended}`,
  };
  // An index has no entries of its own: its sitemaps have.
  if (feed.sources !== undefined) return [kind];
  if (feed.items.length === 0)
    return [kind, { step: 'entries', level: 'warning', said: 'none: that is right for a new feed only' }];
  return [kind, tellEntries(feed.items, pages, taken), tellDates(feed.items, now), tellIdentity(feed.items)];
}

function tellEntries(items: readonly FeedItem[], pages: readonly string[], taken: number): CheckStep {
  const without = items.length - taken;
  const own = taken - pages.length;
  const shown = items.slice(0, SHOWN).map((item) => (item.title === null ? 'one without a title' : `"${item.title}"`));
  const first = pages[0] === undefined ? '' : `; the first leads to ${redactUrl(pages[0])}`;
  const texts = own === 0 ? '' : `; ${own} have no page, their text is taken from the feed`;
  const lost = without === 0 ? '' : `; ${without} have neither a page nor a text`;
  const said = `${items.length}: ${shown.join(', ')}${items.length > SHOWN ? ', ...' : ''}${first}${texts}${lost}`;
  return { step: 'entries', level: without === 0 ? 'good' : without < items.length ? 'warning' : 'bad', said };
}

function tellDates(items: readonly FeedItem[], now: Date): CheckStep {
  const dates = items.flatMap(({ published, updated }) => {
    const at = Date.parse(published ?? updated ?? '');
    return Number.isNaN(at) ? [] : [at];
  });
  if (dates.length === 0) {
    return {
      step: 'dates',
      level: 'warning',
      said: 'none has a date: the day on which an entry was first seen counts',
    };
  }
  const [oldest, newest] = [Math.min(...dates), Math.max(...dates)].map((at) => new Date(at).toISOString());
  const without = items.length - dates.length;
  const ahead = dates.filter((at) => at > now.getTime() + AHEAD_MS).length;
  const notes = [
    ...(without === 0 ? [] : [`${without} have none that can be read`]),
    ...(ahead === 0 ? [] : [`${ahead} lie in the future`]),
  ];
  const span = oldest === newest ? `all at ${oldest}` : `from ${oldest} to ${newest}`;
  const said = [span, ...notes].join('; ');
  return { step: 'dates', level: notes.length === 0 ? 'good' : 'warning', said };
}

function tellIdentity(items: readonly FeedItem[]): CheckStep {
  const keys = entryKeys(items);
  const of = (basis: string) => keys.filter((key) => key.basis === basis).length;
  const doubles = keys.length - new Set(keys.map(({ key }) => key)).size;
  const parts = [
    [of('guid'), 'by their GUID'],
    [of('link'), 'by their link'],
    [of('content'), 'by their words, for they share GUIDs and links with others or have none'],
  ] as const;
  const known = parts.flatMap(([count, by]) => (count === 0 ? [] : [`${count} are known ${by}`]));
  const said = [...known, ...(doubles === 0 ? [] : [`${doubles} stand in the document twice`])].join('; ');
  return { step: 'identity', level: of('content') > 0 ? 'warning' : 'good', said };
}
