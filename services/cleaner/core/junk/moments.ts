import { foldName, known } from '@wirewatch/shared/text/intl-names.ts';
import { LOCALES } from '@wirewatch/shared/text/month-names.ts';
import { isBareDate } from '../dates/bare-date.ts';

/** The longest line of who wrote and when, in characters. */
const LONGEST = 90;
/** Characters and words of a name that readers call themselves. */
const LONGEST_NAME = 40;
const NAME_WORDS = 6;
const UNITS = ['minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const AMOUNTS = [1, 2, 3, 5, 11];
/** Languages whose months are numbers, and so not among those with names of months. */
const NUMBERED = ['zh', 'zh-Hant', 'ja', 'ko'];
const STYLES = ['long', 'short'] as const;
/** Words that sites say for it where the runtime's locale says another. */
const ALSO_AGO = 'منذ lalu avant';
const TOKEN = /[\p{L}\p{M}\p{Nd}]+(?:[.:'’\u200c][\p{L}\p{M}\p{Nd}]+)*/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
/** A numeral, or the scripts (and Maltese) in which a unit of time can say its number. */
const NUMBERED_LINE = /[\p{Nd}\p{sc=Arab}\p{sc=Hebr}]|\bilu\b/u;
const SENTENCE = /[.!?…。！？؟।]["”»'’)\]]*$/;

interface Words {
  /** Units of time, as they stand beside a number. */
  units: Set<string>;
  /** What makes a span of time one that has gone by: "ago", "vor", "temu". */
  marks: Set<string>;
  /** Units that say their number: the dual of Arabic and Hebrew. */
  counted: Set<string>;
}
let words: Words | null = null;

/** "3 hours ago" in the languages that the runtime knows. */
function agoWords(): Words {
  if (words) return words;
  const units = new Set<string>();
  const marks = new Set(ALSO_AGO.split(' '));
  const counted = new Set<string>();
  for (const locale of [...LOCALES, ...NUMBERED].filter(known))
    for (const style of STYLES) {
      const format = new Intl.RelativeTimeFormat(locale, { style });
      const phrases = UNITS.flatMap((unit) => AMOUNTS.map((n) => format.format(-n, unit)));
      const said = phrases.map((phrase) => tokensOf(phrase));
      const all = (said[0] ?? []).filter((w) => said.every((other) => other.includes(w)));
      for (const word of all) marks.add(word);
      for (const [i, phrase] of said.entries())
        for (const word of phrase) {
          units.add(word);
          // Scripts without spaces write unit and mark as one.
          if (all.length === 0 && phrase.length === 1 && UNSPACED.test(word)) marks.add(word);
          if (!all.includes(word) && !/\p{Nd}/u.test(phrases[i] as string)) counted.add(word);
        }
    }
  words = { units, marks, counted };
  return words;
}

/** Words without the digits before them. */
function tokensOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).map((t) => foldName(t.replace(/^\p{Nd}+/u, ''))).filter((w) => w !== '');
}

/**
 * Who wrote and when: a short line of a name and a moment ("Marta, 3 hours ago", "reader7 · 8 May, 12:00"), or of the moment alone.
 * @returns the name, empty where there is none; null where the line is something else
 */
export function whoAndWhen(line: string): string | null {
  // Most lines have no number, and say none in a word: they are not looked at word by word.
  if (line.length > LONGEST || !NUMBERED_LINE.test(line) || SENTENCE.test(line)) return null;
  const tokens = [...line.matchAll(TOKEN)];
  const { units, marks, counted } = agoWords();
  let from = tokens.length;
  let marked = false;
  let numbered = false;
  while (from > 0) {
    const token = tokens[from - 1]?.[0] as string;
    const word = foldName(token.replace(/^\p{Nd}+/u, ''));
    if (word !== '' && !units.has(word) && !marks.has(word)) break;
    if (marks.has(word)) marked = true;
    if (/^\p{Nd}/u.test(token) || counted.has(word)) numbered = true;
    from -= 1;
  }
  return marked && numbered ? nameOf(line, tokens[from]?.index) : stamped(line, tokens);
}

/** The same with a date: as much of the line's end as is one. */
function stamped(line: string, tokens: readonly RegExpMatchArray[]): string | null {
  if (!/\p{Nd}{1,2}[:.h時时]\s?\p{Nd}{2}|\p{Nd}\P{Nd}.{0,40}\p{Nd}{4}|\p{Nd}{4}.{0,40}\P{Nd}\p{Nd}/u.test(line))
    return null;
  for (let i = 0; i < Math.min(tokens.length, NAME_WORDS + 1); i += 1) {
    const at = tokens[i]?.index ?? 0;
    if (/^\p{L}/u.test(line.slice(at)) && i === 0 && tokens.length > 6) continue;
    if (isBareDate(line.slice(at).trim())) return nameOf(line, at);
  }
  return null;
}

function nameOf(line: string, end: number | undefined): string | null {
  const name = line
    .slice(0, end)
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '')
    .trim();
  if (name.length > LONGEST_NAME || name.split(/\s+/).length > NAME_WORDS) return null;
  return name;
}
