import { foldName, known } from '@wirewatch/shared/text/intl-names.ts';

/** A clock of twelve hours: at the edges the words that may say which half of the day is meant. */
const CLOCK =
  /(?<![\d.:/-])(\d{1,2})(\s?[:.hH：]\s?|\s?[時时시點点]\s?)([0-5]\d)((?::[0-5]\d)?(?:\s?[分분])?)(?![\d:/]|[.-]\d)/gu;
/** Letters of one word, points and marks included: `p.m.`, `μ.μ.`. */
const AFTER = /^\s?([\p{L}\p{M}.'’]+)(?:\s([\p{L}\p{M}.'’]+))?(?:\s([\p{L}\p{M}.'’]+))?/u;
// Sees at most 24 characters.
const BEFORE = /(?:([\p{L}\p{M}.'’]+)\s)?([\p{L}\p{M}.'’]+)[\s,]?$/u;
/** Characters next to a clock that are looked at. */
const NEAR = 24;
/** Letters of the longest name in a script that writes no blanks: "下午", "오후". */
const LONGEST_UNSPACED = 3;

type Hours = ReadonlySet<number>;
const byLanguage = new Map<string, ReadonlyMap<string, Hours>>();
const MAX_LANGUAGES = 300;

/**
 * Clocks of twelve hours as clocks of twenty-four, where a word next to them says which half of the day is meant in one of
 * the page's languages or in English. The word is taken out with it.
 */
export function withoutHalves(text: string, languages: readonly string[]): string {
  if (!/\p{L}/u.test(text)) return text;
  let result = '';
  let end = 0;
  for (const match of text.matchAll(CLOCK)) {
    const [all, hour, mark, minute, rest] = match as unknown as [string, string, string, string, string];
    if (Number(hour) > 12) continue;
    const from = match.index;
    const to = from + all.length;
    const after = wordsAfter(text.slice(to, to + NEAR));
    const before = wordsBefore(text.slice(Math.max(end, from - NEAR), from));
    const found = [
      ...after.map((w) => ({ word: w, cut: [0, w.length] })),
      ...before.map((w) => ({ word: w, cut: [w.length, 0] })),
    ]
      .map((f) => ({ ...f, hour: hourOf(f.word, Number(hour), languages) }))
      .find((f) => f.hour !== null);
    if (!found) continue;
    const [left, right] = found.cut as [number, number];
    result += `${text.slice(end, from - left)}${left > 0 ? ' ' : ''}${found.hour}${mark}${minute}${rest} `;
    end = to + right;
  }
  return result + text.slice(end);
}

/** What stands behind a clock, as one, two or three words, the longest first, each with its blank. */
function wordsAfter(text: string): string[] {
  const m = AFTER.exec(text);
  if (!m) return [];
  const blank = /^\s/.test(text) ? 1 : 0;
  const lengths: number[] = [];
  let length = blank;
  for (const word of m.slice(1)) {
    if (word === undefined) break;
    length += word.length + (lengths.length > 0 ? 1 : 0);
    lengths.push(length);
  }
  return lengths.reverse().map((l) => text.slice(0, l));
}

/** What stands before it: two words, one, and the last letters where a script writes no blanks. */
function wordsBefore(text: string): string[] {
  const m = BEFORE.exec(text);
  if (!m) return [];
  const ends = [m[0], m[0].slice(m[1] ? m[1].length + 1 : 0)];
  if (/\p{sc=Han}\s?$/u.test(text)) for (let n = LONGEST_UNSPACED; n >= 2; n -= 1) ends.push(m[0].slice(-n));
  return [...new Set(ends)];
}

/** The hour of twenty-four that a word next to an hour of twelve makes it, or null where it is no such word. */
function hourOf(word: string, hour: number, languages: readonly string[]): number | null {
  const key = halfKey(word);
  if (key === '') return null;
  for (const language of languages.includes('en') ? languages : [...languages, 'en']) {
    const hours = halvesOf(language).get(key);
    if (!hours) continue;
    const [early, late] = [hour % 12, (hour % 12) + 12];
    if (hours.has(early) !== hours.has(late)) return hours.has(early) ? early : late;
    // "1:18 in the evening", where the locale's evening begins later.
    if (!hours.has(early)) return Math.min(...hours) >= 12 ? late : Math.max(...hours) < 12 ? early : null;
  }
  return null;
}

function halfKey(word: string): string {
  return foldName(word).replace(/[\s,'’]/g, '');
}

function halvesOf(language: string): ReadonlyMap<string, Hours> {
  let halves = byLanguage.get(language);
  if (!halves) {
    halves = known(language) ? halvesIn(language) : new Map();
    if (byLanguage.size < MAX_LANGUAGES) byLanguage.set(language, halves);
  }
  return halves;
}

/** The hours at which a locale uses each of its names for parts of the day. */
function halvesIn(locale: string): Map<string, Hours> {
  const hours = new Map<string, Set<number>>();
  const tag = `${locale}-u-nu-latn`;
  const formats = [
    new Intl.DateTimeFormat(tag, { hour: 'numeric', hour12: true, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(tag, { hour: 'numeric', hour12: true, dayPeriod: 'long', timeZone: 'UTC' }),
  ];
  for (const format of formats)
    for (let hour = 0; hour < 24; hour += 1) {
      const name = format.formatToParts(Date.UTC(2021, 0, 1, hour)).find((p) => p.type === 'dayPeriod')?.value;
      const key = name ? halfKey(name) : '';
      if (key === '') continue;
      const at = hours.get(key) ?? new Set();
      hours.set(key, at.add(hour));
    }
  return hours;
}
