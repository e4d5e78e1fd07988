import { type Article, sameOutlet } from './article.ts';
import { type Interval, sharedSize, sizeOf, union } from './intervals.ts';
import { type Overlap, runsOf, type Span } from './link.ts';
import { type FactCount, type FactSum, sumFacts } from './template.ts';

/** What a word inside quotation marks weighs: what somebody said any reporter may have heard. */
const QUOTED_WEIGHT = 0.4;
/** A span whose equal words are common to this share counts by its other equal words alone: the rest of it is a form's filling. */
const MOSTLY_COMMON = 0.6;

/** What an overlap amounts to, once what recurs elsewhere is left out. */
export interface Measure {
  coverage: number;
  originalCoverage: number;
  /** Words of the newer that the spans cover. */
  words: number;
  /** Equal words of the longest span, quoted ones weighed. */
  longest: number;
  /** The facts in the spans that count. */
  facts: FactSum;
  /** Facts in spans that were left out. */
  aside: FactCount;
}

/** Measures an overlap. */
export function measureOf(overlap: Overlap, newer: Article, older: Article): Measure {
  const nothingAside = { numbers: 0, names: 0 };
  if (overlap.exact) {
    return {
      coverage: 1,
      originalCoverage: 1,
      words: newer.tokenCount,
      longest: newer.tokenCount,
      facts: sumFacts(overlap.spans),
      aside: nothingAside,
    };
  }
  if (newer.common.length + older.common.length === 0) {
    let longest = 0;
    for (const span of overlap.spans) longest = Math.max(longest, weightOf(span, newer, older));
    return {
      coverage: overlap.share,
      originalCoverage: overlap.originalShare,
      words: Math.round(overlap.share * newer.tokenCount),
      longest,
      facts: sumFacts(overlap.spans),
      aside: nothingAside,
    };
  }
  // What is common on one side is so on the other: of two equal stretches one may have been met in fewer groups.
  const ourCommon = merge(newer.common, project(overlap.spans, older.common, 1));
  const theirCommon = merge(older.common, project(overlap.spans, newer.common, 0));
  const nothing = ourCommon.length === 0;
  const spans: Span[] = [];
  const ours: Interval[] = [];
  const theirs: Interval[] = [];
  const aside = nothingAside;
  let longest = 0;
  for (const span of overlap.spans) {
    const common = nothing ? 0 : sharedWithRuns(span, ourCommon) / span.matched;
    if (common >= MOSTLY_COMMON) {
      ours.push(...runsOf(span, 0));
      theirs.push(...runsOf(span, 1));
      aside.numbers += span.numbersKept;
      aside.names += span.namesKept;
      continue;
    }
    ours.push([span.start, span.end]);
    theirs.push([span.originalStart, span.originalEnd]);
    spans.push(span);
    longest = Math.max(longest, weightOf(span, newer, older) * (1 - common));
  }
  const mine = share(union(ours), newer.tokenCount, ourCommon);
  const others = share(union(theirs), older.tokenCount, theirCommon);
  return {
    coverage: mine.share,
    originalCoverage: others.share,
    words: mine.words,
    longest,
    facts: sumFacts(spans),
    aside,
  };
}

/** Stretches in order and others, as one list in order. */
function merge(common: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  return others.length === 0 ? common : union([...common, ...others]);
}

/** So near the beginning or the end of both texts a stretch stands at the edge. */
const EDGE_WORDS = 6;

/** What a span weighs as a quotation. What opens or closes two texts of one outlet is its habit, and no quotation. */
function weightOf(span: Span, newer: Article, older: Article): number {
  const opens = Math.max(span.start, span.originalStart) <= EDGE_WORDS;
  const closes = Math.max(newer.tokenCount - span.end, older.tokenCount - span.originalEnd) <= EDGE_WORDS;
  if ((opens || closes) && sameOutlet(newer, older)) return 0;
  return span.unquoted + QUOTED_WEIGHT * (span.matched - span.unquoted);
}

/** Covered words that are the text's own, and their share of all its own words. */
function share(
  covered: readonly Interval[],
  length: number,
  common: readonly Interval[],
): { words: number; share: number } {
  const words = sizeOf(covered) - sharedSize(covered, common);
  const own = length - sizeOf(common);
  return { words, share: own > 0 ? Math.min(1, words / own) : 0 };
}

/** How many words of a span's runs, on the newer's side, lie in these disjoint stretches in order. */
function sharedWithRuns({ runs }: Span, stretches: readonly Interval[]): number {
  let shared = 0;
  for (let r = 0; r < runs.length; r += 3) {
    const start = runs[r]!;
    const end = start + runs[r + 2]!;
    for (const [from, to] of stretches) {
      if (from >= end) break;
      if (to > start) shared += Math.min(end, to) - Math.max(start, from);
    }
  }
  return shared;
}

/** Stretches of one side (1: the older text's), disjoint and in order, as they stand in the runs of the other. */
function project(spans: readonly Span[], stretches: readonly Interval[], side: 0 | 1): [number, number][] {
  const found: [number, number][] = [];
  if (stretches.length === 0) return found;
  for (const { runs } of spans) {
    for (let r = 0; r < runs.length; r += 3) {
      const start = runs[r + side]!;
      const end = start + runs[r + 2]!;
      const shift = runs[r + 1 - side]! - start;
      for (const [from, to] of stretches) {
        if (from >= end) break;
        if (to > start) found.push([Math.max(from, start) + shift, Math.min(to, end) + shift]);
      }
    }
  }
  return found;
}
