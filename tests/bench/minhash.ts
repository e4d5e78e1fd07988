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
    const { hashes } = readWords(text);
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
      else this.#heads[this.#head(self)] = this.#head(other);
    }
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
