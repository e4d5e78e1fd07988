import { MIN_HASH_TOKENS } from '@wirewatch/shared/text/content-hash.ts';
import { foldForMatching, withoutLookAlikes } from '@wirewatch/shared/text/letters.ts';
import {
  CAPITAL,
  CAPLESS,
  DIGIT,
  DIGIT_BIT,
  INVISIBLE,
  isOpening,
  isUnseenPair,
  isWordPair,
  LETTER,
  learn,
  learnPlain,
  lookAlikes,
  normalUnits,
  PLAIN,
  plainUnits,
  QUOTE,
  SENTENCE_END,
  SEVERAL,
  SURROGATE,
  severalOf,
  UNKNOWN,
  UNSETTLED,
} from './characters.ts';
import { mix } from './hashing.ts';
import { LONG, LONG_LETTERS, type Reading, readingOf, SHORT, SHORT_LETTERS } from './reading.ts';
import { cutFromSlab } from './slab.ts';
import { fillGrams } from './word-runs.ts';

/** Consecutive equal words that make a match: three meet by chance in news, five lose edited copies. */
export const RUN = 4;

/** Flags of a word. */
export const NUMBER = 1;
export const CAPITALISED = 2;
export const SENTENCE_START = 4;
/** Inside quotation marks: what somebody said, which any reporter may have heard. */
export const QUOTED = 8;
/** Of a script without capitals. */
export const UNCASED = 16;
/** Cut out of a run of a script without spaces. */
export const UNSPACED = 32;

/**
 * Words beyond this are not compared (they still count in the text's key): time and memory for a 5 MB text stay those
 * of a very long article. The longest article of 37,554 in a news corpus has under 16,000 words.
 */
export const MAX_WORDS = 20_000;

/** A text as the comparison sees it: one hash and one set of flags for each word. */
export interface Words {
  /** 32-bit hash of each word as `letters.ts` folds it. */
  hashes: Uint32Array;
  /** A hash of each {@link RUN} consecutive words. */
  grams: Uint32Array;
  flags: Uint8Array;
  /** Where each word stands in the text, and how many code units it has: `place >>> 8` and `place & 255`. */
  places: Uint32Array;
  /** The places are of the text in NFKC. */
  normal: boolean;
  reading: Reading;
  /** 64 bits over all words, hexadecimal, null under {@link MIN_HASH_TOKENS}: texts with one key are equal as they are matched. */
  textKey: string | null;
}

let hashes = new Uint32Array(4096);
let flags = new Uint8Array(4096);
let places = new Uint32Array(4096);

/** FNV-1a steps over a word's code units; murmur3's finaliser follows, for FNV's low bits are weak. */
const FNV_BASIS = 0x811c9dc5 | 0;
const LINE_END = 10;
const FNV_PRIME = 0x01000193;

function fnv(word: string): number {
  let h = FNV_BASIS;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), FNV_PRIME);
  return h;
}

let memory = Buffer.alloc(1 << 16);
let units = new Uint16Array(memory.buffer, memory.byteOffset, memory.length / 2);

/** A text's code units as an array: reading them off the string one by one takes three times as long. */
function unitsOf(text: string): Uint16Array {
  if (units.length < text.length + 1) {
    memory = Buffer.alloc((text.length + 1) * 4);
    units = new Uint16Array(memory.buffer, memory.byteOffset, memory.length / 2);
  }
  memory.write(text, 0, 'utf16le');
  // So that a word at the end has an end too.
  units[text.length] = LINE_END;
  return units;
}

/**
 * Reads a text into words in one pass: hashes, flags and key. Words are runs of letters, marks and digits, save that those of
 * scripts without spaces are cut into words by the segmenter; they are compared as `letters.ts` folds them.
 */
export function readWords(source: string): Words {
  // Most texts are in NFKC but for spaces and dots: only where a letter may change is the text brought into it.
  return (
    readUnits(source, false, plainUnits, learnPlain) ?? readUnits(source.normalize('NFKC'), true, normalUnits, learn)!
  );
}

/** @returns null where a code unit is {@link UNSETTLED}: NFKC would change it or what stands round it */
function readUnits(text: string, normal: boolean, kinds: Int32Array, learnUnit: (unit: number) => void): Words | null {
  const end = text.length;
  const read = unitsOf(text);
  let count = 0;
  let tokens = 0;
  let low = 0;
  let high = 0;
  let fresh = SENTENCE_START;
  let quoted = 0;
  let i = 0;
  while (i < end) {
    let entry = kinds[read[i]!]!;
    if (entry < LETTER << 16) {
      const kind = entry >> 16;
      if (kind === UNKNOWN) {
        learnUnit(read[i]!);
        continue;
      }
      if (kind === SENTENCE_END) {
        fresh = SENTENCE_START;
        if (read[i] === LINE_END) quoted = 0;
      } else if (kind === QUOTE) quoted = read[i] === 0x22 ? quoted ^ QUOTED : isOpening(read[i]!) ? QUOTED : 0;
      i += 1;
      continue;
    }
    const start = i;
    const first = (entry >> 16) & 0xff;
    let word = FNV_BASIS;
    let flag = fresh | quoted | (first === CAPITAL ? CAPITALISED : first === CAPLESS ? UNCASED : 0);
    let dense = false;
    let plain = 0;
    let alike = 0;
    for (;;) {
      // The loop that reading is made of.
      while (entry >= PLAIN) {
        word = Math.imul(word ^ (entry & 0x7f), FNV_PRIME);
        plain |= entry;
        i += 1;
        entry = kinds[read[i]!]!;
      }
      const kind = entry >> 16;
      if (kind >= LETTER && kind <= DIGIT) {
        const folded = entry & 0xffff;
        if (kind === DIGIT) flag |= NUMBER;
        word = Math.imul(word ^ folded, FNV_PRIME);
        if (folded < 0x80) plain |= folded;
        else alike |= lookAlikes[folded]!;
      } else if (kind > DIGIT) {
        if (kind === UNSETTLED) return null;
        if (kind === SURROGATE) {
          if (!isUnseenPair(text, i)) {
            if (!isWordPair(text, i)) break;
            word = Math.imul(Math.imul(word ^ read[i]!, FNV_PRIME) ^ read[i + 1]!, FNV_PRIME);
            dense = true;
          }
          i += 1;
        } else if (kind === SEVERAL) {
          const units = severalOf(read[i]!);
          for (let k = 0; k < units.length; k += 1) word = Math.imul(word ^ units.charCodeAt(k), FNV_PRIME);
        } else {
          dense = true;
          word = Math.imul(word ^ (entry & 0xffff), FNV_PRIME);
        }
      } else if (kind === UNKNOWN) {
        learnUnit(read[i]!);
        i -= 1;
      } else if (kind !== INVISIBLE) break;
      i += 1;
      entry = kinds[read[i]!]!;
    }
    if ((plain & DIGIT_BIT) !== 0) flag |= NUMBER;
    if (i === start) {
      // Half a pair, or a pair that is no letter.
      i += 1;
      continue;
    }
    // Nothing but what cannot be seen.
    if (word === FNV_BASIS) continue;
    // Letters that look alike, beside plain ones (bit 6 is set in no digit).
    if (alike !== 0 && (plain & 0x40) !== 0) word = unmixed(text.slice(start, i));
    const hash = mix(word);
    tokens += 1;
    low = Math.imul(low ^ hash, 0x5bd1e995) ^ (low >>> 15);
    high = ((Math.imul(high, 0x01000193) ^ hash) + (high >>> 13)) | 0;
    if (count < MAX_WORDS) {
      if (count >= hashes.length) grow();
      if (dense) count = cut(text.slice(start, i), start, count, flag);
      else {
        if ((flag & (NUMBER | UNCASED)) === 0) flag |= lengthFlags[i - start]!;
        places[count] = placeOf(start, i - start);
        hashes[count] = hash;
        flags[count++] = flag;
      }
    }
    fresh = 0;
  }
  const textKey = tokens < MIN_HASH_TOKENS ? null : hex(mix(low)) + hex(mix(high ^ tokens));
  const reading = readingOf(hashes, flags, count, (at) => wordAt(text, places[at]!));
  return pack(count, normal, reading, textKey);
}

/** Of a longer "word", which none is, the first 255 code units. */
function placeOf(start: number, length: number): number {
  return (start << 8) | Math.min(length, 255);
}

/** The word that stands at a place of a text, as it is written. */
export function wordAt(text: string, place: number): string {
  return text.slice(place >>> 8, (place >>> 8) + (place & 255));
}

/** {@link SHORT} or {@link LONG} or neither, by the letters of a word; no word is longer than the table, and junk that is has no flag. */
const lengthFlags = Uint8Array.from({ length: 0x10000 }, (_, length) =>
  length <= SHORT_LETTERS ? SHORT : length >= LONG_LETTERS ? LONG : 0,
);

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}

function unmixed(word: string): number {
  return fnv(withoutLookAlikes(foldForMatching(word)));
}

/** The words read, packed: hashes, grams, places, flags. */
function pack(count: number, normal: boolean, reading: Reading, textKey: string | null): Words {
  const gramCount = Math.max(0, count - RUN + 1);
  const memory = cutFromSlab(count * 2 + gramCount + Math.ceil(count / 4));
  const own = memory.subarray(0, count);
  own.set(hashes.subarray(0, count));
  const grams = memory.subarray(count, count + gramCount);
  fillGrams(own, grams);
  const ownPlaces = memory.subarray(count + gramCount, count * 2 + gramCount);
  ownPlaces.set(places.subarray(0, count));
  const ownFlags = new Uint8Array(memory.buffer, memory.byteOffset + (count * 2 + gramCount) * 4, count);
  ownFlags.set(flags.subarray(0, count));
  return { hashes: own, grams, flags: ownFlags, places: ownPlaces, normal, reading, textKey };
}

function grow(): void {
  const moreHashes = new Uint32Array(MAX_WORDS + 1);
  moreHashes.set(hashes);
  hashes = moreHashes;
  const moreFlags = new Uint8Array(MAX_WORDS + 1);
  moreFlags.set(flags);
  flags = moreFlags;
  const morePlaces = new Uint32Array(MAX_WORDS + 1);
  morePlaces.set(places);
  places = morePlaces;
}

/** A run of digits; Chinese and Japanese numerals are words here, for they are parts of words as often. */
function isNumber(word: string): boolean {
  return /\p{Nd}/u.test(word);
}

let segmenter: Intl.Segmenter | undefined;

/** Cuts a run of a script without spaces, and where it stands, into words; returns the new number of words. */
function cut(run: string, start: number, from: number, flag: number): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let count = from;
  let first = flag & SENTENCE_START;
  for (const part of segmenter.segment(run)) {
    if (count >= MAX_WORDS) break;
    if (count >= hashes.length) grow();
    const word = foldForMatching(part.segment);
    if (word === '') continue;
    places[count] = placeOf(start + part.index, part.segment.length);
    hashes[count] = mix(fnv(word));
    flags[count++] = (isNumber(word) ? NUMBER : UNCASED) | UNSPACED | (flag & QUOTED) | first;
    first = 0;
  }
  return count;
}
