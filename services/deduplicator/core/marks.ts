import { firstMarkKey, MARK_PERIOD_MS } from '../../../packages/shared/text/posting-keys.ts';
import { tokenize } from '../../../packages/shared/text/tokens.ts';
import { mix } from './hashing.ts';
import type { Instant } from './instant.ts';

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
const TITLE_WEIGHT = 2;
/** Marks of one text: the title's, then the first of the opening. A column of names may not fill the index. */
const MAX_MARKS = 40;
/** Reports of one event come within two days; later ones tell what followed. */
export const WINDOW_MS = MARK_PERIOD_MS;
/** Texts kept under one mark of one period: what stands in more is no event's name, or the event is found by the first. */
export const MAX_STORY_POSTINGS = 64;

/** The marks of a report. */
export function marksOf({ title, text }: Told): Map<string, number> {
  const marks = new Map<string, number>();
  for (const word of tokenize(title ?? '')) if (word.length > 3) marks.set(word, TITLE_WEIGHT);
  const opening = text.slice(0, OPENING);
  for (const [found] of opening.matchAll(/(?<![.!?\n]\s*)(?<=\s)\p{Lu}[\p{L}’']{2,}|\p{Nd}{2,}/gu)) {
    if (marks.size >= MAX_MARKS) break;
    const mark = found.toLowerCase();
    if (!marks.has(mark)) marks.set(mark, 1);
  }
  return marks;
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
