import { compare, type Side } from './compare.ts';
import { type Instant, isBefore } from './instant.ts';
import { type Background, likenessOf, type Reading, readReport } from './likeness.ts';
import { WINDOW_MS } from './marks.ts';
import { factsKept, sumFacts } from './template.ts';
import { readWords } from './words.ts';

/** One text of the store, standing for its group of copies. */
export interface Report {
  id: string;
  /** The group of copies that it stands for: never two of one group in a story's evidence. */
  group: string;
  instant: Instant;
  language: string | null;
  /** The outlet's house, else its id: outlets of one house count once. */
  house: string;
  /** The story in which its group stands. */
  story: string | null;
  title: string | null;
  text: string;
}

/** By which other report one joins a story. */
export interface Companion {
  report: Report;
  /** How likely it is that the two tell of one event, from 0 to 1. */
  likeness: number;
  reason: string;
}

/** Likeness from which two reports are of one event: the figures are in `docs/decisions/dedup.md`. */
const LIKENESS = 0.62;
/** Likeness from which a report counts as one of several of a story that are like another together. */
const WEAK = 0.25;
/**
 * Share of either text from which what both have is one wording: bulletins of one form have .66 and more, while two reports of one
 * event that have a statement in common share .19 of their words at most.
 */
const ONE_WORDING = 0.2;
/** Share of the facts in one wording that agree where it tells of one event, of the numbers alone as well (all German nouns look like names), and how many do. */
const SAME_FACTS = 0.8;
const LEAST_FACTS = 3;
/** Shared marks that the reason names. */
const NAMED = 5;

/**
 * The report by which another joins a story: the most like it, of another house and another group, within two days, in its
 * language; else the best of several of one story that are like it together. Two fillings of one form (daily bulletins) are no
 * reports of one event, however alike.
 */
export function mostLike(report: Report, others: readonly Report[], background: Background): Companion | null {
  const own = readingOf(report);
  const ranked = others
    .filter((other) => mayTell(report, other))
    .map((other) => ({ other, ...likenessOf(own, readingOf(other), background) }))
    .filter(({ likeness }) => likeness >= WEAK)
    .sort((a, b) => b.likeness - a.likeness || (isBefore(a.other, b.other) ? -1 : 1))
    .filter(({ other }) => !areOneForm(report, other));
  const best = ranked.find(
    ({ likeness, other }) => likeness >= LIKENESS || inOneTransaction(ranked, other.story) >= LIKENESS,
  );
  if (!best) return null;
  const likeness = Math.round(Math.max(best.likeness, inOneTransaction(ranked, best.other.story)) * 100) / 100;
  const named = best.shared.slice(0, NAMED).join(', ');
  const reason = `one event with ${best.other.id} by ${Math.round(likeness * 100)} %: both tell of ${named}`;
  return { report: best.other, likeness, reason };
}

/** How likely it is that one of a story's reports, one of each house, tells of the event; 0 where there is no story. */
function inOneTransaction(ranked: readonly { other: Report; likeness: number }[], story: string | null): number {
  if (story === null) return 0;
  const houses = new Map<string, number>();
  for (const { other, likeness } of ranked)
    if (other.story === story) houses.set(other.house, Math.max(likeness, houses.get(other.house) ?? 0));
  return 1 - [...houses.values()].reduce((none, likeness) => none * (1 - likeness), 1);
}

function mayTell(a: Report, b: Report): boolean {
  if (a.group === b.group || a.house === b.house || a.language !== b.language) return false;
  return Math.abs(a.instant.at - b.instant.at) <= WINDOW_MS;
}

/** Whether two texts of different groups have one wording with other facts in it, as no two desks find it by themselves. */
function areOneForm(a: Report, b: Report): boolean {
  const [newer, older] = isBefore(a, b) ? [b, a] : [a, b];
  const overlap = compare(sideOf(newer), sideOf(older), true);
  if (!overlap || Math.max(overlap.share, overlap.originalShare) < ONE_WORDING) return false;
  const facts = sumFacts(overlap.spans);
  if (factsKept(facts) < SAME_FACTS || facts.numbersKept < facts.numbers * SAME_FACTS) return true;
  return facts.numbersKept + facts.namesKept < LEAST_FACTS;
}

/** Sides of the report at hand: it is held beside one after the other. */
const sides = new WeakMap<Report, Side>();

function sideOf(report: Report): Side {
  let side = sides.get(report);
  if (!side) {
    const words = readWords(report.text);
    side = { article: { id: report.id, instant: report.instant, textKey: words.textKey }, words, text: report.text };
    sides.set(report, side);
  }
  return side;
}

/** What was read of the latest reports, by id: an event's first reports are met by all that follow. 25 kB each. */
const readings = new Map<string, { report: Report; reading: Reading }>();
const MOST_READINGS = 512;

function readingOf(report: Report): Reading {
  const held = readings.get(report.id);
  if (held?.report.text === report.text && held.report.title === report.title) return held.reading;
  const reading = readReport(report);
  readings.delete(report.id);
  if (readings.size >= MOST_READINGS) readings.delete(readings.keys().next().value!);
  readings.set(report.id, { report, reading });
  return reading;
}
