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
  const all = {
    coverage: 1,
    originalCoverage: 1,
    words: newer.tokenCount,
    longest: newer.tokenCount,
    facts: sumFacts(overlap.spans),
    aside: { numbers: 0, names: 0 },
  };
  if (overlap.exact) return all;
  if (newer.common.length + older.common.length === 0) {
    const longest = overlap.spans.reduce((most, span) => Math.max(most, weightOf(span, newer, older)), 0);
    const { share: coverage, originalShare: originalCoverage } = overlap;
    return { ...all, coverage, originalCoverage, words: Math.round(coverage * newer.tokenCount), longest };
  }
  // What is common on one side is so on the other: of two equal stretches one may have been met in fewer groups.
  const ourCommon = union([...newer.common, ...project(overlap.spans, older.common, 1)]);
  const theirCommon = union([...older.common, ...project(overlap.spans, newer.common, 0)]);
  const nothing = ourCommon.length === 0;
  const spans: Span[] = [];
  const ours: Interval[] = [];
  const theirs: Interval[] = [];
  const aside = { numbers: 0, names: 0 };
  let longest = 0;
  for (const span of overlap.spans) {
    const common = nothing ? 0 : sharedSize(runsOf(span, 0), ourCommon) / span.matched;
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
function share(covered: Interval[], length: number, common: Interval[]): { words: number; share: number } {
  const words = sizeOf(covered) - sharedSize(covered, common);
  const own = length - sizeOf(common);
  return { words, share: own > 0 ? Math.min(1, words / own) : 0 };
}

/** Stretches of one side (1: the older text's) as they stand in the runs of the other. */
function project(spans: readonly Span[], stretches: readonly Interval[], side: 0 | 1): Interval[] {
  if (stretches.length === 0) return [];
  const found: Interval[] = [];
  for (const { runs } of spans) {
    for (let r = 0; r < runs.length; r += 3) {
      const start = runs[r + side]!;
      const shift = runs[r + 1 - side]! - start;
      for (const [from, to] of stretches) {
        const [low, high] = [Math.max(from, start), Math.min(to, start + runs[r + 2]!)];
        if (low < high) found.push([low + shift, high + shift]);
      }
    }
  }
  return found;
}
