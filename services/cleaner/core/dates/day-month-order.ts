import type { DayMonthOrder } from './date-habits.ts';
import { latinDigits } from './read-date.ts';

const DAY_FIRST_ENGLISH = /^en[-_](?!us|ph|pr)/i;
const DAY_FIRST_HOST =
  /\.(?:uk|ie|au|nz|in|za|ng|ke|pk|gh|hk|sg|my|ae|eu|mt|lk|bd|np|ug|tz|zm|zw|jm|tt|cy|ca|qa|sa|kw|bh|om|jo|lb|eg|il|tr|ru|de|fr|it|es)$/i;
const NUMERIC = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?!\d)/g;
const CLOCK_24 = /(?<!\d)(?:1[3-9]|2[0-3]|00)[:.][0-5]\d(?!\d)/;
const HALF_DAY = /\d\s?[ap]\.?m\b/i;

/**
 * Which number of 03/02/2021 is the day. All languages but English write the day first, and so does English outside of
 * the United States and the Philippines: there the page decides, by its dates that can be read one way only, by a clock of
 * 24 hours (the places that write the month first do not use it), and by the days of the feed and the address.
 * @param known days that are beyond doubt, as `YYYY-MM-DD…`
 * @param raws the dates of the page as written
 */
export function dayMonthOrder(
  language: string,
  lang: string | null,
  url: string,
  raws: readonly string[],
  known: readonly string[],
): DayMonthOrder {
  const english = language === 'en' || (language === 'und' && /^en/i.test(lang ?? 'en'));
  if (!english) return 'day-first';
  let votes = 0;
  for (const raw of raws) {
    const text = latinDigits(raw.slice(0, 120));
    for (const [, a, b] of text.matchAll(NUMERIC)) {
      if (Number(a) > 12 && Number(b) <= 12) votes += 2;
      else if (Number(b) > 12 && Number(a) <= 12) votes -= 2;
      else if (a && b && known.some((day) => day.slice(5, 10) === `${b.padStart(2, '0')}-${a.padStart(2, '0')}`))
        votes += 3;
      else if (a && b && known.some((day) => day.slice(5, 10) === `${a.padStart(2, '0')}-${b.padStart(2, '0')}`))
        votes -= 3;
      if (CLOCK_24.test(text)) votes += 1;
      else if (HALF_DAY.test(text)) votes -= 1;
    }
  }
  if (lang && DAY_FIRST_ENGLISH.test(lang)) votes += 2;
  const host = /^https?:\/\/([^/:?#]+)/i.exec(url)?.[1] ?? '';
  if (DAY_FIRST_HOST.test(host)) votes += 2;
  return votes > 0 ? 'day-first' : 'month-first';
}
