import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { type ArticleText, credits, pointsTo } from './article.ts';
import { isBefore } from './instant.ts';
import { translationSigns } from './translated.ts';

/** What speaks for a credited text being this very one, where the words do not show it: it was translated, or told anew. */
export interface Agreement {
  confidence: number;
  /** The two are in different languages. */
  translation: boolean;
  /** It only points there: nothing shows that the two have one text. */
  pointing?: true;
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
/** A link to the very page says more: this much of the marks, and one at least, tells a translation of it from a page that only points there. */
const POINTED_SHARE = 0.2;
/** Titles that share this much of their words are one title. */
const SAME_TITLE = 0.6;

/**
 * Whether the newer of two articles is by its credit a repost of the older, or null. Low confidence throughout. Where the two have no words
 * in common and are in one language, no link and no credit makes one text of them; in two languages their numbers and names must agree.
 * @param shares whether they have words in common
 */
export function agreementOf(x: ArticleText, y: ArticleText, shares: boolean): Agreement | null {
  if (!namesAny(x) && !namesAny(y)) return null;
  const [newer, older] = isBefore(x, y) ? [y, x] : [x, y];
  const agreement = namedSource(newer, older, shares);
  if (!agreement?.translation || agreement.pointing) return agreement;
  const signs = translationSigns(newer.text, newer.language);
  if (signs === null) return agreement;
  const confidence = Math.round((agreement.confidence + MACHINE_CONFIDENCE) * 100) / 100;
  return { ...agreement, confidence, reason: `${agreement.reason}; it reads as translated by a machine: ${signs}` };
}

/** Whether an article names any source, as few do. */
function namesAny({ credit, pointers }: ArticleText): boolean {
  return credit !== null || pointers.length > 0;
}

function namedSource(newer: ArticleText, older: ArticleText, shares: boolean): Agreement | null {
  const translation = Boolean(newer.language && older.language && newer.language !== older.language);
  const pointed = pointsTo(newer, older);
  const credited = credits(newer, older) && newer.instant.at - older.instant.at <= CREDIT_DAYS * DAY_MS;
  if (!pointed && !credited) return null;
  const [ours, theirs] = [marksOf(newer.text), marksOf(older.text)];
  const shared = ours.intersection(theirs).size;
  const fewer = Math.min(ours.size, theirs.size);
  // A script that shares neither digits nor letters leaves nothing to compare: there the credit in words speaks with the link.
  const told = fewer === 0 ? credited : shared >= Math.max(1, fewer * POINTED_SHARE);
  if (pointed && (shares || (translation && told)))
    return { confidence: 0.85, translation, reason: `its link names the page of ${older.outlet}` };
  const titled = Boolean(newer.title && older.title && overlapOf(words(newer.title), words(older.title)) >= SAME_TITLE);
  const agree = shared >= MIN_SHARED && shared / fewer >= MIN_SHARE;
  const may = shares || translation;
  if (credited && may && titled)
    return { confidence: 0.7, translation, reason: `credited to ${older.outlet}, which has an article of that title` };
  if (credited && may && agree) {
    const reason = `credited to ${older.outlet}, which has an article of these days with ${shared} of the same numbers and names`;
    return { confidence: 0.5, translation, reason };
  }
  if (!pointed) return null;
  const reason = `its link points to a page of ${older.outlet} with which it has ${translation ? 'no facts' : 'no text'} in common`;
  return { confidence: 0, translation, pointing: true, reason };
}

/** Numbers of two digits and more, and the beginnings of names in Latin script: what survives a translation. */
function marksOf(text: string): Set<string> {
  const marks = new Set<string>();
  for (const [number] of text.matchAll(/\p{Nd}[\p{Nd}.,]*\p{Nd}/gu))
    marks.add(number.normalize('NFKC').replace(/[.,]/g, ''));
  for (const [, name] of text.matchAll(/(?<=\s)(?=\p{Lu})(?<![.!?\n«“"]\s*)(\p{Lu}[\p{L}]{3,})/gu)) {
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
