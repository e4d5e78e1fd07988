import { type Article, sameOutlet } from './article.ts';
import type { Interval } from './intervals.ts';
import type { Overlap, Span } from './link.ts';
import { Stretches } from './stretches.ts';
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
  gather(ourCommon, newer.common, overlap.spans, older.common, 1);
  gather(theirCommon, older.common, overlap.spans, newer.common, 0);
  ours.clear();
  theirs.clear();
  const spans: Span[] = [];
  const aside = nothingAside;
  let longest = 0;
  for (const span of overlap.spans) {
    const common = commonOf(span) / span.matched;
    if (common >= MOSTLY_COMMON) {
      const { runs } = span;
      for (let r = 0; r < runs.length; r += 3) {
        ours.add(runs[r]!, runs[r]! + runs[r + 2]!);
        theirs.add(runs[r + 1]!, runs[r + 1]! + runs[r + 2]!);
      }
      aside.numbers += span.numbersKept;
      aside.names += span.namesKept;
      continue;
    }
    ours.add(span.start, span.end);
    theirs.add(span.originalStart, span.originalEnd);
    spans.push(span);
    longest = Math.max(longest, weightOf(span, newer, older) * (1 - common));
  }
  ours.settle();
  theirs.settle();
  const words = ours.size() - ours.shared(ourCommon);
  return {
    coverage: shareOf(words, newer.tokenCount - ourCommon.size()),
    originalCoverage: shareOf(theirs.size() - theirs.shared(theirCommon), older.tokenCount - theirCommon.size()),
    words,
    longest,
    facts: sumFacts(spans),
    aside,
  };
}

/** What recurs elsewhere, and what the spans cover, of the newer and of the older text of the overlap at hand. */
const ourCommon = new Stretches();
const theirCommon = new Stretches();
const ours = new Stretches();
const theirs = new Stretches();

/** The common stretches of one side, and those of the other (1: of the older text) as they stand in the runs on this one. */
function gather(
  into: Stretches,
  own: readonly Interval[],
  spans: readonly Span[],
  others: readonly Interval[],
  side: 0 | 1,
): void {
  into.clear();
  into.addAll(own);
  if (others.length === 0) return;
  for (const { runs } of spans) {
    for (let r = 0; r < runs.length; r += 3) {
      const start = runs[r + side]!;
      const end = start + runs[r + 2]!;
      const shift = runs[r + 1 - side]! - start;
      for (let i = 0; i < others.length && others[i]![0] < end; i += 1) {
        const [from, to] = others[i]!;
        if (to > start) into.add(Math.max(from, start) + shift, Math.min(to, end) + shift);
      }
    }
  }
  into.settle();
}

/** How many words of a span's runs are common. */
function commonOf({ runs }: Span): number {
  let shared = 0;
  for (let r = 0; r < runs.length; r += 3) shared += ourCommon.within(runs[r]!, runs[r]! + runs[r + 2]!);
  return shared;
}

/** Covered words that are a text's own as a share of all its own words. */
function shareOf(words: number, own: number): number {
  return own > 0 ? Math.min(1, words / own) : 0;
}

/** So near the beginning or the end of both texts a stretch stands at the edge. */
const EDGE_WORDS = 6;

/** A stretch of so many words says something, wherever it stands. */
const LONG = 80;

/** Of the equal words of a stretch that two reporters quote from one source at most so many lie outside the quotation marks. */
const HARDLY_UNQUOTED = 0.05;

/** Whether all of a stretch is what somebody said. Of 410 excerpts of real articles one has .06 outside, the next .12. */
export function isQuoted(span: Pick<Span, 'unquoted' | 'matched'>): boolean {
  return span.unquoted <= span.matched * HARDLY_UNQUOTED;
}

/** Whether a span opens or closes two texts of one outlet: that is its habit, and no quotation. */
export function isHabit(span: Span, newer: Article, older: Article): boolean {
  const opens = Math.max(span.start, span.originalStart) <= EDGE_WORDS;
  const closes = Math.max(newer.tokenCount - span.end, older.tokenCount - span.originalEnd) <= EDGE_WORDS;
  return (opens || closes) && span.matched < LONG && sameOutlet(newer, older);
}

/** What a span weighs as an excerpt; nothing where it is a quotation that either may have from a third. */
function weightOf(span: Span, newer: Article, older: Article): number {
  if (isHabit(span, newer, older) || isQuoted(span)) return 0;
  return span.unquoted + QUOTED_WEIGHT * (span.matched - span.unquoted);
}
