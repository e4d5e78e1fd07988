import { compare, type Side } from './compare.ts';
import { countFacts } from './facts.ts';
import { type Instant, isBefore } from './instant.ts';
import { type Background, likenessOf, readReport } from './likeness.ts';
import { WINDOW_MS } from './marks.ts';
import { isForm } from './template.ts';
import { readWords } from './words.ts';

/** One text of the store, standing for its group of copies. */
export interface Report {
  id: string;
  /** The group of copies that it stands for: never two of one group in a story's evidence. */
  group: string;
  instant: Instant;
  language: string | null;
  /** The outlet's family, else its id: publisher families count once. */
  family: string;
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
const LIKENESS = 0.6;
/**
 * Share of either text that a form covers at least: bulletins .66 and more, while two reports of one event that have a statement
 * in common share .19 of their words at most, and with other facts round it they look like fillings of a form.
 */
const FORM_SHARE = 0.3;
/** Shared marks that the reason names. */
const NAMED = 5;

/**
 * The report by which another joins a story: the most like it, of another house and another group, within two days, in its
 * language. Two fillings of one form (daily bulletins) are no reports of one event, however alike.
 */
export function mostLike(report: Report, others: readonly Report[], background: Background): Companion | null {
  const own = readReport(report);
  const ranked = others
    .filter((other) => mayTell(report, other))
    .map((other) => ({ other, ...likenessOf(own, readReport(other), background) }))
    .filter(({ likeness }) => likeness >= LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (isBefore(a.other, b.other) ? -1 : 1));
  const best = ranked.find(({ other }) => !areOneForm(report, other));
  if (!best) return null;
  const likeness = Math.round(best.likeness * 100) / 100;
  const named = best.shared.slice(0, NAMED).join(', ');
  const reason = `one event with ${best.other.id} by ${Math.round(likeness * 100)} %: both tell of ${named}`;
  return { report: best.other, likeness, reason };
}

function mayTell(a: Report, b: Report): boolean {
  if (a.group === b.group || a.family === b.family || a.language !== b.language) return false;
  return Math.abs(a.instant.at - b.instant.at) <= WINDOW_MS;
}

function areOneForm(a: Report, b: Report): boolean {
  const [newer, older] = isBefore(a, b) ? [b, a] : [a, b];
  const [x, y] = [sideOf(newer), sideOf(older)];
  const overlap = compare(x, y);
  if (!overlap || Math.max(overlap.share, overlap.originalShare) < FORM_SHARE) return false;
  return isForm(overlap, countFacts(x.words), countFacts(y.words));
}

function sideOf(report: Report): Side {
  const words = readWords(report.text);
  return { article: { id: report.id, instant: report.instant, contentHash: words.contentHash }, words };
}
