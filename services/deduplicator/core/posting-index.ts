/**
 * Texts of a key that are compared: what stands in more is a frame, a form, or a group of that size. Below it one shared
 * key is enough to compare two texts, whatever came first and however many came since.
 */
export const MAX_POSTINGS = 24;
/** Where most keys of a text stand in more texts than that, so many of the first are looked at: enough to find its group. */
export const FIRST_POSTINGS = 8;
/** Share of a text's keys that another must have to be compared on account of such keys: frames and wrappers have fewer. */
export const LARGE_SHARE = 0.2;
/** Articles of one exact text that are compared: in a group of thousands each meets the first ones. */
export const MAX_SAME_HASH = 8;

/** Whether a text of which so many keys stand in more than {@link MAX_POSTINGS} texts is itself one of a large group. */
export function isOfMany(full: number, keys: number): boolean {
  return full * 2 > keys;
}

/** A key that had postings and has none any more: its slot stays taken, or the search for others would end at it. */
const EMPTIED = -2;

/**
 * The inverted index in memory: key to the numbers of the documents that have it, in typed arrays (open addressing for
 * the keys, linked cells for the postings). 16 bytes a posting and a key.
 */
export class PostingIndex {
  #keys = new Uint32Array(1 << 12);
  #heads = new Int32Array(1 << 12).fill(-1);
  #counts = new Uint32Array(1 << 12);
  #used = 0;
  #cellDoc = new Int32Array(1 << 13);
  #cellNext = new Int32Array(1 << 13);
  #cells = 0;
  #hits = new Uint16Array(1 << 10);

  /** Adds a document's distinct keys. Document numbers are small integers, given by the caller. */
  add(doc: number, keys: Uint32Array): void {
    if ((this.#used + keys.length) * 2 > this.#keys.length) this.#growKeys(this.#used + keys.length);
    for (const key of keys) {
      const slot = this.#slot(key);
      if (this.#heads[slot] === -1) {
        this.#keys[slot] = key;
        this.#used += 1;
      }
      this.#counts[slot]! += 1;
      if (this.#counts[slot]! > MAX_POSTINGS) continue;
      if (this.#cells === this.#cellDoc.length) this.#growCells();
      this.#cellDoc[this.#cells] = doc;
      this.#cellNext[this.#cells] = Math.max(-1, this.#heads[slot]!);
      this.#heads[slot] = this.#cells;
      this.#cells += 1;
    }
  }

  /** Takes a document's keys out again. */
  remove(doc: number, keys: Uint32Array): void {
    for (const key of keys) {
      const slot = this.#slot(key);
      if (this.#heads[slot] === -1) continue;
      this.#counts[slot]! -= 1;
      let before = -1;
      for (let cell = this.#heads[slot]!; cell >= 0; cell = this.#cellNext[cell]!) {
        if (this.#cellDoc[cell] === doc) {
          if (before >= 0) this.#cellNext[before] = this.#cellNext[cell]!;
          else this.#heads[slot] = this.#cellNext[cell]! === -1 ? EMPTIED : this.#cellNext[cell]!;
          break;
        }
        before = cell;
      }
    }
  }

  /** Documents other than `self` that share a key with these; by keys that are too common only where most of them are. */
  find(self: number, keys: Uint32Array, documents: number): number[] {
    if (this.#hits.length < documents) this.#hits = new Uint16Array(documents * 2);
    const hits = this.#hits;
    const found: number[] = [];
    let full = 0;
    for (const key of keys) {
      const slot = this.#slot(key);
      if (this.#counts[slot]! > MAX_POSTINGS) {
        full += 1;
        continue;
      }
      for (let cell = this.#heads[slot]!; cell >= 0; cell = this.#cellNext[cell]!) {
        const doc = this.#cellDoc[cell]!;
        if (doc === self || hits[doc] !== 0) continue;
        hits[doc] = 1;
        found.push(doc);
      }
    }
    for (const doc of found) hits[doc] = 0;
    return isOfMany(full, keys.length) ? [...new Set([...found, ...this.#findLarge(self, keys)])] : found;
  }

  #findLarge(self: number, keys: Uint32Array): number[] {
    const hits = new Map<number, number>();
    for (const key of keys) {
      const slot = this.#slot(key);
      if (this.#counts[slot]! <= MAX_POSTINGS) continue;
      // Cells hang newest first: the first texts are the last cells.
      let skip = MAX_POSTINGS - FIRST_POSTINGS;
      for (let cell = this.#heads[slot]!; cell >= 0; cell = this.#cellNext[cell]!) {
        skip -= 1;
        const doc = this.#cellDoc[cell]!;
        if (skip < 0 && doc !== self) hits.set(doc, (hits.get(doc) ?? 0) + 1);
      }
    }
    return [...hits].filter(([, shared]) => shared >= keys.length * LARGE_SHARE).map(([doc]) => doc);
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key & mask;
    while (this.#heads[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #growKeys(needed: number): void {
    const [keys, heads, counts] = [this.#keys, this.#heads, this.#counts];
    let size = keys.length;
    while (needed * 2 > size) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#heads = new Int32Array(size).fill(-1);
    this.#counts = new Uint32Array(size);
    for (let i = 0; i < keys.length; i += 1) {
      if (heads[i] === -1) continue;
      const slot = this.#slot(keys[i]!);
      this.#keys[slot] = keys[i]!;
      this.#heads[slot] = heads[i]!;
      this.#counts[slot] = counts[i]!;
    }
  }

  #growCells(): void {
    const size = this.#cellDoc.length * 2;
    const docs = new Int32Array(size);
    docs.set(this.#cellDoc);
    this.#cellDoc = docs;
    const next = new Int32Array(size);
    next.set(this.#cellNext);
    this.#cellNext = next;
  }
}
