import { tokenize } from '@wirewatch/shared/text/tokens.ts';

/** What a feed said of a page. */
export interface Announcement {
  title: string | null;
  summary: string | null;
}

/** A text that the page may carry. */
export interface Carried {
  title: string | null;
  text: string;
}

/** How sure it is that a page that nobody could read carries a text, and why. */
export interface Likeness {
  confidence: number;
  reason: string;
}

/** Titles of fewer words are alike by chance, summaries of fewer say nothing. */
const MIN_TITLE = 4;
const MIN_SUMMARY = 12;
/** Titles that share this much of both are one title; with this much the summary must speak for it as well. */
const SAME_TITLE = 0.8;
const LIKE_TITLE = 0.4;
/** Share of a summary's words that stand in the text in runs of {@link RUN}: some is what two reports of one event share too. */
const IN_TEXT = 0.6;
const SOME_IN_TEXT = 0.3;
const RUN = 4;
/** The words of a title by which it is found. */
export function titleWords(title: string | null): string[] {
  return title === null
    ? []
    : [...new Set(tokenize(title).filter((word) => word.length > 2 || /\P{ASCII}/u.test(word)))];
}

/** Whether a page that could not be read carries a text, by what its feed said of it: weak at best, or null. */
export function likenessOf(announced: Announcement, carried: Carried): Likeness | null {
  const title = titleShare(announced.title, carried.title);
  const summary = summaryShare(announced.summary, carried.text);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  if (summary >= IN_TEXT) return { confidence: 0.5, reason: `${percent(summary)} of its summary stands in that text` };
  if (title >= SAME_TITLE) return { confidence: 0.4, reason: 'it was announced under the same title' };
  if (title >= LIKE_TITLE && summary >= SOME_IN_TEXT)
    return {
      confidence: 0.4,
      reason: `${percent(title)} of the title and ${percent(summary)} of the summary are of that text`,
    };
  return null;
}

/** The share of two titles' words that both have. */
function titleShare(a: string | null, b: string | null): number {
  const [ours, theirs] = [new Set(titleWords(a)), new Set(titleWords(b))];
  if (Math.min(ours.size, theirs.size) < MIN_TITLE) return 0;
  return ours.intersection(theirs).size / Math.max(ours.size, theirs.size);
}

function summaryShare(summary: string | null, text: string): number {
  const words = tokenize(summary ?? '');
  if (words.length < MIN_SUMMARY) return 0;
  const there = tokenize(text);
  const runs = new Set(there.map((_, at) => there.slice(at, at + RUN).join(' ')));
  const covered = new Uint8Array(words.length);
  for (let at = 0; at + RUN <= words.length; at += 1)
    if (runs.has(words.slice(at, at + RUN).join(' '))) covered.fill(1, at, at + RUN);
  return covered.reduce((sum, each) => sum + each, 0) / words.length;
}
