/** Equal words at the same place in both orders: positions in either text, and how many. */
export interface Run {
  a: number;
  b: number;
  length: number;
}

interface Range {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

/** Words an anchor has: phrases that stand once in either text, first long ones, then shorter ones in what is left between. */
const ANCHOR_WORDS = [4, 2, 1] as const;
/** Gaps up to this many pairs of words are aligned exactly; a table of 40,000 takes less than a millisecond. */
const EXACT_PAIRS = 40_000;

/** The runs of equal words that two texts share in one order, ascending; none overlap. */
export function matchingRuns(a: readonly string[], b: readonly string[]): Run[] {
  const pairs: Array<[number, number]> = [];
  align(a, b, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }, 0, pairs);
  return joinPairs(pairs);
}

function align(
  a: readonly string[],
  b: readonly string[],
  range: Range,
  level: number,
  pairs: Array<[number, number]>,
) {
  let { aFrom, aTo, bFrom, bTo } = range;
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs.push([aFrom++, bFrom++]);
  const tail: Array<[number, number]> = [];
  while (aTo > aFrom && bTo > bFrom && a[aTo - 1] === b[bTo - 1]) tail.push([--aTo, --bTo]);
  const left = { aFrom, aTo, bFrom, bTo };
  if ((aTo - aFrom) * (bTo - bFrom) <= EXACT_PAIRS) pairs.push(...longestCommon(a, b, left));
  else if (level < ANCHOR_WORDS.length) {
    const anchors = inOrder(anchorsOf(a, b, left, ANCHOR_WORDS[level]!));
    for (const [aAt, bAt] of [...anchors, [aTo, bTo] as const]) {
      align(a, b, { aFrom, aTo: aAt, bFrom, bTo: bAt }, level + 1, pairs);
      if (aAt < aTo && bAt < bTo) pairs.push([aAt, bAt]);
      aFrom = Math.min(aAt + 1, aTo);
      bFrom = Math.min(bAt + 1, bTo);
    }
  }
  pairs.push(...tail.reverse());
}

/** Phrases of `size` words that stand exactly once in either range, by their place in `a`. */
function anchorsOf(a: readonly string[], b: readonly string[], range: Range, size: number): Array<[number, number]> {
  const inA = once(a, range.aFrom, range.aTo, size);
  const inB = once(b, range.bFrom, range.bTo, size);
  const found: Array<[number, number]> = [];
  for (const [phrase, at] of inA) {
    const other = inB.get(phrase);
    if (at !== null && other != null) found.push([at, other]);
  }
  return found.sort((x, y) => x[0] - y[0]);
}

function once(words: readonly string[], from: number, to: number, size: number): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let at = from; at + size <= to; at += 1) {
    const phrase = words.slice(at, at + size).join(' ');
    places.set(phrase, places.has(phrase) ? null : at);
  }
  return places;
}

/** The longest ascending choice among anchors that are sorted by their first place (patience sorting). */
function inOrder(anchors: ReadonlyArray<[number, number]>): Array<[number, number]> {
  const tops: number[] = [];
  const before = new Int32Array(anchors.length).fill(-1);
  for (const [index, [, bAt]] of anchors.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors[tops[middle]!]![1] < bAt) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = tops[low - 1]!;
    tops[low] = index;
  }
  const chosen: Array<[number, number]> = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) chosen.push(anchors[at]!);
  return chosen.reverse();
}

/** The longest common subsequence of a small range, by the usual table. */
function longestCommon(a: readonly string[], b: readonly string[], range: Range): Array<[number, number]> {
  const rows = range.aTo - range.aFrom;
  const columns = range.bTo - range.bFrom;
  if (rows === 0 || columns === 0) return [];
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        a[range.aFrom + i] === b[range.bFrom + j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const pairs: Array<[number, number]> = [];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[range.aFrom + i] === b[range.bFrom + j]) {
      pairs.push([range.aFrom + i, range.bFrom + j]);
      i += 1;
      j += 1;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
}

function joinPairs(pairs: ReadonlyArray<[number, number]>): Run[] {
  const runs: Run[] = [];
  for (const [a, b] of pairs) {
    const last = runs.at(-1);
    if (last && last.a + last.length === a && last.b + last.length === b) last.length += 1;
    else runs.push({ a, b, length: 1 });
  }
  return runs;
}
