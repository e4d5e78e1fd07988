import { mix } from './hashing.ts';
import { readWords, type Words } from './words.ts';

/** Words in a shingle of the index. Four give twice the chance meetings in news, six lose edited copies. */
const SHINGLE = 5;
/** Texts up to this many words are indexed whole; longer ones by a sample that is nested: what a sparse sample holds, a dense one holds. */
const FULL_SAMPLE = 40;
/** The sparsest sample: one shingle in twelve. One in eight costs half as much again in the index, one in sixteen loses short excerpts. */
const SPARSEST = 1 / 12;
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

/** The fingerprint of words already read. */
export function fingerprintOf(words: Words): Fingerprint {
  const { hashes } = words;
  const last = hashes.length - SHINGLE;
  const rate = Math.max(SPARSEST, Math.min(1, FULL_SAMPLE / Math.max(1, hashes.length)));
  const threshold = Math.floor(rate * 0x100000000);
  const seen = new Set<number>();
  let count = 0;
  for (let i = 0; i <= last && count < MAX_KEYS; i += 1) {
    let choice = 0;
    for (let k = i; k < i + SHINGLE; k += 1) choice = Math.imul(choice, 0x01000193) + hashes[k]!;
    if (mix(choice) >= threshold) continue;
    let key = 0;
    for (let k = i; k < i + SHINGLE; k += 1) key = (Math.imul(key, 0x5bd1e995) ^ hashes[k]!) + (key >>> 15);
    key = mix(key);
    if (seen.has(key)) continue;
    seen.add(key);
    scratch[count++] = key;
  }
  return { keys: scratch.slice(0, count), tokenCount: hashes.length, contentHash: words.contentHash };
}
