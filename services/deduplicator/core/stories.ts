import { compare, type Side } from './compare.ts';
import { countFacts } from './facts.ts';
import { type Instant, isBefore } from './instant.ts';
import { MAX_STORY_POSTINGS, type Marks, marksOf, WINDOW_MS } from './marks.ts';
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
export interface Likeness {
  report: Report;
  /** Cosine of the marks, weighed by rarity. */
  likeness: number;
  reason: string;
}

/** Likeness from which two reports are of one event: the figures are in `docs/decisions/dedup.md`. */
const LIKENESS = 0.2;

/** How much a mark weighs that so many texts of its days have; what is kept of common ones is bounded, so this is too. */
export function rarity(texts: number): number {
  return Math.log(1 + MAX_STORY_POSTINGS / Math.max(1, Math.min(texts, MAX_STORY_POSTINGS)));
}

/**
 * The report by which another joins a story: the most like it, of another house and another group, within two days, in its
 * language. Two fillings of one form (daily bulletins) are no reports of one event, however alike.
 * @param texts how many texts of these days have a mark, as far as that is known
 */
export function mostLike(report: Report, others: readonly Report[], texts: (mark: string) => number): Likeness | null {
  const marks = marksOf(report);
  const ranked = others
    .filter((other) => mayTell(report, other))
    .map((other) => ({ other, likeness: likenessOf(marks, marksOf(other), texts) }))
    .filter(({ likeness }) => likeness >= LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || (isBefore(a.other, b.other) ? -1 : 1));
  const best = ranked.find(({ other }) => !areOneForm(report, other));
  if (!best) return null;
  const likeness = Math.round(best.likeness * 100) / 100;
  const reason = `title, names and numbers are ${Math.round(likeness * 100)} % like those of ${best.other.id}`;
  return { report: best.other, likeness, reason };
}

function mayTell(a: Report, b: Report): boolean {
  if (a.group === b.group || a.family === b.family || a.language !== b.language) return false;
  return Math.abs(a.instant.at - b.instant.at) <= WINDOW_MS;
}

/** Marks of the other that nobody counted are taken to be as rare as this one's own that the other has not. */
function likenessOf(own: Marks, other: Marks, texts: (mark: string) => number): number {
  let product = 0;
  let ownSquare = 0;
  let sharedSquare = 0;
  let restSquare = 0;
  let rest = 0;
  for (const [mark, weight] of own) {
    const rare = rarity(texts(mark));
    ownSquare += (weight * rare) ** 2;
    const otherWeight = other.get(mark);
    if (otherWeight === undefined) {
      restSquare += rare ** 2;
      rest += 1;
      continue;
    }
    product += weight * otherWeight * rare ** 2;
    sharedSquare += (otherWeight * rare) ** 2;
  }
  if (product === 0) return 0;
  const usual = rest > 0 ? restSquare / rest : rarity(1) ** 2;
  let otherSquare = sharedSquare;
  for (const [mark, weight] of other) if (!own.has(mark)) otherSquare += weight ** 2 * usual;
  return product / Math.sqrt(ownSquare * otherSquare);
}

function areOneForm(a: Report, b: Report): boolean {
  const [newer, older] = isBefore(a, b) ? [b, a] : [a, b];
  const [x, y] = [sideOf(newer), sideOf(older)];
  const overlap = compare(x, y);
  return overlap !== null && isForm(overlap, countFacts(x.words), countFacts(y.words));
}

function sideOf(report: Report): Side {
  const words = readWords(report.text);
  return { article: { id: report.id, instant: report.instant, contentHash: words.contentHash }, words };
}
