import type { Basis } from '../../../packages/shared/contracts/syndication.ts';
import { type Article, credits, pointsTo, sameOutlet } from './article.ts';
import { type Interval, sharedSize, sizeOf, union } from './intervals.ts';
import { type Overlap, runsOf, type Span, type Verdict } from './link.ts';
import { type FactCount, type FactSum, factsKept, standingReason, sumFacts, templateReason } from './template.ts';

/**
 * A copy has this much of: the share of the newer text that is covered, plus half the share of the older. Copies with a
 * third dropped, a wrapper added and sentences edited have .78 and more, articles that quote half of another .67 at most.
 */
const COPY_SCORE = 0.7;
const COPY_OF_OLDER = 0.25;
/** Or: nearly all of the newer stands in the older, however short it was cut. */
const CUT_NEWER = 0.85;
/** Or: nearly all of the older stands in a longer newer one. */
const CONTAINED_OLDER = 0.8;
const CONTAINED_NEWER = 0.3;
/** Here all that is a text's own stands in the other: nothing of its news lies outside. */
const WHOLE = 0.9;
/** Share of the facts in the aligned parts that agree in a text taken over as it is. */
const FAITHFUL = 0.8;
/** The floor below which nothing is joined across outlets but by credit. */
const MIN_WORDS = 30;
/**
 * An excerpt is a stretch of so many equal words, those inside quotation marks weighing less: what somebody said any
 * reporter may have heard, what the reporter wrote was read.
 */
const EXCERPT_WORDS = 20;
const QUOTED_WEIGHT = 0.4;
const REVISION_COVERAGE = 0.3;
const SAME_OUTLET_COVERAGE = 0.5;
const SAME_OUTLET_DAYS = 4;
/** Later than that an outlet's own text counts as carried again only when both texts are mostly one: its background paragraphs recur. */
const SAME_OUTLET_AGAIN = 0.75;
const DAY_MS = 86_400_000;

/** What an overlap amounts to, once what recurs elsewhere is left out. */
interface Measure {
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

/** What an overlap means: a pure function of it and of the two articles. */
export function judge(overlap: Overlap, newer: Article, older: Article): Verdict {
  const measure = measureOf(overlap, newer, older);
  const { coverage, originalCoverage } = measure;
  const shares = `${percent(coverage)} of it stands in the other text, of which it holds ${percent(originalCoverage)}`;
  const base = { coverage, originalCoverage };
  const how: Basis = overlap.exact ? 'hash' : 'text';
  const no = (reason: string): Verdict => {
    const { agreement } = overlap;
    if (!agreement) return { ...base, kind: 'overlap', basis: [how], confidence: 0, reason };
    const named: Basis[] = [credits(newer, older) ? 'credit' : 'canonical'];
    if (agreement.translation) named.push('translation');
    return { ...base, kind: 'credit', basis: named, confidence: agreement.confidence, reason: agreement.reason };
  };
  const home = sameOutlet(newer, older);
  if (newer.address === older.address && coverage >= REVISION_COVERAGE) {
    return { ...base, kind: 'revision', basis: ['same-url', how], confidence: 0.99, reason: `same address; ${shares}` };
  }
  const credited = credits(newer, older) || credits(older, newer);
  const pointed = pointsTo(newer, older) || pointsTo(older, newer);
  const template = overlap.exact || credited || pointed ? null : templateReason(measure.facts);
  if (template) return no(template);
  const faithful = overlap.exact || factsKept(measure.facts) >= FAITHFUL;
  const whole = faithful && Math.max(coverage, originalCoverage) >= WHOLE;
  const standing =
    whole || credited || pointed
      ? null
      : standingReason(measure.facts, less(newer, measure.aside), less(older, measure.aside));
  const short = Math.min(newer.tokenCount, older.tokenCount) < MIN_WORDS;
  const near = Math.abs(newer.instant.at - older.instant.at) <= SAME_OUTLET_DAYS * DAY_MS;
  if (!standing && home && near && !short && Math.min(coverage, originalCoverage) >= SAME_OUTLET_COVERAGE) {
    const reason = `same outlet within ${SAME_OUTLET_DAYS} days; ${shares}`;
    return { ...base, kind: 'revision', basis: ['same-outlet', how], confidence: confidenceOf(measure), reason };
  }
  const again = Math.min(coverage, originalCoverage) >= SAME_OUTLET_AGAIN;
  const covers = home
    ? again
    : (coverage + originalCoverage / 2 >= COPY_SCORE && originalCoverage >= COPY_OF_OLDER) ||
      coverage >= CUT_NEWER ||
      (originalCoverage >= CONTAINED_OLDER && coverage >= CONTAINED_NEWER) ||
      (faithful && originalCoverage >= WHOLE && overlap.share >= CONTAINED_NEWER);
  if (covers && standing) return no(standing);
  if (covers && short && !credited && !pointed) return no(`under ${MIN_WORDS} words only a credit joins; ${shares}`);
  if (covers) {
    const basis: Basis[] = [how];
    if (credited) basis.push('credit');
    if (pointed) basis.push('canonical');
    if (home) basis.push('same-outlet');
    return { ...base, kind: 'copy', basis, confidence: confidenceOf(measure), reason: shares };
  }
  if (measure.longest >= EXCERPT_WORDS) {
    const reason = `${measure.words} words are quoted; ${shares}`;
    return { ...base, kind: 'excerpt', basis: [how], confidence: 0.9, reason };
  }
  return no(`too little is shared: ${shares}`);
}

/** A span whose equal words are common to this share counts by its other equal words alone: the rest of it is a form's filling. */
const MOSTLY_COMMON = 0.6;

function measureOf(overlap: Overlap, newer: Article, older: Article): Measure {
  const all = {
    coverage: 1,
    originalCoverage: 1,
    words: newer.tokenCount,
    longest: newer.tokenCount,
    facts: sumFacts(overlap.spans),
    aside: { numbers: 0, names: 0 },
  };
  if (overlap.exact) return all;
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
    const weight = span.unquoted + QUOTED_WEIGHT * (span.matched - span.unquoted);
    longest = Math.max(longest, weight * (1 - common));
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

function less(article: Article, aside: FactCount): FactCount {
  return { numbers: article.numbers - aside.numbers, names: article.names - aside.names };
}

function confidenceOf({ coverage, originalCoverage }: Measure): number {
  const least = Math.min(coverage, Math.max(originalCoverage, coverage / 2));
  return Math.round(Math.min(0.99, 0.7 + 0.3 * least) * 100) / 100;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
