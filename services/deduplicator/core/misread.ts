import { align, type Segment } from './align.ts';
import { areWithin } from './alike.ts';
import { mendedOf } from './mended-words.ts';
import type { Spelling } from './spelling.ts';
import { WordPairs } from './word-pairs.ts';
import { MAX_WORDS, NUMBER, type Words } from './words.ts';

/** Words in a row that are equal in a text of which one letter in twenty is misread, on the mean: edited copies have more. */
const RUN = 12;

/** Whether two texts that share these segments should be looked at letter by letter. */
export function mayBeMisread(a: Words, b: Words, segments: readonly Segment[]): boolean {
  if (!(a.reading.suspect || b.reading.suspect)) return false;
  if (segments.length === 0) return a.reading.misread || b.reading.misread;
  let runs = 0;
  let matched = 0;
  for (const segment of segments) {
    runs += segment.runs.length / 3;
    matched += segment.matched;
  }
  return matched <= runs * RUN;
}

/** Words that one side may have more than the other where they were torn apart, run together or lost. */
const MAX_LOST = 4;
/** Of a text that is known to be misread a whole line may be lost. */
const LINE_LOST = 18;
/** Rows of so few words, put right as far as they can be, lead on in such a text. */
const LEAST_ANCHOR = 5;
/** Share of a word's letters that may be misread. */
const LETTERS = 0.4;
/** Of a stretch's words so many are equal or near, and so many equal, or it is no reading of the other. */
const NEAR = 0.75;
const EQUAL = 0.2;
/** And so many are near without being equal, or nothing was misread: one letter in a hundred makes more of them. */
const LEAST_MISREAD = 0.04;
/** As in `align.ts`. */
const MIN_SEGMENT = 12;

/** So many words of a clean text say that nothing of it was misread. */
const TELLING = 40;

interface Sides {
  a: Words;
  b: Words;
  ours: Spelling;
  theirs: Spelling;
}

/**
 * The segments of two texts of which one is a poor reading of the other: from each on it is gone through word by word in both
 * directions as long as the words are near in their letters. The runs are of equal words still. What no such stretch covers stays.
 */
export function alignMisread(segments: readonly Segment[], sides: Sides): Segment[] {
  const found: Segment[] = [];
  let [i, j] = [0, 0];
  for (const anchor of anchorsOf(segments, sides).sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart)) {
    if (anchor.aStart < i || anchor.bStart < j) continue;
    const from = walk(sides, anchor.aStart - 1, anchor.bStart - 1, -1, i, j);
    const to = walk(sides, anchor.aStart, anchor.bStart, 1, i, j);
    const many = (to - from) / 2;
    if (many >= TELLING && many - equalIn(sides, from, to) < many * LEAST_MISREAD) return [...segments];
    const segment = segmentOf(sides, from, to);
    if (!segment || segment.matched < matchedBefore(segments, segment)) continue;
    found.push(segment);
    [i, j] = [segment.aEnd, segment.bEnd];
  }
  return [...found, ...segments.filter((segment) => !found.some((larger) => touch(segment, larger)))];
}

/** From where the two are gone through: the segments, and where one is known to be misread any row of words put right. */
function anchorsOf(segments: readonly Segment[], { a, b }: Sides): Segment[] {
  const known = a.reading.misread || b.reading.misread;
  return known ? align(mendedOf(a), mendedOf(b), LEAST_ANCHOR) : [...segments];
}

/**
 * The pairs of places whose words are equal or near, of the anchor at hand: found backwards they grow down from the middle, found
 * forwards up from there, so that in the end they stand in order.
 */
const pairs = new Int32Array(MAX_WORDS * 4);
const MIDDLE = MAX_WORDS * 2;

/** How many of the pairs are equal. */
function equalIn(sides: Sides, from: number, to: number): number {
  let equal = 0;
  for (let at = from; at < to; at += 2) if (isEqual(sides, pairs[at]!, pairs[at + 1]!)) equal += 1;
  return equal;
}

/** Equal words of the segments in whose place this one would come. */
function matchedBefore(segments: readonly Segment[], larger: Segment): number {
  let matched = 0;
  for (const segment of segments) if (touch(segment, larger)) matched += segment.matched;
  return matched;
}

function touch(x: Segment, y: Segment): boolean {
  return x.aStart < y.aEnd && y.aStart < x.aEnd;
}

/**
 * Notes the pairs from one place on, forwards or backwards, not below `aLeast` and `bLeast`.
 * @returns where in {@link pairs} they end, or begin
 */
function walk(sides: Sides, from: number, other: number, step: 1 | -1, aLeast: number, bLeast: number): number {
  let at = MIDDLE;
  let i = from;
  let j = other;
  while (isInside(sides, i, j, aLeast, bLeast)) {
    if (isNear(sides, i, j)) {
      if (step < 0) at -= 2;
      pairs[at] = i;
      pairs[at + 1] = j;
      if (step > 0) at += 2;
      i += step;
      j += step;
      continue;
    }
    const jump = jumpFrom(sides, i, j, step, aLeast, bLeast);
    if (jump < 0) break;
    i += (jump >> 8) * step;
    j += (jump & 255) * step;
  }
  return at;
}

function isInside({ a, b }: Sides, i: number, j: number, aLeast: number, bLeast: number): boolean {
  return i >= aLeast && j >= bLeast && i < a.hashes.length && j < b.hashes.length;
}

/** Over how many words of either side the next two near ones in a row lie, the fewest together: ours times 256 and theirs; -1: none do. */
function jumpFrom(sides: Sides, i: number, j: number, step: 1 | -1, aLeast: number, bLeast: number): number {
  for (let all = 1; all <= MAX_LOST * 2; all += 1) {
    for (let ours = Math.max(0, all - MAX_LOST); ours <= Math.min(all, MAX_LOST); ours += 1) {
      const x = i + ours * step;
      const y = j + (all - ours) * step;
      if (!isInside(sides, x + step, y + step, aLeast, bLeast)) continue;
      // One of the two is equal, which is soon seen.
      const first = isEqual(sides, x, y);
      const second = isEqual(sides, x + step, y + step);
      if (!first && !second) continue;
      if ((first || isNear(sides, x, y)) && (second || isNear(sides, x + step, y + step)))
        return (ours << 8) | (all - ours);
    }
  }
  return sides.a.reading.misread || sides.b.reading.misread ? lineFrom(sides, i, j, step, aLeast, bLeast) : -1;
}

/** As {@link jumpFrom} where one side has lost a line: over more words of the other, and three near ones follow of which two are equal. */
function lineFrom(sides: Sides, i: number, j: number, step: 1 | -1, aLeast: number, bLeast: number): number {
  for (let lost = MAX_LOST + 1; lost <= LINE_LOST; lost += 1) {
    for (let beside = 0; beside <= 1; beside += 1) {
      if (leadsOn(sides, i + lost * step, j + beside * step, step, aLeast, bLeast)) return (lost << 8) | beside;
      if (leadsOn(sides, i + beside * step, j + lost * step, step, aLeast, bLeast)) return (beside << 8) | lost;
    }
  }
  return -1;
}

function leadsOn(sides: Sides, i: number, j: number, step: 1 | -1, aLeast: number, bLeast: number): boolean {
  if (!isInside(sides, i + 2 * step, j + 2 * step, aLeast, bLeast)) return false;
  let equal = 0;
  for (let k = 0; k < 3; k += 1) if (isEqual(sides, i + k * step, j + k * step)) equal += 1;
  if (equal < 2) return false;
  for (let k = 0; k < 3; k += 1) if (!isNear(sides, i + k * step, j + k * step)) return false;
  return true;
}

function isEqual({ a, b }: Sides, i: number, j: number): boolean {
  return a.hashes[i] === b.hashes[j];
}

const nearPairs = new WordPairs();

function isNear(sides: Sides, i: number, j: number): boolean {
  const ours = sides.a.hashes[i]!;
  const theirs = sides.b.hashes[j]!;
  if (ours === theirs) return true;
  return nearPairs.get(ours, theirs) ?? nearPairs.set(ours, theirs, areNear(sides, i, j));
}

/** Whether two words that differ are near in their letters. */
function areNear(sides: Sides, i: number, j: number): boolean {
  const ours = sides.ours.at(i);
  const theirs = sides.theirs.at(j);
  const longer = Math.max(ours.length, theirs.length);
  const most = Math.max(1, Math.floor(longer * LETTERS));
  if (longer === 1 || Math.abs(ours.length - theirs.length) > most) return false;
  // Of two numbers each is read right, or they are two.
  return !(isNumber(sides.a, i) && isNumber(sides.b, j)) && areWithin(ours, theirs, most);
}

function isNumber({ flags }: Words, at: number): boolean {
  return (flags[at]! & NUMBER) !== 0;
}

/** The stretch of the pairs, with its runs of equal words; null where it is none. */
function segmentOf(sides: Sides, from: number, to: number): Segment | null {
  const many = (to - from) / 2;
  if (many === 0) return null;
  const runs: number[] = [];
  let matched = 0;
  for (let at = from; at < to; at += 2) {
    const i = pairs[at]!;
    const j = pairs[at + 1]!;
    if (!isEqual(sides, i, j)) continue;
    matched += 1;
    const end = runs.length - 3;
    if (end >= 0 && runs[end]! + runs[end + 2]! === i && runs[end + 1]! + runs[end + 2]! === j) runs[end + 2]! += 1;
    else runs.push(i, j, 1);
  }
  if (many - matched < many * LEAST_MISREAD) return null;
  const [aStart, bStart, aEnd, bEnd] = [pairs[from]!, pairs[from + 1]!, pairs[to - 2]! + 1, pairs[to - 1]! + 1];
  const length = Math.max(aEnd - aStart, bEnd - bStart);
  if (matched < MIN_SEGMENT || matched < length * EQUAL || many < length * NEAR) return null;
  return { aStart, aEnd, bStart, bEnd, matched, runs };
}
