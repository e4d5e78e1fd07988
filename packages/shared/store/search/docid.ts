import { createHash } from 'node:crypto';

/** Articles that may share a second: 2^20. With the second in 33 bits a number stays exact until the year 2242. */
const ROOM = 2 ** 20;
const DAY_MS = 86_400_000;

/** A span in epoch ms, end exclusive. */
export interface DateSpan {
  start: number;
  end: number;
}

/** A publication date as far as it can be true: clocks and zones err by up to a day, a date further ahead of its first sight is wrong. */
export function plausible(published: DateSpan | null, firstSeenAt: number): DateSpan | null {
  return published && published.start <= firstSeenAt + DAY_MS ? published : null;
}

/** The instant by which an article stands in the order of time: its own date; within a day that is all we know, its first sight. */
export function orderInstant(published: DateSpan | null, firstSeenAt: number): number {
  return published ? Math.min(published.end - 1, Math.max(published.start, firstSeenAt)) : firstSeenAt;
}

/** The smallest docid of an instant's second. */
export function firstDocid(instant: number): number {
  return Math.floor(instant / 1000) * ROOM;
}

/** The docid that an article takes if it is free; the next free one otherwise. */
export function wantedDocid(instant: number, articleId: string): number {
  return firstDocid(instant) + (createHash('sha256').update(articleId).digest().readUInt32BE(0) >>> 12);
}

/** Whether a docid stands in an instant's second. */
export function standsAt(docid: number, instant: number): boolean {
  return Math.floor(docid / ROOM) === Math.floor(instant / 1000);
}
