import { mix } from './hashing.ts';
import { keep } from './slab.ts';
import { readWords, type Words } from './words.ts';

/** Words in a shingle of the index. Four give twice the chance meetings in news, six lose edited copies. */
const SHINGLE = 5;
/**
 * Shingles in a window, of which the one with the least hash is kept (winnowing; Schleimer, Wilkerson, Aiken 2003): any
 * {@link WIDEST} + 4 equal words share a key for certain, at one key in (window + 1) / 2 words. Shorter texts have
 * narrower windows; what a wide window keeps, a narrow one keeps too, so that short and long texts still meet.
 */
const WIDEST = 19;
/** A text that looks misread has few rows of five whole words: nearly all are kept. */
const WIDEST_MISREAD = 4;
/** Windows grow by one for each so many words. */
const WORDS_PER_STEP = 20;
/** Keys kept of one text: an article of 20,000 words may not weigh as much as forty others. */
const MAX_KEYS = 512;

/** A text of {@link MIN_WORDS} words or more has dozens of keys; with fewer than this it is one phrase over and over, and tells nothing. */
const MIN_KEYS = 6;
const MIN_WORDS = 30;

/** What the index keeps of a text. */
export interface Fingerprint {
  /** Keys of sampled shingles, distinct, as unsigned 32-bit integers: they fit SQLite's INTEGER and Postgres' bigint. */
  keys: Uint32Array;
  /** Words of the text (at most {@link MAX_WORDS} are counted). */
  tokenCount: number;
  textKey: string | null;
}

/** The fingerprint of a text. */
export function fingerprint(text: string): Fingerprint {
  return fingerprintOf(readWords(text));
}

/** The rolling hash of a shingle: sum of word hash times a power of this, modulo 2^32. */
const STEP = 0x01000193;
let first = 1;
for (let k = 1; k < SHINGLE; k += 1) first = Math.imul(first, STEP);
const FIRST = first;

const scratch = new Uint32Array(MAX_KEYS);
let order = new Uint32Array(1024);

/** The fingerprint of words already read. A misread text has keys of its words as they were read, and as they were put right. */
export function fingerprintOf(words: Words): Fingerprint {
  const { hashes, reading } = words;
  seen.fill(0);
  let count = gatherKeys(hashes, reading.misread ? WIDEST_MISREAD : WIDEST, 0);
  if (reading.mended) count = gatherKeys(reading.mended, WIDEST_MISREAD, count);
  if (count < MIN_KEYS && hashes.length >= MIN_WORDS) count = 0;
  return { keys: keep(scratch, count), tokenCount: hashes.length, textKey: words.textKey };
}

/**
 * Adds the keys of words to those in {@link scratch}, of which there are `count` already.
 * @returns how many there are then
 */
function gatherKeys(hashes: Uint32Array, widest: number, count: number): number {
  const shingles = Math.max(0, hashes.length - SHINGLE + 1);
  if (order.length < shingles) order = new Uint32Array(shingles * 2);
  const orders = order;
  let value = 0;
  for (let k = 0; k < SHINGLE - 1 && k < hashes.length; k += 1) value = (Math.imul(value, STEP) + hashes[k]!) | 0;
  for (let i = 0; i < shingles; i += 1) {
    value = (Math.imul(value, STEP) + hashes[i + SHINGLE - 1]!) | 0;
    orders[i] = mix(value);
    value = (value - Math.imul(hashes[i]!, FIRST)) | 0;
  }
  const window = Math.max(1, Math.min(widest, Math.floor(hashes.length / WORDS_PER_STEP), shingles));
  let all = count;
  let least = -1;
  let lowest = 0;
  for (let end = window - 1; end < shingles && all < MAX_KEYS; end += 1) {
    const start = end - window + 1;
    if (least < start) {
      least = start;
      lowest = orders[start]!;
      for (let i = start + 1; i <= end; i += 1) {
        if (orders[i]! >= lowest) continue;
        least = i;
        lowest = orders[i]!;
      }
    } else if (orders[end]! < lowest) {
      least = end;
      lowest = orders[end]!;
    } else continue;
    const key = keyOf(hashes, least);
    if (isNew(key)) scratch[all++] = key;
  }
  return all;
}

/** The key of a shingle: a second hash, for those of kept shingles all have a small first one. */
function keyOf(hashes: Uint32Array, at: number): number {
  let key = 0;
  for (let k = at; k < at + SHINGLE; k += 1) key = (Math.imul(key, 0x5bd1e995) ^ hashes[k]!) + (key >>> 15);
  return mix(key);
}

/** The keys of the text at hand, at twice as many places as there can be keys. 0 is free: that key is never kept. */
const seen = new Uint32Array(MAX_KEYS * 2);

function isNew(key: number): boolean {
  let slot = key & (seen.length - 1);
  while (seen[slot] !== 0 && seen[slot] !== key) slot = (slot + 1) & (seen.length - 1);
  if (seen[slot] === key) return false;
  seen[slot] = key;
  return true;
}
