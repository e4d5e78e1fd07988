import { countWithText } from '@wirewatch/shared/store/records.ts';
import type { Store } from '@wirewatch/shared/store/store.ts';
import { scanWatch } from '@wirewatch/shared/store/watches/scan.ts';
import { readWatch, type WatchText } from '@wirewatch/shared/watches/read-watch.ts';
import { type Match, withTexts } from './watches.ts';

/** Articles that a try reads, the newest first: 20,000 take some 5 s (docs/decisions/watches.md), which nobody waits for at a form. */
const MOST_READ = 2000;
/** A watch on more than this part of the articles tells an analyst nothing; of a handful of articles it says nothing itself. */
const TOO_MANY = 0.5;
const FEWEST_TO_JUDGE = 20;

/** What a watch would find in the store. */
export interface Tried {
  matched: number;
  /** Articles with a text in the store. */
  articles: number;
  /** Whether it was broken off: then `matched` is of the newest `looked` that could match. */
  cut: boolean;
  looked: number;
  first: Match[];
  warnings: string[];
}

/** Tries a watch on the store without saving it; where it cannot be read: why, and which query (from 0) at which place. */
export async function tryWatch(
  store: Store,
  said: Omit<WatchText, 'id'>,
  options: { limit: number; now: number },
): Promise<Tried | { problem: string; line: number | null; at: number | null }> {
  const read = readWatch({ id: 'draft', ...said });
  if (!read.ok) {
    const { message, line, query } = read.problem;
    const which = line === null || said.lines.length === 1 ? '' : `query ${line + 1}: `;
    return { problem: `${which}${message}`, line, at: query?.at ?? null };
  }
  const found: Array<{ id: string; matched: string[] }> = [];
  let matched = 0;
  let looked = 0;
  let cut = false;
  for await (const { article, hit } of scanWatch(store, read.watch, { since: null, now: options.now })) {
    if (looked === MOST_READ) {
      cut = true;
      break;
    }
    looked += 1;
    if (!hit) continue;
    matched += 1;
    if (found.length < options.limit) found.push({ id: article.id, matched: hit.matched });
  }
  const [articles, first] = await Promise.all([countWithText(store, null), withTexts(store, found)]);
  const most = articles >= FEWEST_TO_JUDGE && matched > articles * TOO_MANY;
  const warnings = most
    ? [...read.warnings, 'it matches most of what is there: a watch is for what is rare']
    : read.warnings;
  return { matched, articles, cut, looked, first, warnings };
}
