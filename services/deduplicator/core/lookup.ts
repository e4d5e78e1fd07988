import { RUN, type Words } from './words.ts';

/** Times one run of words is looked up in a text: more is repetition ("goal by ... goal by ..."), and would cost its square. */
const MAX_REPEATS = 8;

/** Where each run of {@link RUN} words begins in a text, and begins again; 0 is nowhere, 1 the first word. */
export interface Lookup {
  words: Words;
  table: Int32Array;
  next: Int32Array;
  mask: number;
  /** A bit for each of the runs' low 16 bits: a text that shares nothing is gone through without a look at the table. */
  filter: Int32Array;
}

const FILTER_WORDS = 2048;

/**
 * The one look-up there is: it is made for a text that is compared with many, one after the other, and its tables are used
 * again for the next.
 */
const current: Lookup = {
  words: {
    hashes: new Uint32Array(),
    grams: new Uint32Array(),
    flags: new Uint8Array(),
    places: new Uint32Array(),
    normal: false,
    reading: { suspect: false, misread: false, mended: null },
    textKey: null,
  },
  table: new Int32Array(4096),
  next: new Int32Array(2048),
  mask: 0,
  filter: new Int32Array(FILTER_WORDS),
};
let tails = new Int32Array(4096);
let repeats = new Uint8Array(4096);

/** Whether a text may have a run; where it has not, that is known nearly always. */
export function mayHave(filter: Int32Array, gram: number): boolean {
  return (filter[(gram >>> 5) & (FILTER_WORDS - 1)]! & (1 << gram)) !== 0;
}

/** The slot at which the search for a run begins. */
export function slotOf(gram: number, mask: number): number {
  return (gram ^ (gram >>> 13)) & mask;
}

/** The look-up of a text; linear in its words, and free while the same text is asked for. It holds until the next call. */
export function lookup(words: Words): Lookup {
  if (current.words === words) return current;
  const { grams } = words;
  let size = 64;
  while (size < grams.length * 3) size *= 2;
  if (current.table.length < size) {
    current.table = new Int32Array(size);
    current.next = new Int32Array(size);
    tails = new Int32Array(size);
    repeats = new Uint8Array(size);
  }
  current.words = words;
  current.mask = size - 1;
  const { table, next, mask, filter } = current;
  filter.fill(0);
  table.fill(0, 0, size);
  next.fill(0, 0, grams.length);
  repeats.fill(0, 0, size);
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i]!;
    filter[(gram >>> 5) & (FILTER_WORDS - 1)]! |= 1 << gram;
    let slot = slotOf(gram, mask);
    while (table[slot] !== 0 && grams[table[slot]! - 1] !== gram) slot = (slot + 1) & mask;
    if (table[slot] === 0) table[slot] = i + 1;
    else if (repeats[slot]! < MAX_REPEATS) next[tails[slot]!] = i + 1;
    else continue;
    tails[slot] = i;
    repeats[slot]! += 1;
  }
  return current;
}
