/** Texts that are kept of a key: what stands in more is a frame, a form, or a group of that size. */
export const MAX_POSTINGS = 64;
/** Where most keys of a text stand in more texts than that, so many of the first are compared: enough to find its group. */
export const FIRST_POSTINGS = 8;
/** Articles of one exact text that are compared: in a group of thousands each meets the first ones. */
export const MAX_SAME_HASH = 8;
/** A key in so few texts is no stock phrase: one of these that two texts share is enough to compare them. */
export const RARE_POSTINGS = 6;
/** Of keys in up to so many texts it takes two; of commoner ones a share, for those are frames and wrappers mostly. */
export const USUAL_POSTINGS = 24;
/** Share of a text's keys that it must have in common with another where all of them are common. */
export const COMMON_SHARE = 0.2;

/** What a text must gather to be compared: see {@link weightOf}. */
export const ENOUGH = 64;

/** What sharing a key counts towards {@link ENOUGH}: the rarer it is, the more. */
export function weightOf(postings: number, keys: number): number {
  if (postings <= RARE_POSTINGS) return ENOUGH;
  if (postings <= USUAL_POSTINGS) return ENOUGH / 2;
  return Math.min(ENOUGH / 2, Math.ceil(ENOUGH / (COMMON_SHARE * keys)));
}

/** Whether a text of which so many keys stand in more than {@link MAX_POSTINGS} texts is itself one of a large group. */
export function isOfMany(full: number, keys: number): boolean {
  return full * 2 > keys;
}

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
      this.#cellNext[this.#cells] = this.#heads[slot]!;
      this.#heads[slot] = this.#cells;
      this.#cells += 1;
    }
  }

  /** Documents other than `self` that share enough of these keys to be compared. */
  find(self: number, keys: Uint32Array, documents: number): number[] {
    if (this.#hits.length < documents) this.#hits = new Uint16Array(documents * 2);
    const hits = this.#hits;
    const touched: number[] = [];
    let full = 0;
    const gather = (slot: number, weight: number, most: number) => {
      // Cells hang newest first: of a full key the first texts are the last cells.
      let skip = Math.min(this.#counts[slot]!, MAX_POSTINGS) - most;
      for (let cell = this.#heads[slot]!; cell >= 0; cell = this.#cellNext[cell]!) {
        skip -= 1;
        if (skip >= 0) continue;
        const doc = this.#cellDoc[cell]!;
        if (doc === self) continue;
        if (hits[doc] === 0) touched.push(doc);
        hits[doc]! += weight;
      }
    };
    for (const key of keys) {
      const slot = this.#slot(key);
      const postings = this.#counts[slot]!;
      if (postings > MAX_POSTINGS) full += 1;
      else gather(slot, weightOf(postings, keys.length), MAX_POSTINGS);
    }
    if (isOfMany(full, keys.length)) {
      for (const key of keys) {
        const slot = this.#slot(key);
        const postings = this.#counts[slot]!;
        if (postings > MAX_POSTINGS) gather(slot, weightOf(postings, keys.length), FIRST_POSTINGS);
      }
    }
    const found = touched.filter((doc) => hits[doc]! >= ENOUGH);
    for (const doc of touched) hits[doc] = 0;
    return found;
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
