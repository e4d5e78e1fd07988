import type { NamedMonth } from '@wirewatch/shared/text/calendars.ts';
import { monthOf } from '@wirewatch/shared/text/month-names.ts';

/** Private letters, one a month and calendar: a pattern of dates need not hold the months' names in all languages. */
const FIRST = 0xe000;
const CALENDARS = ['gregory', 'persian', 'islamic-umalqura', 'ethiopic'] as const;
/** More months than any calendar has. */
const ROW = 16;
const LAST = FIRST + CALENDARS.length * ROW - 1;
const letter = (code: number): string => `\\u${code.toString(16)}`;
/** A marked month, as a class of a regular expression. */
export const ANY_MONTH = `[${letter(FIRST)}-${letter(LAST)}]`;

const PRIVATE = /[\ue000-\uf8ff]/g;
/** A word: the name of a month may have points, vowels' marks and a joined article. */
const WORD = /\p{L}(?:[\p{L}\p{M}.॰'’׳]|\u200c|\u200d)*/gu;
/** "Tháng 10", "10-р сар": the month's number with the word for month. */
const NUMBERED = /(?<!\p{L})(?:tháng|thg)\.?\s*(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})-р сар\p{L}*/giu;

/** The text with every month's name as one letter of {@link ANY_MONTH}; null where none is named. */
export function withMonthsMarked(text: string, languages: readonly string[]): string | null {
  const numbered = text.replace(PRIVATE, ' ').replace(NUMBERED, (all, a?: string, b?: string) => {
    const month = Number(a ?? b);
    return month >= 1 && month <= 12 ? mark({ calendar: 'gregory', month }) : all;
  });
  let found = numbered !== text;
  let result = '';
  let end = 0;
  const words = [...numbered.matchAll(WORD)];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as RegExpExecArray;
    const next = words[i + 1];
    // "كانون الثاني", two words with a blank between.
    const two = next && next.index === word.index + word[0].length + 1 ? `${word[0]} ${next[0]}` : null;
    const inTwo = two === null ? null : monthOf(two, languages);
    const month = inTwo ?? monthOf(word[0], languages);
    if (!month) continue;
    found = true;
    result += numbered.slice(end, word.index) + mark(month);
    end = word.index + (inTwo && two ? two.length : word[0].length);
    if (inTwo) i += 1;
  }
  return found ? result + numbered.slice(end) : null;
}

/** The month of a mark, or null where the text is none. */
export function markedMonth(text: string): NamedMonth | null {
  const at = text.charCodeAt(0) - FIRST;
  const calendar = at >= 0 ? CALENDARS[Math.floor(at / ROW)] : undefined;
  return calendar ? { calendar, month: at % ROW } : null;
}

function mark({ calendar, month }: NamedMonth): string {
  return String.fromCharCode(FIRST + CALENDARS.indexOf(calendar) * ROW + month);
}
