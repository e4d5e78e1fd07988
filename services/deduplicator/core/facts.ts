import type { Segment } from './align.ts';
import { areAlike } from './alike.ts';
import type { Spelling } from './spelling.ts';
import { CAPITALISED, NUMBER, SENTENCE_START, UNCASED, UNSPACED, type Words } from './words.ts';

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

const ORDINARY = 0;
const NUMERIC = 1;
const NAME = 2;
const CASELESS = 3;

/** The numbers and the capitalised words inside sentences of a whole text. */
export function countFacts({ flags }: Words): { numbers: number; names: number } {
  let numbers = 0;
  let names = 0;
  for (let i = 0; i < flags.length; i += 1) {
    const kind = kindOf(flags[i]!);
    if (kind === NUMERIC) numbers += 1;
    else if (kind === NAME) names += 1;
  }
  return { numbers, names };
}

/** Adds what was kept and what was exchanged in one aligned stretch to the counts given. */
export function countFactsOf(segment: Segment, a: Words, b: Words, facts: Facts, written: Written | null): void {
  const { runs } = segment;
  let i = segment.aStart;
  let j = segment.bStart;
  for (let r = 0; r < runs.length; r += 3) {
    const [start, other, length] = [runs[r]!, runs[r + 1]!, runs[r + 2]!];
    if (start > i || other > j) {
      sortGap(a, i, start, b, j, other);
      if (written) forgive(a, b, written);
      tallyGap(facts, (a.flags[start]! & UNSPACED) === 0);
    }
    i = start + length;
    j = other + length;
    countRun(a, start, i, facts);
  }
}

/** The words of a run: kept, all of them. */
function countRun(words: Words, from: number, to: number, facts: Facts): void {
  let numbers = 0;
  let names = 0;
  let uncased = 0;
  for (let k = from; k < to; k += 1) {
    const kind = kindOf(words.flags[k]!);
    if (kind === NUMERIC) numbers += 1;
    else if (kind === NAME) names += 1;
    else if (kind === CASELESS) uncased += 1;
  }
  facts.numbers += numbers;
  facts.numbersKept += numbers;
  facts.names += names;
  facts.namesKept += names;
  facts.uncased += uncased;
}

/** Words of the gap at hand: by kind how many the other side has too, and the places of those that it has not. */
const kept = new Int32Array(4);
const ourLost: number[] = [];
const theirLost: number[] = [];
const ourKinds: number[] = [];
const theirKinds: number[] = [];

/** One gap between two runs. What stands on both sides and differs was exchanged; what only one has speaks of nothing. */
function sortGap(a: Words, aFrom: number, aTo: number, b: Words, bFrom: number, bTo: number): void {
  kept.fill(0);
  sortSide(a, aFrom, aTo, b, bFrom, bTo, ourLost, ourKinds, true);
  sortSide(b, bFrom, bTo, a, aFrom, aTo, theirLost, theirKinds, false);
}

function sortSide(
  words: Words,
  from: number,
  to: number,
  other: Words,
  otherFrom: number,
  otherTo: number,
  lost: number[],
  kinds: number[],
  counts: boolean,
): void {
  lost.length = 0;
  kinds.length = 0;
  for (let i = from; i < to; i += 1) {
    const hash = words.hashes[i]!;
    let j = otherFrom;
    while (j < otherTo && other.hashes[j] !== hash) j += 1;
    const kind = kindOf(words.flags[i]!);
    if (j === otherTo) {
      lost.push(i);
      kinds.push(kind);
    } else if (counts) kept[kind]! += 1;
  }
}

/** Takes out of the gap what was only written otherwise: names in another hand, words badly read, sums converted. */
function forgive(a: Words, b: Words, { ours, theirs, away }: Written): void {
  for (let i = ourLost.length - 1; i >= 0; i -= 1) {
    if (ourKinds[i] === NUMERIC) continue;
    const word = ours.at(ourLost[i]!);
    const at = theirLost.findIndex((place, k) => theirKinds[k] !== NUMERIC && areAlike(word, theirs.at(place)));
    if (at < 0) continue;
    kept[Math.max(ourKinds[i]!, theirKinds[at]!)]! += 1;
    remove(ourLost, ourKinds, i);
    remove(theirLost, theirKinds, at);
  }
  if (!away) return;
  const [mine, other] = [measured(a, ourLost, ourKinds, ours), measured(b, theirLost, theirKinds, theirs)];
  if (mine.length === 0 || other.length === 0) return;
  for (const at of mine.reverse()) remove(ourLost, ourKinds, at);
  for (const at of other.reverse()) remove(theirLost, theirKinds, at);
}

/** Which of the lost numbers are lost with their unit: the word after them, or their own letters ("8bn"), or the number before such. */
function measured({ flags }: Words, lost: readonly number[], kinds: readonly number[], words: Spelling): number[] {
  const found: number[] = [];
  let next = false;
  for (let k = lost.length - 1; k >= 0; k -= 1) {
    const place = lost[k]!;
    if (kinds[k] !== NUMERIC) next = false;
    else {
      const follows = lost[k + 1] === place + 1;
      const unit = follows && kinds[k + 1] !== NUMERIC;
      next = unit || (follows && next) || (/\p{L}/u.test(words.at(place)) && (flags[place]! & NUMBER) !== 0);
      if (next) found.unshift(k);
    }
  }
  return found;
}

function remove(lost: number[], kinds: number[], at: number): void {
  lost.splice(at, 1);
  kinds.splice(at, 1);
}

function tallyGap(facts: Facts, spaced: boolean): void {
  const numbers = exchanged(NUMERIC);
  const names = exchanged(NAME);
  facts.numbers += kept[NUMERIC]! + numbers;
  facts.numbersKept += kept[NUMERIC]!;
  facts.names += kept[NAME]! + names;
  facts.namesKept += kept[NAME]!;
  facts.uncased += kept[CASELESS]!;
  const fills = exchanged(CASELESS);
  const single = fills === 1 && countOf(ourKinds, CASELESS) === countOf(theirKinds, CASELESS);
  facts.fills += (single ? 0.5 : fills) * (spaced ? 1 : 2);
}

function exchanged(kind: number): number {
  return Math.min(countOf(ourKinds, kind), countOf(theirKinds, kind));
}

function countOf(kinds: readonly number[], kind: number): number {
  let count = 0;
  for (let i = 0; i < kinds.length; i += 1) if (kinds[i] === kind) count += 1;
  return count;
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
