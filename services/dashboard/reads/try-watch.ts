import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { type TriedWatch, tryWatch as tryOn } from '@wirewatch/shared/store/watches/try-watch.ts';
import { readNewWatch, type WatchText } from '@wirewatch/shared/watches/read-watch.ts';
import { countOf } from './survey.ts';
import { type Match, withTexts } from './watches.ts';

/** Articles that a try reads, the newest first: 20,000 take some 5 s (docs/decisions/watches.md), which nobody waits for at a form. */
const MOST_READ = 2000;
/** What a watch would find in the store. */
export interface Tried extends Omit<TriedWatch, 'first'> {
  first: Match[];
  /** How many sources what it finds is. */
  count: SourceCount;
}

/** Tries a watch on the store without saving it; where it cannot be read: why, and which query (from 0) at which place. */
export async function tryWatch(
  store: Store,
  said: Omit<WatchText, 'id'>,
  options: { limit: number; now: number },
): Promise<Tried | { problem: string; line: number | null; at: number | null }> {
  const read = readNewWatch({ id: 'draft', ...said });
  if (!read.ok) {
    const { message, line, query } = read.problem;
    const which = line === null || said.lines.length === 1 ? '' : `query ${line + 1}: `;
    return { problem: `${which}${message}`, line, at: query?.at ?? null };
  }
  const { first, ...tried } = await tryOn(store, read.watch, {
    since: null,
    mostRead: MOST_READ,
    limit: MOST_READ,
    now: options.now,
  });
  const count = await countOf(
    store,
    first.map(({ article }) => article.id),
  );
  const shown = first.slice(0, options.limit).map(({ article: { id }, hit: { matched } }) => ({ id, matched }));
  return { ...tried, count, first: await withTexts(store, shown), warnings: [...read.warnings, ...tried.warnings] };
}
