import { align, type Segment } from './align.ts';
import type { Article } from './article.ts';
import { countFactsOf, fillsOfZone, type Written } from './facts.ts';
import { isBefore } from './instant.ts';
import type { Overlap, Span } from './link.ts';
import { alignMisread, mayBeMisread } from './misread.ts';
import { spellingOf } from './spelling.ts';
import { Stretches } from './stretches.ts';
import { tallyOf } from './tally.ts';
import { isSuspect } from './template.ts';
import { QUOTED, type Words } from './words.ts';

/** Equal words in all segments below which a pair is not kept, but where they are half of a short text: it is no quotation, and no frame worth knowing. */
const MIN_OVERLAP = 20;

/** Share of the shorter text's words that are in equal runs, from which no closer look is needed. */
const NEARLY_ALL = 0.8;

/** An article with its words. */
export interface Side {
  article: Pick<Article, 'id' | 'instant' | 'textKey'>;
  words: Words;
  text: string;
}

/**
 * What two articles have in common; null where that is nothing worth keeping. Always found from the side of the newer, so
 * that it does not matter which came in first.
 * @param away the two are of different outlets
 */
export function compare(x: Side, y: Side, away: boolean): Overlap | null {
  const first = isBefore(x.article, y.article);
  const newer = first ? y : x;
  const older = first ? x : y;
  let segments = align(newer.words, older.words);
  const exact = areEqual(newer, older);
  const shorter = Math.min(newer.words.hashes.length, older.words.hashes.length);
  let matched = matchedIn(segments);
  if (!exact && matched < shorter * NEARLY_ALL && mayBeMisread(newer.words, older.words, segments)) {
    segments = readClosely(segments, newer, older);
    matched = matchedIn(segments);
  }
  if (!exact && matched < Math.min(MIN_OVERLAP, shorter / 2 + 1)) return null;
  const spans = exact
    ? segments.map((segment) => spanOf(segment, newer.words, older.words, null))
    : spansOf(segments, newer, older, away);
  return {
    newer: newer.article.id,
    older: older.article.id,
    exact,
    share: exact ? 1 : coveredBy(spans, 0) / newer.words.hashes.length,
    originalShare: exact ? 1 : coveredBy(spans, 1) / older.words.hashes.length,
    spans,
  };
}

function matchedIn(segments: readonly Segment[]): number {
  let matched = 0;
  for (const segment of segments) matched += segment.matched;
  return matched;
}

/** The segments of two texts letter by letter, where more is found so. */
function readClosely(segments: Segment[], newer: Side, older: Side): Segment[] {
  const sides = {
    a: newer.words,
    b: older.words,
    ours: spellingOf(newer.text, newer.words),
    theirs: spellingOf(older.text, older.words),
  };
  const closer = alignMisread(segments, sides);
  return matchedIn(closer) > matchedIn(segments) ? closer : segments;
}

/** The stretches with their facts; where so many were exchanged that the texts may be two of one form, with a closer look at them. */
function spansOf(segments: readonly Segment[], newer: Side, older: Side, away: boolean): Span[] {
  const spans = segments.map((segment) => spanOf(segment, newer.words, older.words, null));
  addZones(spans, newer.words, older.words, null);
  if (!isSuspect(spans)) return spans;
  const written = { ours: spellingOf(newer.text, newer.words), theirs: spellingOf(older.text, older.words), away };
  const closer = segments.map((segment) => spanOf(segment, newer.words, older.words, written));
  addZones(closer, newer.words, older.words, written);
  return closer;
}

/**
 * Adds to each stretch what was exchanged in the zone before it, and to the last what was after it. Where stretches stand in another
 * order than in the other text somebody has rearranged it: a form keeps its order, and what lies between has no counterpart.
 */
function addZones(spans: Span[], newer: Words, older: Words, written: Written | null): void {
  if (spans.some((span, k) => k > 0 && span.start < spans[k - 1]!.end)) return;
  let [i, j] = [0, 0];
  for (const span of spans) {
    if (span.uncased === 0 || span.start < i) return;
    span.fills += fillsOfZone(newer, i, span.start, older, j, span.originalStart, written);
    [i, j] = [span.end, span.originalEnd];
  }
  const last = spans.at(-1);
  if (last) last.fills += fillsOfZone(newer, i, newer.hashes.length, older, j, older.hashes.length, written);
}

/** Whether two texts are one, word by word: their keys say so, and as far as words are kept these do. */
function areEqual({ article, words }: Side, other: Side): boolean {
  if (article.textKey === null || article.textKey !== other.article.textKey) return false;
  const [ours, theirs] = [words.hashes, other.words.hashes];
  return ours.length === theirs.length && ours.every((hash, i) => hash === theirs[i]);
}

const covered = new Stretches();

/** How many words of the newer text (0) or of the older (1) the spans cover. */
function coveredBy(spans: readonly Span[], side: 0 | 1): number {
  covered.clear();
  for (const span of spans) {
    if (side === 0) covered.add(span.start, span.end);
    else covered.add(span.originalStart, span.originalEnd);
  }
  covered.settle();
  return covered.size();
}

function spanOf(segment: Segment, newer: Words, older: Words, written: Written | null): Span {
  const span: Span = {
    start: segment.aStart,
    end: segment.aEnd,
    originalStart: segment.bStart,
    originalEnd: segment.bEnd,
    runs: segment.runs,
    matched: segment.matched,
    unquoted: unquotedOf(segment, newer, older),
    numbers: 0,
    numbersKept: 0,
    names: 0,
    namesKept: 0,
    uncased: 0,
    fills: 0,
  };
  countFactsOf(segment, newer, older, span, written);
  return span;
}

function unquotedOf({ runs, matched }: Segment, a: Words, b: Words): number {
  const ours = tallyOf(a).quoted;
  let quoted = 0;
  for (let r = 0; r < runs.length; r += 3) {
    const shift = runs[r + 1]! - runs[r]!;
    const end = runs[r]! + runs[r + 2]!;
    if (ours[end] === ours[runs[r]!]) continue;
    for (let i = runs[r]!; i < end; i += 1) if (a.flags[i]! & b.flags[i + shift]! & QUOTED) quoted += 1;
  }
  return matched - quoted;
}
