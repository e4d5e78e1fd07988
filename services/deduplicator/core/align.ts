import type { Words } from './words.ts';

/** Consecutive equal words that make a match: three meet by chance in news, five lose edited copies. */
const RUN = 4;
/** Gaps of up to this many words on either side, between two runs in order, are bridged: a changed name or clause. */
const MAX_GAP = 12;
/** Segments with fewer matched words than this are chance: stock phrases, titles, names of institutions. */
const MIN_SEGMENT = 12;
/** Times one run of words is looked up in a text: more is repetition ("goal by ... goal by ..."), and would cost its square. */
const MAX_REPEATS = 8;

/** A stretch of equal words: `length` words from `a` in the one text and from `b` in the other. */
export interface Run {
  a: number;
  b: number;
  length: number;
}

/** Runs joined over short gaps: words `aStart` to `aEnd` (exclusive) of the one, `bStart` to `bEnd` of the other. */
export interface Segment {
  aStart: number;
  aEnd: number;
  bStart: number;
  bEnd: number;
  matched: number;
  runs: Run[];
}

/** A text made ready to be compared with many: where each run of {@link RUN} words begins. */
export interface Lookup {
  words: Words;
  table: Int32Array;
  next: Int32Array;
  grams: Uint32Array;
  mask: number;
}

function gramAt(hashes: Uint32Array, at: number): number {
  let g = hashes[at]!;
  for (let k = at + 1; k < at + RUN; k += 1) g = Math.imul(g ^ (g >>> 15), 0x2c1b3c6d) ^ hashes[k]!;
  return g >>> 0;
}

/** Prepares one text; linear in its words. */
export function lookup(words: Words): Lookup {
  const grams = new Uint32Array(Math.max(0, words.hashes.length - RUN + 1));
  for (let i = 0; i < grams.length; i += 1) grams[i] = gramAt(words.hashes, i);
  let size = 64;
  while (size < grams.length * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size).fill(-1);
  const next = new Int32Array(grams.length).fill(-1);
  const tails = new Int32Array(size);
  const repeats = new Uint8Array(size);
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i]!;
    let slot = (gram ^ (gram >>> 13)) & mask;
    while (table[slot]! >= 0 && grams[table[slot]!] !== gram) slot = (slot + 1) & mask;
    if (table[slot]! < 0) table[slot] = i;
    else if (repeats[slot]! < MAX_REPEATS) next[tails[slot]!] = i;
    else continue;
    tails[slot] = i;
    repeats[slot]! += 1;
  }
  return { words, table, next, grams, mask };
}

/**
 * All stretches of at least {@link RUN} equal words, in the order of `b`, each of which counts once.
 * @param echoes takes the other places where `a` repeats a stretch
 */
function findRuns(a: Lookup, b: Words, echoes: Run[]): Run[] {
  const runs: Run[] = [];
  const ours = a.words.hashes;
  const theirs = b.hashes;
  let expected = 0;
  let j = 0;
  while (j + RUN <= theirs.length) {
    const gram = gramAt(theirs, j);
    let slot = (gram ^ (gram >>> 13)) & a.mask;
    while (a.table[slot]! >= 0 && a.grams[a.table[slot]!] !== gram) slot = (slot + 1) & a.mask;
    const first = a.table[slot]!;
    if (first < 0) {
      j += 1;
      continue;
    }
    // Where the words stand more than once, the next place after the last match continues the text.
    let i = first;
    for (let place = first; place >= 0; place = a.next[place]!) {
      if (place >= expected) {
        i = place;
        break;
      }
    }
    const length = extent(ours, i, theirs, j);
    runs.push({ a: i, b: j, length });
    if (a.next[first]! >= 0) {
      for (let place = first; place >= 0; place = a.next[place]!) {
        if (place !== i) echoes.push({ a: place, b: j, length: Math.min(length, extent(ours, place, theirs, j)) });
      }
    }
    expected = i + length;
    j += length;
  }
  return runs;
}

function extent(ours: Uint32Array, i: number, theirs: Uint32Array, j: number): number {
  const most = Math.min(ours.length - i, theirs.length - j);
  let length = RUN;
  while (length < most && ours[i + length] === theirs[j + length]) length += 1;
  return length;
}

/** The aligned segments of two texts: runs in one order joined over gaps of at most {@link MAX_GAP} words, short ones left out. */
export function align(a: Lookup, b: Words): Segment[] {
  const segments: Segment[] = [];
  const echoes: Run[] = [];
  join(findRuns(a, b, echoes), segments);
  if (echoes.length > 0) {
    echoes.sort((x, y) => x.a - y.a || x.b - y.b);
    join(echoes, segments);
  }
  return segments;
}

function join(runs: readonly Run[], segments: Segment[]): void {
  let open: Segment | undefined;
  for (const run of runs) {
    const gapA = open ? run.a - open.aEnd : 0;
    const gapB = open ? run.b - open.bEnd : 0;
    if (open && gapA >= 0 && gapA <= MAX_GAP && gapB >= 0 && gapB <= MAX_GAP) {
      open.aEnd = run.a + run.length;
      open.bEnd = run.b + run.length;
      open.matched += run.length;
      open.runs.push(run);
      continue;
    }
    if (open && open.matched >= MIN_SEGMENT) segments.push(open);
    const [aEnd, bEnd] = [run.a + run.length, run.b + run.length];
    open = { aStart: run.a, aEnd, bStart: run.b, bEnd, matched: run.length, runs: [run] };
  }
  if (open && open.matched >= MIN_SEGMENT) segments.push(open);
}
