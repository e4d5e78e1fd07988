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

/** A text made ready to be compared with many: where each run of {@link RUN} words begins, and begins again; 0 is nowhere, 1 the first word. */
export interface Lookup {
  words: Words;
  table: Int32Array;
  next: Int32Array;
  grams: Uint32Array;
  mask: number;
}

/** A hash of each {@link RUN} consecutive words; made once a text. */
function gramsOf(words: Words): Uint32Array {
  if (words.grams) return words.grams;
  const { hashes } = words;
  const grams = new Uint32Array(Math.max(0, hashes.length - RUN + 1));
  for (let i = 0; i < grams.length; i += 1) {
    let g = hashes[i]!;
    for (let k = i + 1; k < i + RUN; k += 1) g = Math.imul(g ^ (g >>> 15), 0x2c1b3c6d) ^ hashes[k]!;
    grams[i] = g;
  }
  words.grams = grams;
  return grams;
}

let tails = new Int32Array(4096);
let repeats = new Uint8Array(4096);

/** Prepares one text; linear in its words. */
export function lookup(words: Words): Lookup {
  const grams = gramsOf(words);
  let size = 64;
  while (size < grams.length * 2) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(size);
  const next = new Int32Array(grams.length);
  if (tails.length < size) {
    tails = new Int32Array(size);
    repeats = new Uint8Array(size);
  }
  repeats.fill(0, 0, size);
  for (let i = 0; i < grams.length; i += 1) {
    const gram = grams[i]!;
    let slot = (gram ^ (gram >>> 13)) & mask;
    while (table[slot] !== 0 && grams[table[slot]! - 1] !== gram) slot = (slot + 1) & mask;
    if (table[slot] === 0) table[slot] = i + 1;
    else if (repeats[slot]! < MAX_REPEATS) next[tails[slot]!] = i + 1;
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
  const { table, mask } = a;
  const ourGrams = a.grams;
  const grams = gramsOf(b);
  while (j < grams.length) {
    const gram = grams[j]!;
    let slot = (gram ^ (gram >>> 13)) & mask;
    let first = table[slot]! - 1;
    while (first >= 0 && ourGrams[first] !== gram) {
      slot = (slot + 1) & mask;
      first = table[slot]! - 1;
    }
    if (first < 0) {
      j += 1;
      continue;
    }
    // Where the words stand more than once, the next place after the last match continues the text.
    let i = first;
    for (let place = first; place >= 0; place = a.next[place]! - 1) {
      if (place >= expected) {
        i = place;
        break;
      }
    }
    const length = extent(ours, i, theirs, j);
    runs.push({ a: i, b: j, length });
    if (a.next[first] !== 0) {
      for (let place = first; place >= 0; place = a.next[place]! - 1) {
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
