import { align, type Lookup, lookup, type Segment } from './align.ts';
import type { Article } from './article.ts';
import { factsOf } from './facts.ts';
import { isBefore } from './instant.ts';
import type { Overlap, Span } from './link.ts';
import { QUOTED, type Words } from './words.ts';

/** One side of a comparison. */
export interface Side {
  article: Article;
  words: Words;
}

/** A side made ready to be compared with many others. */
export interface PreparedSide extends Side {
  lookup: Lookup;
}

/** Makes a side ready. */
export function prepare(side: Side): PreparedSide {
  return { ...side, lookup: lookup(side.words) };
}

/** What two articles have in common; null where that is nothing worth keeping. Symmetric in what it finds. */
export function compare(a: PreparedSide, b: Side): Overlap | null {
  const segments = align(a.lookup, b.words);
  const exact = a.article.contentHash !== null && a.article.contentHash === b.article.contentHash;
  if (segments.length === 0 && !exact) return null;
  const newerIsA = isBefore(b.article, a.article);
  return {
    newer: (newerIsA ? a : b).article.id,
    older: (newerIsA ? b : a).article.id,
    exact,
    spans: segments.map((segment) => spanOf(segment, a.words, b.words, newerIsA)),
  };
}

function spanOf(s: Segment, a: Words, b: Words, newerIsA: boolean): Span {
  const rest = { matched: s.matched, unquoted: unquotedOf(s, a, b), ...factsOf(s, a, b) };
  if (newerIsA) {
    const runs = s.runs.map((r): [number, number, number] => [r.a, r.b, r.length]);
    return { start: s.aStart, end: s.aEnd, originalStart: s.bStart, originalEnd: s.bEnd, runs, ...rest };
  }
  const runs = s.runs.map((r): [number, number, number] => [r.b, r.a, r.length]);
  return { start: s.bStart, end: s.bEnd, originalStart: s.aStart, originalEnd: s.aEnd, runs, ...rest };
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
