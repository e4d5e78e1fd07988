import { addressKey } from '@wirewatch/shared/text/address-key.ts';
import { MARK_KEYS } from '@wirewatch/shared/text/posting-keys.ts';
import { type Article, addressesOf, outletTimesOf } from './core/article.ts';
import type { Link } from './core/link.ts';
import { MAX_STORY_POSTINGS } from './core/marks.ts';
import { MAX_POSTINGS } from './core/posting-index.ts';

/** Keys of the addresses and days under which an article is found. */
export function placesOf(article: Article): number[] {
  return [...new Set([...addressesOf(article), ...outletTimesOf(article)].map(addressKey))];
}

/** Texts that may stand under a key: one above the bound, and it is known to be common. */
export function roomOf(key: number): number {
  return key < MARK_KEYS ? MAX_POSTINGS + 1 : MAX_STORY_POSTINGS;
}

/** The key of a link: of two articles there is one, whichever is the newer. */
export function pairOf({ newer, older }: Pick<Link, 'newer' | 'older'>): string {
  return [newer, older].sort().join(' ');
}
