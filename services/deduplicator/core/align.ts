import { type Lookup, lookup, MAX_REPEATS, mayHave, slotOf } from './lookup.ts';
import { RUN, type Words } from './words.ts';

/** Gaps of up to this many words on either side, between two runs in order, are bridged: a changed name or clause. */
const MAX_GAP = 12;
/** Far from the last match only every second place is looked at: that finds every run of five words and half of those of four. */
const STRIDE = 2;
/** Segments with fewer matched words than this are chance: stock phrases, titles, names of institutions. */
const MIN_SEGMENT = 12;

/** Runs of equal words joined over short gaps: words `aStart` to `aEnd` (exclusive) of the one, `bStart` to `bEnd` of the other. */
export interface Segment {
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
  matched: number;
  /** Three numbers a run: where it begins in the one, where in the other, and how many words it has. */
  runs: number[];
}

/**
 * The aligned segments of two texts: runs in one order joined over gaps of at most {@link MAX_GAP} words, those of fewer equal words
 * than `least` left out.
 */
export function align(a: Words, b: Words, least = MIN_SEGMENT): Segment[] {
  const segments: Segment[] = [];
  const echoes: [number, number, number][] = [];
  const joiner = new Joiner(segments, least);
  findRuns(lookup(a), b, joiner, echoes);
  joiner.close();
  if (echoes.length > 0) {
    echoes.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    for (const [i, j, length] of echoes) joiner.add(i, j, length);
    joiner.close();
  }
  return segments;
}

/**
 * Hands on all stretches of at least {@link RUN} equal words, in the order of `b`, each word of which counts once.
 * @param echoes takes the other places where `a` repeats a stretch
 */
function findRuns(a: Lookup, b: Words, joiner: Joiner, echoes: [number, number, number][]): void {
  const { table, next, mask, filter } = a;
  const ours = a.words.hashes;
  const ourGrams = a.words.grams;
  const theirs = b.hashes;
  const grams = b.grams;
  const end = grams.length;
  let expected = 0;
  let taken = 0;
  let j = 0;
  while (j < end) {
    const gram = grams[j]!;
    if (!mayHave(filter, gram)) {
      if (j - taken < MAX_GAP) j += 1;
      else
        do j += STRIDE;
        while (j < end && !mayHave(filter, grams[j]!));
      continue;
    }
    let slot = slotOf(gram, mask);
    let first = table[slot]! - 1;
    while (first >= 0 && ourGrams[first] !== gram) {
      slot = (slot + 1) & mask;
      first = table[slot]! - 1;
    }
    if (first < 0) {
      j += j - taken < MAX_GAP ? 1 : STRIDE;
      continue;
    }
    // Where the words stand more than once, the next place after the last match continues the text.
    let i = first;
    let place = first;
    for (let seen = 0; place >= 0 && seen < MAX_REPEATS; place = next[place]! - 1, seen += 1) {
      if (place >= expected) {
        i = place;
        break;
      }
    }
    const from = j;
    const chosen = i;
    let length = extent(ours, i, theirs, j);
    if (i > 0 && j > taken && ours[i - 1] === theirs[j - 1]) {
      i -= 1;
      j -= 1;
      length += 1;
    }
    joiner.add(i, j, length);
    if (next[first] !== 0) {
      place = first;
      for (let seen = 0; place >= 0 && seen < MAX_REPEATS; place = next[place]! - 1, seen += 1) {
        if (place !== chosen) echoes.push([place, from, Math.min(length, extent(ours, place, theirs, from))]);
      }
    }
    expected = i + length;
    j += length;
    taken = j;
  }
}

function extent(ours: Uint32Array, i: number, theirs: Uint32Array, j: number): number {
  const most = Math.min(ours.length - i, theirs.length - j);
  let length = RUN;
  while (length < most && ours[i + length] === theirs[j + length]) length += 1;
  return length;
}

/** Runs of the open segment: three numbers each. Only those of segments that are kept get an array of their own. */
const open: number[] = [];

/** Joins runs to segments as they come. */
class Joiner {
  #segments: Segment[];
  #least: number;
  #length = 0;
  #matched = 0;
  #aEnd = 0;
  #bEnd = 0;

  constructor(segments: Segment[], least: number) {
    this.#segments = segments;
    this.#least = least;
  }

  add(a: number, b: number, length: number): void {
    if (this.#length > 0) {
      const gapA = a - this.#aEnd;
      const gapB = b - this.#bEnd;
      if (gapA < 0 || gapA > MAX_GAP || gapB < 0 || gapB > MAX_GAP) this.close();
    }
    open[this.#length++] = a;
    open[this.#length++] = b;
    open[this.#length++] = length;
    this.#matched += length;
    this.#aEnd = a + length;
    this.#bEnd = b + length;
  }

  close(): void {
    if (this.#length > 0 && this.#matched >= this.#least) {
      this.#segments.push({
        aStart: open[0]!,
        aEnd: this.#aEnd,
        bStart: open[1]!,
        bEnd: this.#bEnd,
        matched: this.#matched,
        runs: open.slice(0, this.#length),
      });
    }
    this.#length = 0;
    this.#matched = 0;
  }
}
