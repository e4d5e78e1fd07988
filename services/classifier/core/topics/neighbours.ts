import { TOP_CODES } from '@wirewatch/shared/contracts/media-topics.ts';
import type { Features } from './features.ts';
import { BUCKETS } from './hash.ts';

/** The first bytes of an index file: the format's name and number. */
const MAGIC = 'WWN1';
/** How many of the nearest texts have a vote: 6 and 8 lost .004 of macro F1 in folds, 20 gained nothing. */
const NEAREST = 12;
/** Where two texts share nothing else a rare word gives .05 and less; squared, so near a vote is worth nothing beside this. */
const FLOOR = 0.01;
/** Steps of a rarity, ln(texts / texts with the feature), and of a feature's share of a text: both fit into a byte. */
export const RARITY_STEPS = 24;
export const SHARE_STEPS = 255;

/** The labelled texts of the training by their rarest features; all by bucket, so that a text only meets those that share one. */
export interface NeighbourIndex {
  version: string;
  /** By text: the class of its main topic. */
  classes: Uint8Array;
  /** By bucket: how rare the feature is, in {@link RARITY_STEPS}. */
  rarity: Uint8Array;
  /** By bucket: how many entries it has. */
  counts: Uint16Array;
  /** By entry, bucket after bucket: the text, and the feature's share of the text's vector in {@link SHARE_STEPS}. */
  texts: Uint16Array;
  shares: Uint8Array;
}

/** What the nearest labelled texts say: by class, the sum of the squares of their cosines. */
export type Voter = (features: Features) => Float64Array;

/** Finds the nearest texts of an index. Not for two texts at once: the sums are kept from one to the next, for time. */
export function createVoter(index: NeighbourIndex): Voter {
  const { heads, entries } = packed(index);
  // Not a view of the file, which may go.
  const classes = index.classes.slice();
  const sums = new Float32Array(classes.length);
  // A text meets some thousands of the index: only these are looked through and cleared.
  const met = new Uint16Array(classes.length);
  let [starts, ends, firsts] = [scratch(USUAL), scratch(USUAL), scratch(USUAL)];
  return ({ buckets, values }) => {
    const n = buckets.length;
    // Three rounds, not one: memory that is far answers many questions at once as quickly as one, and it is all that this waits for.
    if (n > firsts.length) [starts, ends, firsts] = [scratch(n), scratch(n), scratch(n)];
    for (let k = 0; k < n; k += 1) {
      starts[k] = heads[buckets[k]!]!;
      ends[k] = heads[buckets[k]! + 1]! >>> 8;
    }
    for (let k = 0; k < n; k += 1) firsts[k] = entries[starts[k]! >>> 8]!;
    let size = 0;
    let square = 0;
    for (let k = 0; k < n; k += 1) {
      const value = values[k]! * (starts[k]! & 0xff);
      if (value === 0) continue;
      square += value * value;
      let entry = firsts[k]!;
      for (let e = starts[k]! >>> 8; e < ends[k]!; entry = entries[++e]!) {
        const text = entry >>> 8;
        const before = sums[text]!;
        if (before === 0) met[size++] = text;
        sums[text] = before + value * (entry & 0xff);
      }
    }
    const votes = new Float64Array(TOP_CODES.length);
    const length = Math.sqrt(square) * SHARE_STEPS;
    for (const text of nearest(sums, met, size)) votes[classes[text]!]! += (sums[text]! / length) ** 2;
    for (let m = 0; m < size; m += 1) sums[met[m]!] = 0;
    return votes;
  };
}

/** Features of a text of the length that is read; made once, for an array a text is what the garbage collector is called by. */
const USUAL = 4096;
const scratch = (size: number): Uint32Array => new Uint32Array(size);

/**
 * By bucket where its entries begin and how rare it is, by entry text and share, in one number each: what costs time is how often memory
 * is gone to, and so it is half as often.
 */
function packed({ rarity, counts, texts, shares }: NeighbourIndex): { heads: Uint32Array; entries: Uint32Array } {
  const heads = new Uint32Array(BUCKETS + 1);
  let start = 0;
  for (let b = 0; b < BUCKETS; b += 1) {
    heads[b] = (start << 8) | rarity[b]!;
    start += counts[b]!;
  }
  heads[BUCKETS] = start << 8;
  // One more than there are: the last is followed by a look at what is behind it.
  const entries = new Uint32Array(start + 1);
  for (let e = 0; e < start; e += 1) entries[e] = (texts[e]! << 8) | shares[e]!;
  return { heads, entries };
}

/** Of the first `size` texts that were met those with the highest sums, of equal ones that met first. */
function nearest(sums: Float32Array, met: Uint16Array, size: number): number[] {
  const found: number[] = [];
  let least = 0;
  for (let m = 0; m < size; m += 1) {
    const sum = sums[met[m]!]!;
    if (sum <= least) continue;
    let at = found.length < NEAREST ? found.length : NEAREST - 1;
    for (; at > 0 && sums[found[at - 1]!]! < sum; at -= 1) found[at] = found[at - 1]!;
    found[at] = met[m]!;
    if (found.length === NEAREST) least = sums[found[NEAREST - 1]!]!;
  }
  return found;
}

/** What the votes add to a class's score: nothing where no near text has it. */
export function ofVotes(votes: number): number {
  return Math.log1p(votes / FLOOR);
}

interface IndexHeader {
  version: string;
  texts: number;
  entries: number;
}

/** An index as the bytes of its file: magic, length of the header, header as JSON filled with spaces to whole words, then the arrays. */
export function formatNeighbours(index: NeighbourIndex): Uint8Array {
  const { version, classes, rarity, counts, texts, shares } = index;
  const header: IndexHeader = { version, texts: classes.length, entries: texts.length };
  const json = JSON.stringify(header);
  const bytes = new TextEncoder().encode(json + ' '.repeat(-json.length & 3));
  const arrays = [counts, texts, shares, rarity, classes];
  const out = new Uint8Array(8 + bytes.length + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  out.set(new TextEncoder().encode(MAGIC), 0);
  new DataView(out.buffer).setUint32(4, bytes.length, true);
  out.set(bytes, 8);
  let at = 8 + bytes.length;
  for (const array of arrays) {
    out.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return out;
}

/**
 * An index from its file's bytes, as views of them.
 * @throws Error where the file is not of this format or is cut off
 */
export function parseNeighbours(file: Uint8Array): NeighbourIndex {
  // Views of two bytes need an even place in memory.
  const bytes = file.byteOffset % 2 === 0 ? file : file.slice();
  const magic = new TextDecoder().decode(bytes.subarray(0, 4));
  if (magic !== MAGIC)
    throw new Error(`index of texts: expected a file that begins with ${MAGIC}, got ${JSON.stringify(magic)}`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as IndexHeader;
  if (bytes.byteLength !== 8 + length + 3 * BUCKETS + 3 * header.entries + header.texts)
    throw new Error('index of texts: the file is cut off');
  let at = bytes.byteOffset + 8 + length;
  const wide = (size: number) => {
    at += 2 * size;
    return new Uint16Array(bytes.buffer, at - 2 * size, size);
  };
  const narrow = (size: number) => {
    at += size;
    return new Uint8Array(bytes.buffer, at - size, size);
  };
  return {
    version: header.version,
    counts: wide(BUCKETS),
    texts: wide(header.entries),
    shares: narrow(header.entries),
    rarity: narrow(BUCKETS),
    classes: narrow(header.texts),
  };
}
