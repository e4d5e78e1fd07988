import type { Watch } from '../../query/watch-index.ts';
import { countWithText } from '../articles/records.ts';
import type { Store } from '../database/store.ts';
import { type Scanned, scanWatch } from './scan.ts';

/** A watch on more than this part of the articles tells an analyst nothing; of a handful of articles it says nothing itself. */
const TOO_MANY = 0.5;
const FEWEST_TO_JUDGE = 20;

/** What a watch would find in the store. */
export interface TriedWatch {
  matched: number;
  /** Articles with a text in the store, of those that are not left out. */
  articles: number;
  /** Whether it was broken off: then `matched` is of the newest `looked` that could match. */
  cut: boolean;
  looked: number;
  /** The newest articles on which it fires. */
  first: Array<Scanned & { hit: NonNullable<Scanned['hit']> }>;
  /** Where it fires on most of what is there. */
  warnings: string[];
}

/**
 * Tries a watch on the store; nothing is written.
 * @param since epoch ms of first sight; null: all
 * @param limit articles given in `first`
 * @param mostRead articles read, the newest first, of those that could match
 */
export async function tryWatch(
  store: Store,
  watch: Watch,
  options: { since: number | null; limit: number; now: number; mostRead?: number },
): Promise<TriedWatch> {
  const { since, limit, now, mostRead = Number.POSITIVE_INFINITY } = options;
  const first: TriedWatch['first'] = [];
  let matched = 0;
  let looked = 0;
  let cut = false;
  for await (const { hit, ...one } of scanWatch(store, watch, { since, now })) {
    if (looked === mostRead) {
      cut = true;
      break;
    }
    looked += 1;
    if (!hit) continue;
    matched += 1;
    if (first.length < limit) first.push({ ...one, hit });
  }
  const articles = await countWithText(store, since);
  const most = articles >= FEWEST_TO_JUDGE && matched > articles * TOO_MANY;
  const warnings = most ? ['it matches most of what is there: a watch is for what is rare'] : [];
  return { matched, articles, cut, looked, first, warnings };
}
