import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { type ArticleText, credits, pointsTo } from './article.ts';
import { isBefore } from './instant.ts';
import { translationSigns } from './translated.ts';

/** What speaks for a credited text being this very one, where the words do not show it: it was translated, or told anew. */
export interface Agreement {
  confidence: number;
  /** The two are in different languages. */
  translation: boolean;
  reason: string;
}

/** A repost follows its source within days; an outlet's older pieces on the same people are others. */
const CREDIT_DAYS = 3;
const DAY_MS = 86_400_000;
/** Marks (numbers and names) that must be shared, and their share of the marks of the text that has fewer. */
const MIN_SHARED = 4;
const MIN_SHARE = 0.35;
/** How little more sure a translation is by reading as a machine's: it says that the text was translated, and not from whom. */
const MACHINE_CONFIDENCE = 0.05;
/** Titles that share this much of their words are one title. */
const SAME_TITLE = 0.6;

/**
 * Whether the newer of two articles is by its credit a repost of the older, or null. A link to the very page says so by
 * itself; a credit to the outlet needs numbers, names or title to agree. Low confidence throughout.
 */
export function agreementOf(x: ArticleText, y: ArticleText): Agreement | null {
  const [newer, older] = isBefore(x, y) ? [y, x] : [x, y];
  const agreement = namedSource(newer, older);
  if (!agreement?.translation) return agreement;
  const signs = translationSigns(newer.text, newer.language);
  if (signs === null) return agreement;
  const confidence = Math.round((agreement.confidence + MACHINE_CONFIDENCE) * 100) / 100;
  return { ...agreement, confidence, reason: `${agreement.reason}; it reads as translated by a machine: ${signs}` };
}

function namedSource(newer: ArticleText, older: ArticleText): Agreement | null {
  const translation = Boolean(newer.language && older.language && newer.language !== older.language);
  if (pointsTo(newer, older)) {
    return { confidence: 0.85, translation, reason: `its link names the page of ${older.outlet}` };
  }
  if (!credits(newer, older) || newer.instant.at - older.instant.at > CREDIT_DAYS * DAY_MS) return null;
  if (newer.title && older.title && overlapOf(words(newer.title), words(older.title)) >= SAME_TITLE) {
    return { confidence: 0.7, translation, reason: `credited to ${older.outlet}, which has an article of that title` };
  }
  const [ours, theirs] = [marksOf(newer.text), marksOf(older.text)];
  const shared = ours.intersection(theirs).size;
  if (shared < MIN_SHARED || shared / Math.min(ours.size, theirs.size) < MIN_SHARE) return null;
  const reason = `credited to ${older.outlet}, which has an article of these days with ${shared} of the same numbers and names`;
  return { confidence: 0.5, translation, reason };
}

/** Numbers of two digits and more, and the beginnings of names in Latin script: what survives a translation. */
function marksOf(text: string): Set<string> {
  const marks = new Set<string>();
  for (const [number] of text.matchAll(/\p{Nd}[\p{Nd}.,]*\p{Nd}/gu))
    marks.add(number.normalize('NFKC').replace(/[.,]/g, ''));
  for (const [, name] of text.matchAll(/(?<![.!?\n«“"]\s*)(?<=\s)(\p{Lu}[\p{L}]{3,})/gu)) {
    const plain = name!.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (/^[a-z]+$/.test(plain)) marks.add(plain.slice(0, 5));
  }
  return marks;
}

function words(title: string): Set<string> {
  return new Set(tokenize(title).filter((word) => word.length > 2));
}

/** Short titles are alike by chance. */
const MIN_TITLE = 3;

function overlapOf(a: Set<string>, b: Set<string>): number {
  if (Math.min(a.size, b.size) < MIN_TITLE) return 0;
  return a.intersection(b).size / Math.min(a.size, b.size);
}
