import { foldName, known } from '@wirewatch/shared/text/intl-names.ts';
import { LOCALES, monthOf } from '@wirewatch/shared/text/month-names.ts';

/** The longest line that is a date and nothing else, in characters: "Wednesday, 14 November 2018, 10:05 a.m. GMT". */
const LONGEST = 60;
/** Words between the parts of a date and of a clock. */
const BETWEEN = new Set(
  'de del di du of the at à le la el il den der am um uhr om kl klo h hs hrs hod ore ora alle alas às a as o i в во на г год года р року год. час lúc ngày tháng năm pukul wib gmt utc cet cest est edt pst bst ist msk мск am pm ч م ص ه ق في يوم الساعة ساعة ساعت در تاريخ तारीख बजे เวลา น วันที่ พศ เมื่อ 年 月 日 时 時 点 點 分 秒 星期 周 上午 下午 午後 午前 월 년 일 오전 오후'.split(
    ' ',
  ),
);
const WORD = /[\p{L}\p{M}]+(?:[.'’][\p{L}\p{M}]+)*\.?/gu;
const DAY = /\p{Nd}{1,4}/u;

let weekdays: ReadonlySet<string> | null = null;

/** Is a line a date, with or without a clock, and nothing else? Months and days of the week in the languages that the runtime knows. */
export function isBareDate(text: string): boolean {
  if (text.length > LONGEST || !DAY.test(text)) return false;
  const words = text.match(WORD) ?? [];
  if (words.length > 8) return false;
  const parts = text.match(/\p{Nd}+/gu) ?? [];
  const named = words.some((word) => monthOf(word, []) !== null);
  // A number alone is no date, nor is a score of a match.
  if (!named && (parts.length < 3 || !parts.some((p) => p.length === 4 || p.length === 2))) return false;
  return words.every((word) => isDateWord(word)) && !/[?!%€$£]/.test(text);
}

function isDateWord(word: string): boolean {
  const name = foldName(word);
  if (BETWEEN.has(name) || monthOf(word, []) !== null) return true;
  weekdays ??= namesOfDays();
  return weekdays.has(name) || [...name].every((c) => BETWEEN.has(c));
}

function namesOfDays(): Set<string> {
  const names = new Set<string>();
  for (const locale of LOCALES.filter(known))
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
      // 1 January 2024 was a Monday.
      for (let day = 1; day <= 7; day += 1)
        for (const part of foldName(format.format(Date.UTC(2024, 0, day))).split(/[\s-]/)) names.add(part);
    }
  return names;
}
