import type { Segment } from './align.ts';
import { CAPITALISED, NUMBER, SENTENCE_START, type Words } from './words.ts';

/** How the words of an aligned stretch fared, told apart by what they are. */
export interface Facts {
  /** Numbers that stand on both sides, and how many of them agree. */
  numbers: number;
  numbersKept: number;
  /** Likewise capitalised words inside sentences: names mostly. */
  names: number;
  namesKept: number;
  /** Likewise all other words. */
  ordinary: number;
  ordinaryKept: number;
  /** Words in the gaps that the other side's gap has not, of both sides. */
  changed: number;
}

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
export function countFactsOf(segment: Segment, a: Words, b: Words, facts: Facts): void {
  const { runs } = segment;
  let i = segment.aStart;
  let j = segment.bStart;
  for (let r = 0; r < runs.length; r += 3) {
    const [start, other, length] = [runs[r]!, runs[r + 1]!, runs[r + 2]!];
    if (start > i || other > j) gap(a, i, start, b, j, other, facts);
    i = start + length;
    j = other + length;
    countRun(a, start, i, facts);
  }
}

/** The words of a run: kept, all of them. */
function countRun(words: Words, from: number, to: number, facts: Facts): void {
  let numbers = 0;
  let names = 0;
  for (let k = from; k < to; k += 1) {
    const flags = words.flags[k]!;
    if (flags & NUMBER) numbers += 1;
    else if ((flags & (CAPITALISED | SENTENCE_START)) === CAPITALISED) names += 1;
  }
  facts.numbers += numbers;
  facts.numbersKept += numbers;
  facts.names += names;
  facts.namesKept += names;
  facts.ordinary += to - from - numbers - names;
  facts.ordinaryKept += to - from - numbers - names;
}

const ORDINARY = 0;
const NUMERIC = 1;
const NAME = 2;

/** Words of one side of a gap, by kind: those that the other side has too, and those that it has not. */
const kept = new Int32Array(3);
const ourLost = new Int32Array(3);
const theirLost = new Int32Array(3);

/**
 * One gap between two runs. What only one side has was added or cut and speaks of nothing; what stands on both sides and
 * differs was exchanged.
 */
function gap(a: Words, aFrom: number, aTo: number, b: Words, bFrom: number, bTo: number, facts: Facts): void {
  kept.fill(0);
  ourLost.fill(0);
  theirLost.fill(0);
  sortGap(a, aFrom, aTo, b, bFrom, bTo, ourLost, kept);
  sortGap(b, bFrom, bTo, a, aFrom, aTo, theirLost, null);
  for (let kind = ORDINARY; kind <= NAME; kind += 1) {
    const exchanged = Math.min(ourLost[kind]!, theirLost[kind]!);
    if (kept[kind]! + exchanged > 0) tally(kind, kept[kind]! + exchanged, kept[kind]!, facts);
    facts.changed += ourLost[kind]! + theirLost[kind]!;
  }
}

function sortGap(
  words: Words,
  from: number,
  to: number,
  other: Words,
  otherFrom: number,
  otherTo: number,
  lost: Int32Array,
  held: Int32Array | null,
): void {
  for (let i = from; i < to; i += 1) {
    const hash = words.hashes[i]!;
    let j = otherFrom;
    while (j < otherTo && other.hashes[j] !== hash) j += 1;
    const kind = kindOf(words.flags[i]!);
    if (j === otherTo) lost[kind]! += 1;
    else if (held) held[kind]! += 1;
  }
}

function kindOf(flags: number): number {
  if (flags & NUMBER) return NUMERIC;
  return flags & CAPITALISED && !(flags & SENTENCE_START) ? NAME : ORDINARY;
}

function tally(kind: number, all: number, same: number, facts: Facts): void {
  if (kind === NUMERIC) {
    facts.numbers += all;
    facts.numbersKept += same;
  } else if (kind === NAME) {
    facts.names += all;
    facts.namesKept += same;
  } else {
    facts.ordinary += all;
    facts.ordinaryKept += same;
  }
}
