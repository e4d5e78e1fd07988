import { mend } from './mend.ts';

/** Words of a text by which it is judged how well it was read: a scanner's pages have errors all over. */
export const COUNTED = 400;
/** Flags of a word beside those of `words.ts`: of few letters, of many; numbers and scripts without capitals are neither. */
/** As in `words.ts`. */
const NUMBER = 1;
export const SHORT = 64;
export const SHORT_LETTERS = 4;
export const LONG = 128;
export const LONG_LETTERS = 6;

/** How well a text was read. */
export interface Reading {
  /** Its short words come again so seldom that it may be misread. */
  suspect: boolean;
  /** It is: long words stand beside what is nearly the same word, or figures inside words. */
  misread: boolean;
  /** The words of a misread text with those put right that are nearly one that it repeats; null for others. */
  mended: Uint32Array | null;
}

/** So few short words say nothing. */
const LEAST_SHORT = 30;
/**
 * Kinds of short words for each short word: they are the words that a language repeats most, and an error makes another of each. Clean
 * news with {@link USUAL} of them has .47 (Greek, French) to .6 (Polish, Russian, short German) at most of 20 texts, with one letter in
 * ten misread .5 to .68; twice as many have less.
 */
const MISREAD = 0.58;
const USUAL = 60;
const PER_DOUBLING = 0.07;
/** Where words are shared already, and in short runs, less is enough for a closer look. */
const SUSPECT = 0.1;
/**
 * Pairs of long words that differ by one letter before their ending: among {@link MANY} words 9 in 10 clean texts that are suspect have
 * fewer, 9 in 10 misread ones as many; one is enough in a shorter text.
 */
const NEAR_PAIRS = 2;
const MANY = 200;
const ENDING = 2;
/** So many words with a figure among their letters are as telling: nobody writes so. */
const MIXED_WORDS = 2;
const MIXED = /\p{L}\p{Nd}+\p{L}/u;

/** @param wordAt the word at a place, as it is written */
export function readingOf(
  hashes: Uint32Array,
  flags: Uint8Array,
  length: number,
  wordAt: (place: number) => string,
): Reading {
  const count = Math.min(length, COUNTED);
  kinds.fill(0);
  let short = 0;
  let shortKinds = 0;
  for (let i = 0; i < count; i += 1) {
    if ((flags[i]! & SHORT) === 0) continue;
    short += 1;
    if (isNew(hashes[i]!)) shortKinds += 1;
  }
  if (short < LEAST_SHORT) return CLEAN;
  const most = MISREAD - PER_DOUBLING * Math.log2(short / USUAL);
  if (shortKinds <= short * (most - SUSPECT)) return CLEAN;
  if (shortKinds <= short * most) return SUSPICIOUS;
  if (!isReadBadly(hashes, flags, count, wordAt)) return SUSPICIOUS;
  return { suspect: true, misread: true, mended: mend(hashes, length, wordAt) };
}

function isReadBadly(
  hashes: Uint32Array,
  flags: Uint8Array,
  count: number,
  wordAt: (place: number) => string,
): boolean {
  kinds.fill(0);
  const long: string[] = [];
  let mixed = 0;
  for (let i = 0; i < count; i += 1) {
    if ((flags[i]! & (LONG | NUMBER)) === 0 || !isNew(hashes[i]!)) continue;
    if ((flags[i]! & LONG) !== 0) long.push(wordAt(i));
    else if (MIXED.test(wordAt(i))) mixed += 1;
  }
  return mixed >= MIXED_WORDS || hasNearPairs(long, count < MANY ? 1 : NEAR_PAIRS);
}

const CLEAN: Reading = { suspect: false, misread: false, mended: null };
const SUSPICIOUS: Reading = { suspect: true, misread: false, mended: null };

/** Hashes of the words at hand, at more than twice as many places as there can be; 0 is free. */
const kinds = new Uint32Array(1024);

function isNew(hash: number): boolean {
  let slot = hash & (kinds.length - 1);
  while (kinds[slot] !== 0 && kinds[slot] !== hash) slot = (slot + 1) & (kinds.length - 1);
  if (kinds[slot] === hash) return false;
  kinds[slot] = hash;
  return true;
}

function hasNearPairs(words: readonly string[], wanted: number): boolean {
  let found = 0;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    const first = word.charCodeAt(0);
    for (let k = 0; k < i; k += 1) {
      if (words[k]!.charCodeAt(0) !== first || !differByOne(word, words[k]!)) continue;
      found += 1;
      if (found === wanted) return true;
    }
  }
  return false;
}

/** Whether one letter before the ending, and after the first, was changed, added or left out. */
function differByOne(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length);
  if (Math.max(a.length, b.length) - least > 1) return false;
  let start = 1;
  while (start < least && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < least - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  return end >= ENDING && least - start - end <= 1;
}
