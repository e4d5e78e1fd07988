import type { Segment } from './align.ts';
import { areWithin } from './alike.ts';
import { NUMBER, type Words } from './words.ts';

/** Words in a row that are equal in a text of which one letter in twenty is misread, on the mean: edited copies have more. */
const RUN = 12;

/** Whether two texts that share these segments should be looked at letter by letter. */
export function mayBeMisread(a: Words, b: Words, segments: readonly Segment[]): boolean {
  if (segments.length === 0 || !(a.reading.suspect || b.reading.suspect)) return false;
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
  ours: readonly string[];
  theirs: readonly string[];
}

/**
 * The segments of two texts of which one is a poor reading of the other: from each on it is gone through word by word in both
 * directions as long as the words are near in their letters. The runs are of equal words still. What no such stretch covers stays.
 */
export function alignMisread(segments: readonly Segment[], sides: Sides): Segment[] {
  const found: Segment[] = [];
  let [i, j] = [0, 0];
  for (const anchor of [...segments].sort((x, y) => x.aStart - y.aStart || x.bStart - y.bStart)) {
    if (anchor.aStart < i || anchor.bStart < j) continue;
    const back = walk(sides, anchor.aStart - 1, anchor.bStart - 1, -1, i, j);
    const pairs = [...back.reverse(), ...walk(sides, anchor.aStart, anchor.bStart, 1, i, j)];
    if (pairs.length >= TELLING && misreadIn(sides, pairs) < pairs.length * LEAST_MISREAD) return [...segments];
    const segment = segmentOf(sides, pairs);
    if (!segment || segment.matched < matchedBefore(segments, segment)) continue;
    found.push(segment);
    [i, j] = [segment.aEnd, segment.bEnd];
  }
  return [...found, ...segments.filter((segment) => !found.some((larger) => touch(segment, larger)))];
}

/** How many of the pairs are near and not equal. */
function misreadIn(sides: Sides, pairs: readonly [number, number][]): number {
  let misread = 0;
  for (const [i, j] of pairs) if (!isEqual(sides, i, j)) misread += 1;
  return misread;
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

/** Pairs of places whose words are equal or near, from one place on, forwards or backwards, not below `aLeast` and `bLeast`. */
function walk(
  sides: Sides,
  from: number,
  other: number,
  step: 1 | -1,
  aLeast: number,
  bLeast: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  const [aEnd, bEnd] = [sides.ours.length, sides.theirs.length];
  let [i, j] = [from, other];
  const inside = (x: number, y: number) => x >= aLeast && y >= bLeast && x < aEnd && y < bEnd;
  while (inside(i, j)) {
    if (isNear(sides, i, j)) {
      pairs.push([i, j]);
      i += step;
      j += step;
      continue;
    }
    const jump = jumpFrom(sides, i, j, step, inside);
    if (!jump) break;
    i += jump[0] * step;
    j += jump[1] * step;
  }
  return pairs;
}

/** Over how many words of either side the next two near ones in a row lie, the fewest together. */
function jumpFrom(
  sides: Sides,
  i: number,
  j: number,
  step: 1 | -1,
  inside: (x: number, y: number) => boolean,
): [number, number] | null {
  for (let all = 1; all <= MAX_LOST * 2; all += 1) {
    for (let ours = Math.max(0, all - MAX_LOST); ours <= Math.min(all, MAX_LOST); ours += 1) {
      const [x, y] = [i + ours * step, j + (all - ours) * step];
      if (!inside(x + step, y + step)) continue;
      if (!isNear(sides, x, y) || !isNear(sides, x + step, y + step)) continue;
      if (isEqual(sides, x, y) || isEqual(sides, x + step, y + step)) return [ours, all - ours];
    }
  }
  return null;
}

function isEqual({ a, b }: Sides, i: number, j: number): boolean {
  return a.hashes[i] === b.hashes[j];
}

function isNear(sides: Sides, i: number, j: number): boolean {
  if (isEqual(sides, i, j)) return true;
  const ours = sides.ours[i]!;
  const theirs = sides.theirs[j]!;
  const longer = Math.max(ours.length, theirs.length);
  const most = Math.max(1, Math.floor(longer * LETTERS));
  if (longer === 1 || Math.abs(ours.length - theirs.length) > most) return false;
  // Of two numbers each is read right, or they are two.
  return !(isNumber(sides.a, i) && isNumber(sides.b, j)) && areWithin(ours, theirs, most);
}

function isNumber({ flags }: Words, at: number): boolean {
  return (flags[at]! & NUMBER) !== 0;
}

/** The stretch of these pairs, with its runs of equal words; null where it is none. */
function segmentOf(sides: Sides, pairs: readonly [number, number][]): Segment | null {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (!first || !last) return null;
  const runs: number[] = [];
  let matched = 0;
  for (const [i, j] of pairs) {
    if (!isEqual(sides, i, j)) continue;
    matched += 1;
    const end = runs.length - 3;
    if (end >= 0 && runs[end]! + runs[end + 2]! === i && runs[end + 1]! + runs[end + 2]! === j) runs[end + 2]! += 1;
    else runs.push(i, j, 1);
  }
  if (pairs.length - matched < pairs.length * LEAST_MISREAD) return null;
  const [aEnd, bEnd] = [last[0] + 1, last[1] + 1];
  const length = Math.max(aEnd - first[0], bEnd - first[1]);
  if (matched < MIN_SEGMENT || matched < length * EQUAL || pairs.length < length * NEAR) return null;
  return { aStart: first[0], aEnd, bStart: first[1], bEnd, matched, runs };
}
