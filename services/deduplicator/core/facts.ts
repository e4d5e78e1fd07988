import type { Segment } from './align.ts';
import { areAlike } from './alike.ts';
import { Lost } from './lost.ts';
import type { Spelling } from './spelling.ts';
import { CASELESS, KINDS, NAME, NUMERIC, ORDINARY, tallyOf } from './tally.ts';
import { WordPairs } from './word-pairs.ts';
import { NUMBER, UNSPACED, type Words } from './words.ts';
import { writtenApart } from './written-apart.ts';

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
  const tally = tallyOf(a);
  let [i, j] = [segment.aStart, segment.bStart];
  let [standing, uncased] = [0, 0];
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
    standing += tally.facts[i]! - tally.facts[start]!;
    uncased += tally.uncased[i]! - tally.uncased[start]!;
  }
  const numbers = standing & 0xffff;
  const names = standing >>> 16;
  facts.numbers += numbers;
  facts.numbersKept += numbers;
  facts.names += names;
  facts.namesKept += names;
  facts.uncased += uncased;
}

/** How many words of the gap at hand the other side has too, by kind. */
const kept = new Int32Array(CASELESS + 1);

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
  writtenApart(ourLost, ours, theirLost, theirs, kept);
  for (let k = ourLost.length - 1; k >= 0; k -= 1) {
    if (ourLost.kinds[k] === NUMERIC) continue;
    const at = alike(a, ourLost.places[k]!, ours, b, theirs);
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

const alikePairs = new WordPairs();

/** Which of their lost words is ours, written otherwise; -1: none. */
function alike(a: Words, place: number, ours: Spelling, b: Words, theirs: Spelling): number {
  const hash = a.hashes[place]!;
  for (let k = 0; k < theirLost.length; k += 1) {
    if (theirLost.kinds[k] === NUMERIC) continue;
    const there = theirLost.places[k]!;
    const other = b.hashes[there]!;
    const found = alikePairs.get(hash, other);
    if (found ?? alikePairs.set(hash, other, areAlike(ours.at(place), theirs.at(there)))) return k;
  }
  return -1;
}

/** A sum is written in so many further groups of digits at most: thousands, millions, milliards or pence. */
const MORE_GROUPS = 3;

/**
 * Which of the lost numbers are lost with their unit: the word after them, also where groups of digits that both have stand between
 * ("640 000 euros", "610 000 francs"), or their own letters ("8bn"), or the number before such.
 */
function measured({ flags }: Words, { places, kinds, length }: Lost, words: Spelling): number[] {
  const found: number[] = [];
  let unit = -1;
  for (let k = length - 1; k >= 0; k -= 1) {
    const place = places[k]!;
    if (kinds[k] !== NUMERIC) {
      unit = place;
      continue;
    }
    let end = place + 1;
    while (end !== unit && end <= place + MORE_GROUPS && (flags[end]! & NUMBER) !== 0) end += 1;
    if (/\p{L}/u.test(words.at(place)) && (flags[place]! & NUMBER) !== 0) unit = place;
    else if (end !== unit) continue;
    found.unshift(k);
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

/** Share of the words of a zone that the other text's zone has too, in any order, from which the two are one form's. */
const FORM_KEPT = 0.25;
/** Words of a zone: what is longer was added by each. */
const LONGEST_ZONE = 80;

/**
 * What was exchanged between two aligned stretches, or before the first or after the last, where so little is equal in a row that it
 * aligns with nothing: the news of a form can be all in one sentence. Texts without capitals only.
 */
export function fillsOfZone(
  a: Words,
  aFrom: number,
  aTo: number,
  b: Words,
  bFrom: number,
  bTo: number,
  written: Written | null,
): number {
  const least = Math.min(aTo - aFrom, bTo - bFrom);
  if (least <= 0 || Math.max(aTo - aFrom, bTo - bFrom) > LONGEST_ZONE) return 0;
  sortGap(a, aFrom, aTo, b, bFrom, bTo);
  if (written) writtenApart(ourLost, written.ours, theirLost, written.theirs, kept);
  const all = kept[CASELESS]! + kept[NUMERIC]! + kept[ORDINARY]!;
  const weight = (a.flags[aFrom]! & UNSPACED) === 0 ? 1 : 2;
  return all / least < FORM_KEPT ? 0 : exchanged(CASELESS) * weight;
}
