import { align, coveredOf, type Lookup, lookup, type Segment } from './align.ts';
import { type Article, credits, pointsTo, sameOutlet, urlKey } from './article.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Link, LinkKind, Span } from './link.ts';
import type { Words } from './words.ts';

/** Share of the newer and of the older text that a copy covers. A wrapper or an own opening leaves .55, a cut third .35. */
const COPY_OF_NEWER = 0.55;
const COPY_OF_OLDER = 0.35;
/** Or: nearly all of the older stands in a longer newer one. */
const CONTAINED_OLDER = 0.8;
const CONTAINED_NEWER = 0.3;
/** The floor below which nothing is joined across outlets but by credit. */
export const MIN_WORDS = 30;
const EXCERPT_WORDS = 35;
const EXCERPT_SEGMENT = 30;
const REVISION_COVERAGE = 0.3;
const SAME_OUTLET_COVERAGE = 0.6;
const SAME_OUTLET_DAYS = 4;
const DAY_MS = 86_400_000;

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

/** Whether `a` came out before `b`: trusted time, then first sight, then id, so that any two have an order whatever the arrival. */
export function isBefore(a: Article, b: Article): boolean {
  if (a.instant.at !== b.instant.at) return a.instant.at < b.instant.at;
  if (a.instant.seen !== b.instant.seen) return a.instant.seen < b.instant.seen;
  return a.id < b.id;
}

interface Shape {
  newer: Side;
  older: Side;
  coverage: number;
  originalCoverage: number;
  words: number;
  longest: number;
  facts: Facts;
}

/** Compares two articles; null where they share no stretch of words worth keeping. Symmetric in its arguments. */
export function compare(a: PreparedSide, b: Side): Link | null {
  const segments = align(a.lookup, b.words);
  const sameText = a.article.contentHash !== null && a.article.contentHash === b.article.contentHash;
  if (segments.length === 0 && !sameText) return null;
  const newerIsA = isBefore(b.article, a.article);
  const [newer, older] = newerIsA ? [a, b] : [b, a];
  const coveredA = count(coveredOf(segments, a.words.hashes.length));
  const coveredB = count(coveredOf(segments.map(flip), b.words.hashes.length));
  const shareA = coveredA / Math.max(1, a.words.hashes.length);
  const shareB = coveredB / Math.max(1, b.words.hashes.length);
  const facts = factsOf(segments, a.words, b.words);
  const shape: Shape = {
    newer,
    older,
    coverage: sameText ? 1 : newerIsA ? shareA : shareB,
    originalCoverage: sameText ? 1 : newerIsA ? shareB : shareA,
    words: newerIsA ? coveredA : coveredB,
    longest: segments.reduce((most, s) => Math.max(most, s.matched), 0),
    facts,
  };
  const { kind, basis, confidence, reason } = judge(shape, sameText);
  return {
    newer: newer.article.id,
    older: older.article.id,
    kind,
    coverage: shape.coverage,
    originalCoverage: shape.originalCoverage,
    spans: segments.map((s) => spanOf(s, newerIsA)),
    changedWords: facts.changed,
    basis,
    confidence,
    reason,
  };
}

type Judgement = Pick<Link, 'basis' | 'confidence' | 'reason'> & { kind: LinkKind };

function judge(shape: Shape, sameText: boolean): Judgement {
  const { newer, older, coverage, originalCoverage } = shape;
  const shares = `${percent(coverage)} of it stands in the other text, ${percent(originalCoverage)} of which it holds`;
  const home = sameOutlet(newer.article, older.article);
  const text = sameText ? ('hash' as const) : ('text' as const);
  if (urlKey(newer.article.url) === urlKey(older.article.url) && coverage >= REVISION_COVERAGE) {
    return { kind: 'revision', basis: ['same-url', text], confidence: 0.99, reason: `same address; ${shares}` };
  }
  const template = templateReason(shape.facts);
  const credited = credits(newer.article, older.article);
  const pointed = pointsTo(newer.article, older.article);
  if (template && !sameText && !credited && !pointed) {
    return { kind: 'overlap', basis: ['text'], confidence: 0, reason: template };
  }
  if (home) {
    const near = Math.abs(newer.article.instant.at - older.article.instant.at) <= SAME_OUTLET_DAYS * DAY_MS;
    if (near && coverage >= SAME_OUTLET_COVERAGE && originalCoverage >= SAME_OUTLET_COVERAGE) {
      return {
        kind: 'revision',
        basis: ['same-outlet', text],
        confidence: confidenceOf(shape),
        reason: `same outlet within ${SAME_OUTLET_DAYS} days; ${shares}`,
      };
    }
  }
  const short = Math.min(newer.words.hashes.length, older.words.hashes.length) < MIN_WORDS;
  const covers =
    (coverage >= COPY_OF_NEWER && originalCoverage >= COPY_OF_OLDER) ||
    (originalCoverage >= CONTAINED_OLDER && coverage >= CONTAINED_NEWER);
  if (covers && (!short || credited || pointed)) {
    const basis: Link['basis'] = [text];
    if (credited) basis.push('credit');
    if (pointed) basis.push('canonical');
    if (home) basis.push('same-outlet');
    return { kind: 'copy', basis, confidence: confidenceOf(shape), reason: shares };
  }
  if (!home && shape.words >= EXCERPT_WORDS && shape.longest >= EXCERPT_SEGMENT) {
    return {
      kind: 'excerpt',
      basis: ['text'],
      confidence: 0.9,
      reason: `${shape.words} words are quoted; ${shares}`,
    };
  }
  return { kind: 'overlap', basis: ['text'], confidence: 0, reason: `too little is shared: ${shares}` };
}

/** Why two texts are two fillings of one form, or null. */
function templateReason(facts: Facts): string | null {
  if (facts.numbers >= 6 && facts.numbersKept / facts.numbers < 0.7) {
    return `one form with other numbers: ${facts.numbersKept} of ${facts.numbers} agree`;
  }
  return null;
}

function confidenceOf(shape: Shape): number {
  const least = Math.min(shape.coverage, Math.max(shape.originalCoverage, shape.coverage / 2));
  return Math.round(Math.min(0.99, 0.7 + 0.3 * least) * 100) / 100;
}

function count(covered: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < covered.length; i += 1) sum += covered[i]!;
  return sum;
}

function flip(s: Segment): Segment {
  return { ...s, aStart: s.bStart, aEnd: s.bEnd, bStart: s.aStart, bEnd: s.aEnd };
}

function spanOf(s: Segment, newerIsA: boolean): Span {
  return newerIsA
    ? { start: s.aStart, end: s.aEnd, originalStart: s.bStart, originalEnd: s.bEnd }
    : { start: s.bStart, end: s.bEnd, originalStart: s.aStart, originalEnd: s.aEnd };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
