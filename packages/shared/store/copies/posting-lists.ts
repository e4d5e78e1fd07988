import { MARK_KEYS } from '../../text/posting-keys.ts';

/**
 * Postings lie packed, those of neighbouring keys in one row: a row of its own for each would be three quarters key, header
 * and empty page (14.6 bytes a posting in SQLite, 87 in Postgres; packed 5 and what the row costs). At a million articles
 * 4096 shingle keys have some 50 postings, so that a look-up reads no more than a page and an addition writes none more.
 */
const KEYS_A_BUCKET = 4096;
/** Marks are fewer at a time: the keys of one period fall into 65,536 buckets. */
const MARKS_A_BUCKET = 65_536;
/** Buckets of marks lie above those of shingles, in the order of their periods. */
export const MARK_BUCKETS = MARK_KEYS / KEYS_A_BUCKET;

/** The row in which a key's postings lie. */
export function bucketOf(key: number): number {
  return key < MARK_KEYS ? Math.floor(key / KEYS_A_BUCKET) : MARK_BUCKETS + Math.floor(key / MARKS_A_BUCKET);
}

function firstKeyOf(bucket: number): number {
  return bucket < MARK_BUCKETS ? bucket * KEYS_A_BUCKET : (bucket - MARK_BUCKETS) * MARKS_A_BUCKET;
}

function keysIn(bucket: number): number {
  return bucket < MARK_BUCKETS ? KEYS_A_BUCKET : MARKS_A_BUCKET;
}

/** A key and the number of a text that has it. */
export type Posting = readonly [key: number, number: number];

/** The bytes of some postings of one bucket; lists are joined end to end. LEB128 of number * keys a bucket + key's place. */
export function packPostings(postings: readonly Posting[]): Uint8Array {
  const bytes: number[] = [];
  for (const [key, number] of postings) {
    const bucket = bucketOf(key);
    let value = number * keysIn(bucket) + key - firstKeyOf(bucket);
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  }
  return Uint8Array.from(bytes);
}

/** Hands on the postings of a bucket's list, in the order in which they were added. */
export function eachPosting(bucket: number, list: Uint8Array, take: (key: number, number: number) => void): void {
  const keys = keysIn(bucket);
  const first = firstKeyOf(bucket);
  let low = 0;
  let shift = 0;
  let high = 0;
  let scale = 1;
  for (let i = 0; i < list.length; i += 1) {
    const byte = list[i]!;
    // Four groups of seven bits by integers, the rest (beyond 2^28) by doubles.
    if (shift < 28) {
      low |= (byte & 127) << shift;
      shift += 7;
    } else {
      high += (byte & 127) * scale;
      scale *= 128;
    }
    if (byte >= 128) continue;
    const value = high * 0x10000000 + low;
    take(first + (value % keys), Math.floor(value / keys));
    low = 0;
    shift = 0;
    high = 0;
    scale = 1;
  }
}
