import { firstMarkKey, MARK_PERIOD_MS } from '@wirewatch/shared/text/posting-keys.ts';
import { fold } from '@wirewatch/shared/text/tokens.ts';
import { mix } from './hashing.ts';
import type { Instant } from './instant.ts';
import { contentWords, stemOf } from './vocabulary.ts';

/** What an event is known by: words of the title, names, numbers; each with its weight. */
export type Marks = ReadonlyMap<string, number>;

/** What a report's marks are read from. */
export interface Told {
  instant: Instant;
  language?: string | null;
  title?: string | null;
  text: string;
}

/** Characters of the text that are read: what happened stands at its beginning. */
const OPENING = 2500;
/** Characters of a title that are read: longer ones are pages gone wrong. */
export const LONGEST_TITLE = 300;
const TITLE_WEIGHT = 2;
/** Marks of one text: the title's, then the first of the opening. A column of names may not fill the index. */
const MAX_MARKS = 40;
/** Reports of one event come within two days; later ones tell what followed. */
export const WINDOW_MS = MARK_PERIOD_MS;
/** Texts kept under one mark of one period: what stands in more is no event's name, or the event is found by the first. */
export const MAX_STORY_POSTINGS = 64;

/** Characters of a caseless text that are read: its names cannot be told from its other words. */
const LEAD = 500;

/** The marks of a report: as {@link contentWords} cuts them, so that an ending makes no other name. */
export function marksOf({ title, text }: Told): Map<string, number> {
  const marks = new Map<string, number>();
  for (const word of contentWords(title?.slice(0, LONGEST_TITLE) ?? '')) marks.set(word, TITLE_WEIGHT);
  const opening = text.slice(0, OPENING);
  for (const mark of isCaseless(opening) ? contentWords(opening.slice(0, LEAD)) : namesIn(opening)) {
    if (marks.size >= MAX_MARKS) break;
    if (!marks.has(mark)) marks.set(mark, 1);
  }
  return marks;
}

/** Whether most letters are of a script that has no capitals. */
function isCaseless(opening: string): boolean {
  let letters = 0;
  let caseless = 0;
  for (const letter of opening.slice(0, LEAD)) {
    const kind = kindOf(letter);
    if (kind !== OTHER) letters += 1;
    if (kind === CASELESS) caseless += 1;
  }
  return caseless * 2 > letters;
}

const OTHER = 1;
const CASED = 2;
const CASELESS = 3;
/** Kinds of the code units met so far. */
const kinds = new Uint8Array(0x10000);

function kindOf(letter: string): number {
  const point = letter.codePointAt(0)!;
  if (point < kinds.length && kinds[point] !== 0) return kinds[point]!;
  const kind = /\p{Lo}/u.test(letter) ? CASELESS : /\p{L}/u.test(letter) ? CASED : OTHER;
  if (point < kinds.length) kinds[point] = kind;
  return kind;
}

/** Capitalised words inside sentences, and numbers of two digits and more. */
function* namesIn(opening: string): Generator<string> {
  for (const [found] of opening.matchAll(/(?<=\s)(?=\p{Lu})(?<![.!?\n]\s*)\p{Lu}[\p{L}’']{2,}|\p{Nd}{2,}/gu))
    yield stemOf(fold(found));
}

/** The key of a mark among reports of a language in the period of an instant. */
export function markKey(mark: string, language: string | null | undefined, at: number): number {
  let hash = 0;
  for (const unit of `${language ?? ''} ${mark}`) hash = (Math.imul(hash, 0x01000193) ^ unit.codePointAt(0)!) | 0;
  return firstMarkKey(at) + mix(hash);
}

/** Under which a report is kept. */
export function markKeysOf(told: Told): number[] {
  return [...new Set([...marksOf(told).keys()].map((mark) => markKey(mark, told.language, told.instant.at)))];
}
