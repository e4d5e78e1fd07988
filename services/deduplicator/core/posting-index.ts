/**
 * Texts of a key that are compared: what stands in more is a frame, a form, or a group of that size. Below it one shared
 * key is enough to compare two texts, whatever came first and however many came since.
 */
export const MAX_POSTINGS = 24;
/** Where most keys of a text stand in more texts than that, so many of the first are looked at: enough to find its group. */
export const FIRST_POSTINGS = 8;
/** Share of a text's keys that another must have to be compared on account of such keys: frames and wrappers have fewer. */
export const LARGE_SHARE = 0.2;
/**
 * Of the first texts of such keys so many are compared in any case, those that share most of them: who meets nobody with its
 * frame takes it for its own words. Three tell that it recurs, and of one outlet's some are of one text.
 */
export const FRAME_TEXTS = 5;
/** Such keys that a frame has at least: one alone is a turn of phrase that everybody uses. */
const FRAME_KEYS = 3;
/** Articles of one exact text that are compared: in a group of thousands each meets the first ones. */
export const MAX_SAME_HASH = 8;

/** Which of two texts came out first, by their numbers. */
export type Order = (a: number, b: number) => boolean;

/** Whether a text of which so many keys stand in more than {@link MAX_POSTINGS} texts is itself one of a large group. */
export function isOfMany(full: number, keys: number): boolean {
  return full * 2 > keys;
}

/**
 * Which of the first texts of common keys are compared.
 * @param hits how many of such keys each shares, by its number
 */
export function ofLarge(hits: ReadonlyMap<number, number>, keys: number, ofMany: boolean, isBefore: Order): number[] {
  const most = [...hits].sort(([a, n], [b, m]) => m - n || (isBefore(a, b) ? -1 : 1));
  const chosen = ofMany
    ? most.filter(([, shared], i) => (i < FRAME_TEXTS && shared >= FRAME_KEYS) || shared >= keys * LARGE_SHARE)
    : most.slice(0, FRAME_TEXTS).filter(([, shared]) => shared >= FRAME_KEYS);
  return chosen.map(([doc]) => doc);
}

/** Texts that are compared with others than before, since one came in after others that came out later. */
export interface Displaced {
  /** Of these a key has as many earlier ones now as are all compared. */
  out: Set<number>;
  /** The first texts of keys, where these are others than before: whoever has such a key has a link with one of them. */
  first: Set<number>;
}

/** No cell: the slot was never taken, or the list ends. */
const FREE = -1;
/** A key that had postings and has none any more: its slot stays taken, or the search for others would end at it. */
const EMPTIED = -2;

/** Integers a key takes in the table: the key, its newest cell, and how many texts have it; together in one line of the cache. */
const WIDTH = 4;
const HEAD = 1;
const COUNT = 2;

/**
 * The inverted index in memory: key to the numbers of the documents that have it, in typed arrays (open addressing for
 * the keys, linked cells of document and next cell for the postings). 128 bytes a key at most, 8 a posting. Of a key the
 * documents that came out first are kept, the last of them at the head, whatever came in first.
 */
export class PostingIndex {
  readonly #isBefore: Order;
  #table = tableOf(1 << 12);
  #slots = 1 << 12;
  #used = 0;
  #cells = new Int32Array(1 << 14);
  #end = 0;
  #hits = new Uint16Array(1 << 10);
  /** The document that was added last, where that was as the latest of all: it stands in no list of a common key. */
  #latest = -1;

  constructor(isBefore: Order) {
    this.#isBefore = isBefore;
  }

  /**
   * Adds the distinct keys of a document that came out after all others. Document numbers are small integers, given by
   * the caller.
   */
  add(doc: number, keys: Uint32Array): Displaced {
    this.#latest = doc;
    if ((this.#used + keys.length) * 2 > this.#slots) this.#growKeys(this.#used + keys.length);
    if (this.#end + keys.length * 2 > this.#cells.length) this.#growCells();
    const table = this.#table;
    const cells = this.#cells;
    for (let k = 0; k < keys.length; k += 1) {
      const at = this.#find(keys[k]!);
      const head = table[at + HEAD]!;
      if (head === FREE) {
        table[at] = keys[k]!;
        this.#used += 1;
      }
      table[at + COUNT]! += 1;
      if (table[at + COUNT]! > MAX_POSTINGS) continue;
      cells[this.#end] = doc;
      cells[this.#end + 1] = head;
      table[at + HEAD] = this.#end;
      this.#end += 2;
    }
    return { out: new Set(), first: new Set() };
  }

  /** Adds the distinct keys of a document before which others came out. */
  insert(doc: number, keys: Uint32Array): Displaced {
    this.#latest = -1;
    if ((this.#used + keys.length) * 2 > this.#slots) this.#growKeys(this.#used + keys.length);
    if (this.#end + keys.length * 2 > this.#cells.length) this.#growCells();
    const displaced: Displaced = { out: new Set(), first: new Set() };
    const cells = this.#cells;
    for (const key of keys) {
      const at = this.#find(key);
      let head = this.#table[at + HEAD]!;
      if (head === FREE) {
        this.#table[at] = key;
        this.#used += 1;
      }
      this.#table[at + COUNT]! += 1;
      const isFull = this.#table[at + COUNT]! > MAX_POSTINGS;
      if (isFull) {
        if (head < 0 || this.#isBefore(cells[head]!, doc)) continue;
        displaced.out.add(cells[head]!);
      } else {
        cells[this.#end + 1] = head;
        head = this.#end;
        this.#table[at + HEAD] = head;
        this.#end += 2;
      }
      let cell = head;
      for (let next = cells[cell + 1]!; next >= 0 && this.#isBefore(doc, cells[next]!); next = cells[cell + 1]!) {
        cells[cell] = cells[next]!;
        cell = next;
      }
      cells[cell] = doc;
      if (isFull) this.#tellFirst(head, doc, displaced.first);
    }
    return displaced;
  }

  /** Tells the first documents of a list, and who was the last of them, where the document is one of them. */
  #tellFirst(head: number, doc: number, first: Set<number>): void {
    const list: number[] = [];
    for (let cell = head; cell >= 0; cell = this.#cells[cell + 1]!) list.push(this.#cells[cell]!);
    if (list.lastIndexOf(doc) < list.length - FIRST_POSTINGS) return;
    for (const one of list.slice(-FIRST_POSTINGS - 1)) if (one !== doc) first.add(one);
  }

  /** Takes a document's keys out again. */
  remove(doc: number, keys: Uint32Array): void {
    for (const key of keys) {
      const at = this.#find(key);
      if (this.#table[at + HEAD] === FREE) continue;
      this.#table[at + COUNT]! -= 1;
      let before = -1;
      for (let cell = this.#table[at + HEAD]!; cell >= 0; cell = this.#cells[cell + 1]!) {
        if (this.#cells[cell] === doc) {
          const next = this.#cells[cell + 1]!;
          if (before >= 0) this.#cells[before + 1] = next;
          else this.#table[at + HEAD] = next === FREE ? EMPTIED : next;
          break;
        }
        before = cell;
      }
    }
  }

  /** Documents other than `self` that share a key with these, which are its own; by keys that are too common only where most of them are. */
  find(self: number, keys: Uint32Array, documents: number): number[] {
    if (this.#hits.length < documents) this.#hits = new Uint16Array(documents * 2);
    const hits = this.#hits;
    const table = this.#table;
    const cells = this.#cells;
    const found: number[] = [];
    let full = 0;
    for (let k = 0; k < keys.length; k += 1) {
      const at = this.#find(keys[k]!);
      if (table[at + COUNT]! > MAX_POSTINGS && !this.#isListed(self, at)) {
        full += 1;
        continue;
      }
      for (let cell = table[at + HEAD]!; cell >= 0; cell = cells[cell + 1]!) {
        const doc = cells[cell]!;
        if (doc === self || hits[doc] !== 0) continue;
        hits[doc] = 1;
        found.push(doc);
      }
    }
    for (const doc of found) hits[doc] = 0;
    if (full === 0) return found;
    return [...new Set([...found, ...this.#findLarge(self, keys, isOfMany(full, keys.length))])];
  }

  /** Whether a document stands in a key's list: it is one of the first, for which the key is like any other. */
  #isListed(doc: number, at: number): boolean {
    if (doc === this.#latest) return false;
    for (let cell = this.#table[at + HEAD]!; cell >= 0; cell = this.#cells[cell + 1]!)
      if (this.#cells[cell] === doc) return true;
    return false;
  }

  #findLarge(self: number, keys: Uint32Array, ofMany: boolean): number[] {
    const hits = new Map<number, number>();
    for (const key of keys) {
      const at = this.#find(key);
      if (this.#table[at + COUNT]! <= MAX_POSTINGS || this.#isListed(self, at)) continue;
      // The latest hang at the head: the first texts are the last cells.
      let skip = MAX_POSTINGS - FIRST_POSTINGS;
      for (let cell = this.#table[at + HEAD]!; cell >= 0; cell = this.#cells[cell + 1]!) {
        skip -= 1;
        const doc = this.#cells[cell]!;
        if (skip < 0 && doc !== self) hits.set(doc, (hits.get(doc) ?? 0) + 1);
      }
    }
    return ofLarge(hits, keys.length, ofMany, this.#isBefore);
  }

  /** Where a key stands in the table, or would. */
  #find(key: number): number {
    const table = this.#table;
    const mask = this.#slots - 1;
    const wanted = key | 0;
    let slot = key & mask;
    while (table[slot * WIDTH + HEAD] !== FREE && table[slot * WIDTH] !== wanted) slot = (slot + 1) & mask;
    return slot * WIDTH;
  }

  #growKeys(needed: number): void {
    const old = this.#table;
    while (needed * 2 > this.#slots) this.#slots *= 4;
    this.#table = tableOf(this.#slots);
    for (let at = 0; at < old.length; at += WIDTH) {
      if (old[at + HEAD] === FREE) continue;
      const place = this.#find(old[at]!);
      this.#table[place] = old[at]!;
      this.#table[place + HEAD] = old[at + HEAD]!;
      this.#table[place + COUNT] = old[at + COUNT]!;
    }
  }

  #growCells(): void {
    const cells = new Int32Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}

function tableOf(slots: number): Int32Array {
  const table = new Int32Array(slots * WIDTH);
  for (let at = HEAD; at < table.length; at += WIDTH) table[at] = FREE;
  return table;
}
