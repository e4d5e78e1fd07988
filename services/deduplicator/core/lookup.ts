import { RUN, type Words } from './words.ts';

/** Places of one run of words that are looked at in a text: more is repetition ("goal by ... goal by ..."), and would cost its square. */
export const MAX_REPEATS = 8;

/**
 * Where each run of {@link RUN} words begins first in a text (`table`), and where what begins at a place begins again (`next`); 0 is
 * nowhere, 1 the first word.
 */
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
  }
  current.words = words;
  current.mask = size - 1;
  const { table, next, mask, filter } = current;
  filter.fill(0);
  table.fill(0, 0, size);
  // From the end, so that each run's list begins with its first place, and nothing has to be known of where a list ends.
  for (let i = grams.length - 1; i >= 0; i -= 1) {
    const gram = grams[i]!;
    filter[(gram >>> 5) & (FILTER_WORDS - 1)]! |= 1 << gram;
    let slot = slotOf(gram, mask);
    while (table[slot] !== 0 && grams[table[slot]! - 1] !== gram) slot = (slot + 1) & mask;
    next[i] = table[slot]!;
    table[slot] = i + 1;
  }
  return current;
}
