import { CAPITALISED, MAX_WORDS, NUMBER, QUOTED, SENTENCE_START, UNCASED, type Words } from './words.ts';

/** What a word is, one bit each, so that they can be counted without asking. */
export const ORDINARY = 0;
export const NUMERIC = 1;
export const NAME = 2;
export const CASELESS = 4;

/** The kind of each set of flags. */
export const KINDS = Uint8Array.from({ length: 256 }, (_, flags) => kindOf(flags));

function kindOf(flags: number): number {
  if (flags & NUMBER) return NUMERIC;
  if (flags & UNCASED) return CASELESS;
  return (flags & (CAPITALISED | SENTENCE_START)) === CAPITALISED ? NAME : ORDINARY;
}

/**
 * How many words of each kind stand before each place of a text, so that those of a run are counted by its two ends. No text has more
 * than 2 ** 15 words that count, so each number takes 16 bits.
 */
export interface Tally {
  words: Words | null;
  /** Numbers in the low 16 bits, names above them. */
  facts: Uint32Array;
  /** Words of a script without capitals. */
  uncased: Uint16Array;
  /** Words in quotation marks. */
  quoted: Uint16Array;
}

/** The one tally there is: it is made for a text that is compared with many, one after the other, and used again for the next. */
const current: Tally = {
  words: null,
  facts: new Uint32Array(0),
  uncased: new Uint16Array(0),
  quoted: new Uint16Array(0),
};

/** The tally of a text; linear in its words, and free while the same text is asked for. It holds until the next call. */
export function tallyOf(words: Words): Tally {
  if (current.words === words) return current;
  if (current.facts.length === 0) {
    current.facts = new Uint32Array(MAX_WORDS + 1);
    current.uncased = new Uint16Array(MAX_WORDS + 1);
    current.quoted = new Uint16Array(MAX_WORDS + 1);
  }
  current.words = words;
  const { flags } = words;
  const { facts, uncased, quoted } = current;
  let [seen, caseless, said] = [0, 0, 0];
  for (let i = 0; i < flags.length; i += 1) {
    const flag = flags[i]!;
    const kind = KINDS[flag]!;
    seen += (kind & NUMERIC) + ((kind & NAME) << 15);
    caseless += kind >> 2;
    said += (flag & QUOTED) >> 3;
    facts[i + 1] = seen;
    uncased[i + 1] = caseless;
    quoted[i + 1] = said;
  }
  return current;
}
