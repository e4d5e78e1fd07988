import { hash } from 'node:crypto';
import { contentHash, MIN_HASH_TOKENS } from '../../../packages/shared/text/content-hash.ts';
import { fold } from '../../../packages/shared/text/tokens.ts';
import {
  CAPITAL,
  COMPLEX,
  classOf,
  DENSE,
  DIGIT,
  foldOf,
  INVISIBLE,
  QUOTE,
  SENTENCE_END,
  SEPARATOR,
  SURROGATE,
} from './characters.ts';
import { mix } from './hashing.ts';

/** Flags of a word. */
export const NUMBER = 1;
export const CAPITALISED = 2;
export const SENTENCE_START = 4;
/** Inside quotation marks: what somebody said, which any reporter may have heard. */
export const QUOTED = 8;

/**
 * Words beyond this are not compared (they still count in the content hash): time and memory for a 5 MB text stay those
 * of a very long article. The longest article of 37,554 in a news corpus has under 16,000 words.
 */
export const MAX_WORDS = 20_000;

/** A text as the comparison sees it: one hash and one set of flags for each word. */
export interface Words {
  /** 32-bit hash of each case-folded word. */
  hashes: Uint32Array;
  flags: Uint8Array;
  /** The shared content hash of the text: see `packages/shared/text/content-hash.ts`. */
  contentHash: string | null;
  /** Kept by `align.ts` once it has made them. */
  grams?: Uint32Array;
}

let hashes = new Uint32Array(4096);
let flags = new Uint8Array(4096);
let bytes = new Uint8Array(32_768);

/** FNV-1a steps over a word's code units; murmur3's finaliser follows, for FNV's low bits are weak. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function hashWord(word: string): number {
  let h = FNV_BASIS;
  for (let i = 0; i < word.length; i += 1) h = Math.imul(h ^ word.charCodeAt(i), FNV_PRIME);
  return mix(h);
}

/**
 * Reads a text into words in one pass: hashes, flags, and the content hash over the same bytes that
 * `contentHash(text)` would make. Words are those of `tokenize`, save that runs of scripts without spaces are cut into
 * words by the segmenter.
 */
export function readWords(source: string): Words {
  const text = source.normalize('NFKC');
  if (bytes.length < text.length * 4 + 8) bytes = new Uint8Array(text.length * 4 + 8);
  let count = 0;
  let tokens = 0;
  let at = 0;
  let word = FNV_BASIS;
  let start = -1;
  let flag = 0;
  let dense = false;
  let fresh = true;
  let exact = true;
  let quoted = 0;
  const end = text.length;
  for (let i = 0; i <= end; i += 1) {
    const unit = i < end ? text.charCodeAt(i) : 10;
    let kind = classOf(unit);
    let folded = 0;
    let low = 0;
    if (kind >= COMPLEX) {
      exact = false;
      if (kind === SURROGATE) {
        const point = text.codePointAt(i)!;
        const isWord = point > 0xffff && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point));
        kind = isWord ? DENSE : SEPARATOR;
        folded = point & 0xffff;
        low = point > 0xffff ? 1 : 0;
      } else {
        kind = CAPITAL;
        folded = unit;
      }
    } else folded = foldOf(unit);
    if (kind === INVISIBLE) continue;
    if (kind > INVISIBLE) {
      if (start < 0) {
        start = i;
        word = FNV_BASIS;
        flag = (fresh ? SENTENCE_START : 0) | quoted;
        if (kind === CAPITAL) flag |= CAPITALISED;
        dense = false;
        if (tokens > 0) bytes[at++] = 0x20;
      }
      if (kind === DIGIT) flag |= NUMBER;
      else if (kind === DENSE) dense = true;
      word = Math.imul(word ^ folded, FNV_PRIME);
      if (folded < 0x80) bytes[at++] = folded;
      else if (folded < 0x800) {
        bytes[at++] = 0xc0 | (folded >> 6);
        bytes[at++] = 0x80 | (folded & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (folded >> 12);
        bytes[at++] = 0x80 | ((folded >> 6) & 0x3f);
        bytes[at++] = 0x80 | (folded & 0x3f);
      }
      i += low;
      continue;
    }
    if (start >= 0) {
      tokens += 1;
      if (count < MAX_WORDS) {
        if (count >= hashes.length) grow();
        if (dense) count = cut(text.slice(start, i), count, flag);
        else {
          hashes[count] = mix(word);
          flags[count++] = flag;
        }
      }
      start = -1;
      fresh = false;
    }
    if (kind === SENTENCE_END) {
      fresh = true;
      if (unit === 10) quoted = 0;
    } else if (kind === QUOTE) quoted = unit === 0x22 ? quoted ^ QUOTED : isOpening(unit) ? QUOTED : 0;
  }
  return {
    hashes: hashes.slice(0, count),
    flags: flags.slice(0, count),
    contentHash: exact ? digest(tokens, at) : contentHash(source),
  };
}

/** “ „ ‟ « 「 『 open; ” » 」 』 close. In some languages » opens: the paragraph's end sets that right. */
function isOpening(unit: number): boolean {
  return unit === 0x201c || unit === 0x201e || unit === 0x201f || unit === 0xab || unit === 0x300c || unit === 0x300e;
}

function digest(tokens: number, length: number): string | null {
  if (tokens < MIN_HASH_TOKENS) return null;
  return hash('sha256', bytes.subarray(0, length), 'hex');
}

function grow(): void {
  const moreHashes = new Uint32Array(MAX_WORDS + 1);
  moreHashes.set(hashes);
  hashes = moreHashes;
  const moreFlags = new Uint8Array(MAX_WORDS + 1);
  moreFlags.set(flags);
  flags = moreFlags;
}

let segmenter: Intl.Segmenter | undefined;

/** Cuts a run of a script without spaces into words; returns the new number of words. */
function cut(run: string, from: number, flag: number): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  let count = from;
  let first = flag & SENTENCE_START;
  for (const part of segmenter.segment(run)) {
    if (count >= MAX_WORDS) break;
    if (count >= hashes.length) grow();
    const word = fold(part.segment);
    if (word === '') continue;
    hashes[count] = hashWord(word);
    flags[count++] = (/\p{N}/u.test(word) ? NUMBER : 0) | (flag & QUOTED) | first;
    first = 0;
  }
  return count;
}
