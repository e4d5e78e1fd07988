import { align, type Lookup, lookup, type Segment } from './align.ts';
import type { Article } from './article.ts';
import { factsOf } from './facts.ts';
import { isBefore } from './instant.ts';
import { sizeOf, union } from './intervals.ts';
import type { Overlap, Span } from './link.ts';
import { QUOTED, type Words } from './words.ts';

/** An article with its words, ready to be compared. */
export interface Side {
  article: Article;
  words: Words;
  /** Made at the first comparison that needs it. */
  lookup?: Lookup;
}

/**
 * What two articles have in common; null where that is nothing worth keeping. Always found from the side of the newer, so
 * that it does not matter which came in first.
 */
export function compare(x: Side, y: Side): Overlap | null {
  const [newer, older] = isBefore(x.article, y.article) ? [y, x] : [x, y];
  newer.lookup ??= lookup(newer.words);
  const segments = align(newer.lookup, older.words);
  const exact = newer.article.contentHash !== null && newer.article.contentHash === older.article.contentHash;
  if (segments.length === 0 && !exact) return null;
  const spans = segments.map((segment) => spanOf(segment, newer.words, older.words));
  return {
    newer: newer.article.id,
    older: older.article.id,
    exact,
    share: exact ? 1 : sizeOf(union(spans.map((s) => [s.start, s.end]))) / newer.words.hashes.length,
    originalShare: exact
      ? 1
      : sizeOf(union(spans.map((s) => [s.originalStart, s.originalEnd]))) / older.words.hashes.length,
    spans,
  };
}

function spanOf(segment: Segment, newer: Words, older: Words): Span {
  return {
    start: segment.aStart,
    end: segment.aEnd,
    originalStart: segment.bStart,
    originalEnd: segment.bEnd,
    runs: segment.runs.map((run): [number, number, number] => [run.a, run.b, run.length]),
    matched: segment.matched,
    unquoted: unquotedOf(segment, newer, older),
    ...factsOf(segment, newer, older),
  };
}

function unquotedOf(segment: Segment, a: Words, b: Words): number {
  let count = 0;
  for (const run of segment.runs) {
    for (let k = 0; k < run.length; k += 1) {
      if (!(a.flags[run.a + k]! & b.flags[run.b + k]! & QUOTED)) count += 1;
    }
  }
  return count;
}
