import type { Segment } from './align.ts';
import { areAlike } from './alike.ts';
import type { Spelling } from './spelling.ts';
import { CAPITALISED, MAX_WORDS, NUMBER, SENTENCE_START, UNCASED, UNSPACED, type Words } from './words.ts';

/** How the words of an aligned stretch fared, told apart by what they are. */
export interface Facts {
  /** Numbers that stand on both sides, and how many of them agree. */
  numbers: number;
  numbersKept: number;
  /** Likewise capitalised words inside sentences: names mostly. */
  names: number;
  namesKept: number;
  /** Equal words of a script without capitals, where a name looks as any word does. */
  uncased: number;
  /**
   * Of such words those that were exchanged; one put for one counts half, for that may be an editor's. Where no spaces part them all
   * count twice: there half of what stands still are particles.
   */
  fills: number;
}

/** The two texts' words as they are written, folded: for a closer look at what was exchanged. */
export interface Written {
  ours: Spelling;
  theirs: Spelling;
  /** The texts are of two outlets: then a sum with its unit in the place of another is one that was converted. */
  away: boolean;
}

/** What a word is, one bit each, so that they can be counted without asking. */
const ORDINARY = 0;
const NUMERIC = 1;
const NAME = 2;
const CASELESS = 4;

/** The kind of each set of flags. */
const KINDS = Uint8Array.from({ length: 256 }, (_, flags) => kindOf(flags));

/** The numbers and the capitalised words inside sentences of a whole text. */
export function countFacts({ flags }: Words): { numbers: number; names: number } {
  let numbers = 0;
  let names = 0;
  for (let i = 0; i < flags.length; i += 1) {
    const kind = KINDS[flags[i]!]!;
    numbers += kind & NUMERIC;
    names += (kind & NAME) >> 1;
  }
  return { numbers, names };
}

/** Adds what was kept and what was exchanged in one aligned stretch to the counts given. */
export function countFactsOf(segment: Segment, a: Words, b: Words, facts: Facts, written: Written | null): void {
  const { runs } = segment;
  const { flags } = a;
  let [i, j] = [segment.aStart, segment.bStart];
  let [numbers, names, uncased] = [0, 0, 0];
  // One value after the other: pairs in brackets would be half of all the memory that a comparison asks for.
  for (let r = 0; r < runs.length; r += 3) {
    const start = runs[r]!;
    const other = runs[r + 1]!;
    if (start > i || other > j) {
      sortGap(a, i, start, b, j, other);
      if (written) forgive(a, b, written);
      tallyGap(facts, (flags[start]! & UNSPACED) === 0);
    }
    i = start + runs[r + 2]!;
    j = other + runs[r + 2]!;
    // The words of a run are kept, all of them.
    for (let k = start; k < i; k += 1) {
      const kind = KINDS[flags[k]!]!;
      numbers += kind & NUMERIC;
      names += (kind & NAME) >> 1;
      uncased += kind >> 2;
    }
  }
  facts.numbers += numbers;
  facts.numbersKept += numbers;
  facts.names += names;
  facts.namesKept += names;
  facts.uncased += uncased;
}

/** How many words of the gap at hand the other side has too, by kind. */
const kept = new Int32Array(CASELESS + 1);

/** The words of one side of the gap at hand that the other has not. An array that is emptied gives its memory away: these keep it. */
class Lost {
  readonly places = new Uint16Array(MAX_WORDS);
  readonly kinds = new Uint8Array(MAX_WORDS);
  length = 0;

  add(place: number, kind: number): void {
    this.places[this.length] = place;
    this.kinds[this.length] = kind;
    this.length += 1;
  }

  remove(at: number): void {
    this.places.copyWithin(at, at + 1, this.length);
    this.kinds.copyWithin(at, at + 1, this.length);
    this.length -= 1;
  }

  countOf(kind: number): number {
    let count = 0;
    for (let k = 0; k < this.length; k += 1) if (this.kinds[k] === kind) count += 1;
    return count;
  }
}

const ourLost = new Lost();
const theirLost = new Lost();

/** One gap between two runs. What stands on both sides and differs was exchanged; what only one has speaks of nothing. */
function sortGap(a: Words, aFrom: number, aTo: number, b: Words, bFrom: number, bTo: number): void {
  kept.fill(0);
  sortSide(a, aFrom, aTo, b, bFrom, bTo, ourLost, true);
  sortSide(b, bFrom, bTo, a, aFrom, aTo, theirLost, false);
}

function sortSide(
  words: Words,
  from: number,
  to: number,
  other: Words,
  otherFrom: number,
  otherTo: number,
  lost: Lost,
  counts: boolean,
): void {
  const { hashes } = other;
  lost.length = 0;
  for (let i = from; i < to; i += 1) {
    const hash = words.hashes[i]!;
    let j = otherFrom;
    while (j < otherTo && hashes[j] !== hash) j += 1;
    const kind = KINDS[words.flags[i]!]!;
    if (j === otherTo) lost.add(i, kind);
    else if (counts) kept[kind]! += 1;
  }
}

/** Takes out of the gap what was only written otherwise: names in another hand, words badly read, sums converted. */
function forgive(a: Words, b: Words, { ours, theirs, away }: Written): void {
  if (ourLost.length === 0 || theirLost.length === 0) return;
  for (let k = ourLost.length - 1; k >= 0; k -= 1) {
    if (ourLost.kinds[k] === NUMERIC) continue;
    const at = alike(ours.at(ourLost.places[k]!), theirs);
    if (at < 0) continue;
    kept[Math.max(ourLost.kinds[k]!, theirLost.kinds[at]!)]! += 1;
    ourLost.remove(k);
    theirLost.remove(at);
  }
  if (!away) return;
  const mine = measured(a, ourLost, ours);
  if (mine.length === 0) return;
  const other = measured(b, theirLost, theirs);
  if (other.length === 0) return;
  for (const at of mine.reverse()) ourLost.remove(at);
  for (const at of other.reverse()) theirLost.remove(at);
}

/** Which of their lost words is ours, written otherwise; -1: none. */
function alike(word: string, theirs: Spelling): number {
  for (let k = 0; k < theirLost.length; k += 1) {
    if (theirLost.kinds[k] !== NUMERIC && areAlike(word, theirs.at(theirLost.places[k]!))) return k;
  }
  return -1;
}

/** Which of the lost numbers are lost with their unit: the word after them, or their own letters ("8bn"), or the number before such. */
function measured({ flags }: Words, { places, kinds, length }: Lost, words: Spelling): number[] {
  const found: number[] = [];
  let next = false;
  for (let k = length - 1; k >= 0; k -= 1) {
    const place = places[k]!;
    if (kinds[k] !== NUMERIC) next = false;
    else {
      const follows = k + 1 < length && places[k + 1] === place + 1;
      const unit = follows && kinds[k + 1] !== NUMERIC;
      next = unit || (follows && next) || (/\p{L}/u.test(words.at(place)) && (flags[place]! & NUMBER) !== 0);
      if (next) found.unshift(k);
    }
  }
  return found;
}

function tallyGap(facts: Facts, spaced: boolean): void {
  facts.numbers += kept[NUMERIC]!;
  facts.numbersKept += kept[NUMERIC]!;
  facts.names += kept[NAME]!;
  facts.namesKept += kept[NAME]!;
  facts.uncased += kept[CASELESS]!;
  if (ourLost.length === 0 || theirLost.length === 0) return;
  facts.numbers += exchanged(NUMERIC);
  facts.names += exchanged(NAME);
  const fills = exchanged(CASELESS);
  if (fills === 0) return;
  const single = fills === 1 && ourLost.countOf(CASELESS) === theirLost.countOf(CASELESS);
  facts.fills += (single ? 0.5 : fills) * (spaced ? 1 : 2);
}

function exchanged(kind: number): number {
  return Math.min(ourLost.countOf(kind), theirLost.countOf(kind));
}

function kindOf(flags: number): number {
  if (flags & NUMBER) return NUMERIC;
  if (flags & UNCASED) return CASELESS;
  return (flags & (CAPITALISED | SENTENCE_START)) === CAPITALISED ? NAME : ORDINARY;
}

/** Share of the words of a zone that the other text's zone has too, in any order, from which the two are one form's. */
const FORM_KEPT = 0.25;
/** Words of a zone: what is longer was added by each. */
const LONGEST_ZONE = 80;

/**
 * What was exchanged between two aligned stretches, or before the first or after the last, where so little is equal in a row that it
 * aligns with nothing: the news of a form can be all in one sentence. Texts without capitals only.
 */
export function fillsOfZone(a: Words, aFrom: number, aTo: number, b: Words, bFrom: number, bTo: number): number {
  const least = Math.min(aTo - aFrom, bTo - bFrom);
  if (least <= 0 || Math.max(aTo - aFrom, bTo - bFrom) > LONGEST_ZONE) return 0;
  sortGap(a, aFrom, aTo, b, bFrom, bTo);
  const all = kept[CASELESS]! + kept[NUMERIC]! + kept[ORDINARY]!;
  const weight = (a.flags[aFrom]! & UNSPACED) === 0 ? 1 : 2;
  return all / least < FORM_KEPT ? 0 : exchanged(CASELESS) * weight;
}
