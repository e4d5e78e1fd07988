import { mix } from '../../services/deduplicator/core/hashing.ts';
import { readWords } from '../../services/deduplicator/core/words.ts';

const PERMUTATIONS = 128;
const BANDS = 32;
const ROWS = 4;
const SHINGLE = 5;

/**
 * MinHash-LSH as the field runs it (128 permutations, 32 bands of 4 rows, buckets joined without verification): the
 * yardstick for the deduplicator's cost. It reads words with the deduplicator's own reader, so that only the methods differ.
 */
export class MinHashLsh {
  #factors = new Uint32Array(PERMUTATIONS);
  #terms = new Uint32Array(PERMUTATIONS);
  #buckets = Array.from({ length: BANDS }, () => new Map<number, number>());
  #heads: number[] = [];

  constructor() {
    for (let i = 0; i < PERMUTATIONS; i += 1) {
      this.#factors[i] = mix(i * 2 + 1) | 1;
      this.#terms[i] = mix(i * 2 + 2);
    }
  }

  /** Adds a text and joins it with those that share a band. */
  add(text: string): void {
    this.take(readWords(text).hashes);
  }

  protected take(hashes: Uint32Array): void {
    // In locals, or the inner loop fetches them each time once a caller has taken this method in.
    const [factors, terms] = [this.#factors, this.#terms];
    const least = new Uint32Array(PERMUTATIONS).fill(0xffffffff);
    for (let i = 0; i + SHINGLE <= hashes.length; i += 1) {
      let shingle = 0;
      for (let k = i; k < i + SHINGLE; k += 1) shingle = Math.imul(shingle, 0x01000193) + hashes[k]!;
      shingle = mix(shingle);
      for (let p = 0; p < PERMUTATIONS; p += 1) {
        const value = (Math.imul(shingle, factors[p]!) + terms[p]!) >>> 0;
        if (value < least[p]!) least[p] = value;
      }
    }
    const self = this.#heads.length;
    this.#heads.push(self);
    for (let band = 0; band < BANDS; band += 1) {
      let key = band;
      for (let row = 0; row < ROWS; row += 1) key = mix(key ^ least[band * ROWS + row]!);
      const other = this.#buckets[band]!.get(key);
      if (other === undefined) this.#buckets[band]!.set(key, self);
      else if (this.joins(other)) this.#heads[this.#head(self)] = this.#head(other);
    }
  }

  /** Whether a text that shares a band with the one at hand is joined with it. */
  protected joins(_other: number): boolean {
    return true;
  }

  /** The number of groups. */
  groups(): number {
    return new Set(this.#heads.keys().map((doc) => this.#head(doc))).size;
  }

  #head(doc: number): number {
    let head = doc;
    while (this.#heads[head] !== head) head = this.#heads[head]!;
    return head;
  }
}

/** Shingles that two texts have in common, of all that either has, from which they are one: at this half of such pairs share a band. */
const ALIKE = 0.42;

/** More than twice as many as a text has words that count. */
const SLOTS = 1 << 16;

/** The same with what a band brings together verified, by the exact share of shingles that the two have in common. */
export class VerifiedMinHashLsh extends MinHashLsh {
  /** The distinct shingles of each text. */
  #shingles: Uint32Array[] = [];
  /** Those of the text at hand, in an open table; 0 is free. */
  #table = new Uint32Array(SLOTS);
  #taken: number[] = [];
  /** Whether it is alike those that it was compared with. */
  #compared = new Map<number, boolean>();

  protected override take(hashes: Uint32Array): void {
    for (const slot of this.#taken) this.#table[slot] = 0;
    this.#taken.length = 0;
    this.#compared.clear();
    const distinct = new Uint32Array(Math.max(0, hashes.length - SHINGLE + 1));
    let count = 0;
    for (let i = 0; i + SHINGLE <= hashes.length; i += 1) {
      let shingle = 0;
      for (let k = i; k < i + SHINGLE; k += 1) shingle = Math.imul(shingle, 0x01000193) + hashes[k]!;
      shingle = mix(shingle) || 1;
      const slot = this.#slotOf(shingle);
      if (this.#table[slot] === shingle) continue;
      this.#table[slot] = shingle;
      this.#taken.push(slot);
      distinct[count++] = shingle;
    }
    this.#shingles.push(distinct.subarray(0, count));
    super.take(hashes);
  }

  protected override joins(other: number): boolean {
    let alike = this.#compared.get(other);
    if (alike === undefined) {
      const ours = this.#shingles.at(-1)!;
      const theirs = this.#shingles[other]!;
      let shared = 0;
      for (let i = 0; i < theirs.length; i += 1) if (this.#table[this.#slotOf(theirs[i]!)] !== 0) shared += 1;
      alike = shared >= ALIKE * (ours.length + theirs.length - shared);
      this.#compared.set(other, alike);
    }
    return alike;
  }

  /** Where a shingle stands, or would. */
  #slotOf(shingle: number): number {
    let slot = shingle & (SLOTS - 1);
    while (this.#table[slot] !== 0 && this.#table[slot] !== shingle) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }
}
