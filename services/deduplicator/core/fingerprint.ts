import { mix } from './hashing.ts';
import { readWords, type Words } from './words.ts';

/** Words in a shingle of the index. Four give twice the chance meetings in news, six lose edited copies. */
const SHINGLE = 5;
/**
 * Shingles in a window, of which the one with the least hash is kept (winnowing; Schleimer, Wilkerson, Aiken 2003): any
 * {@link WIDEST} + 4 equal words share a key for certain, at one key in (window + 1) / 2 words. Shorter texts have
 * narrower windows; what a wide window keeps, a narrow one keeps too, so that short and long texts still meet.
 */
const WIDEST = 19;
/** Windows grow by one for each so many words. */
const WORDS_PER_STEP = 20;
/** Keys kept of one text: an article of 20,000 words may not weigh as much as forty others. */
const MAX_KEYS = 512;

/** What the index keeps of a text. */
export interface Fingerprint {
  /** Keys of sampled shingles, distinct, as unsigned 32-bit integers: they fit SQLite's INTEGER and Postgres' bigint. */
  keys: Uint32Array;
  /** Words of the text (at most {@link MAX_WORDS} are counted). */
  tokenCount: number;
  contentHash: string | null;
}

/** The fingerprint of a text. */
export function fingerprint(text: string): Fingerprint {
  return fingerprintOf(readWords(text));
}

const scratch = new Uint32Array(MAX_KEYS);
let order = new Uint32Array(1024);

/** The fingerprint of words already read. */
export function fingerprintOf(words: Words): Fingerprint {
  const { hashes } = words;
  const shingles = Math.max(0, hashes.length - SHINGLE + 1);
  if (order.length < shingles) order = new Uint32Array(shingles * 2);
  for (let i = 0; i < shingles; i += 1) {
    let value = 0;
    for (let k = i; k < i + SHINGLE; k += 1) value = Math.imul(value, 0x01000193) + hashes[k]!;
    order[i] = mix(value);
  }
  const window = Math.max(1, Math.min(WIDEST, Math.floor(hashes.length / WORDS_PER_STEP), shingles));
  const seen = new Set<number>();
  let count = 0;
  let least = -1;
  for (let end = window - 1; end < shingles && count < MAX_KEYS; end += 1) {
    const start = end - window + 1;
    if (least < start) {
      least = start;
      for (let i = start + 1; i <= end; i += 1) if (order[i]! < order[least]!) least = i;
    } else if (order[end]! < order[least]!) least = end;
    else continue;
    const key = keyOf(hashes, least);
    if (seen.has(key)) continue;
    seen.add(key);
    scratch[count++] = key;
  }
  return { keys: scratch.slice(0, count), tokenCount: hashes.length, contentHash: words.contentHash };
}

/** The key of a shingle: a second hash, for those of kept shingles all have a small first one. */
function keyOf(hashes: Uint32Array, at: number): number {
  let key = 0;
  for (let k = at; k < at + SHINGLE; k += 1) key = (Math.imul(key, 0x5bd1e995) ^ hashes[k]!) + (key >>> 15);
  return mix(key);
}
