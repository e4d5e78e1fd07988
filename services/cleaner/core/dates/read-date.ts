import { monthOf, monthPattern } from './month-names.ts';

/** A date as a page wrote it. */
export interface ReadDate {
  /** ISO 8601 with the page's own offset (or none), or `YYYY-MM-DD` where only a day is known. */
  iso: string;
  year: number;
  month: number;
  day: number;
  /** Both orders of day and month were possible, and `order` decided. */
  ambiguous: boolean;
}

export type DayMonthOrder = 'day-first' | 'month-first';

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;
const ZEROES = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

/** Digits of other scripts as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(DIGITS, (d) => {
    const code = d.charCodeAt(0);
    const zero = ZEROES.findLast((z) => z <= code) ?? code;
    return String(code - zero);
  });
}

const TIME = String.raw`(?:[^\d\n]{0,14}?\b(\d{1,2})[:.hH](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?(?![\d.]*\d[./])\s*(Z\b|UTC\b|GMT(?!\s*[+-]\d)|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?\b)?)?`;
const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const CJK = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?(?:[^\d]{0,6}(\d{1,2})[:時时시](\d{2}))?/;
const YEAR_FIRST =
  /(?<![\d./])(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?![\d/])(?:[^\d]{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const NUMERIC = new RegExp(
  String.raw`(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])${TIME}`,
  'i',
);

let named: RegExp[] | null = null;
function namedForms(): RegExp[] {
  const months = `(?<![\\p{L}])(${monthPattern()})\\.?(?![\\p{L}])`;
  named ??= [
    // 3 March 2021; 3. März 2021; 3 de marzo de 2021; 3rd of March, 2021
    new RegExp(
      String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|[-.]?й|\.)?(?:\s*(?:,|-|of|de|del|d['’]|د|den))?[\s.-]*${months}[\s.,-]*(?:de|del|di|of|г\.?)?\s*(\d{4})(?!\d)${TIME}`,
      'iu',
    ),
    // March 3, 2021; Mar. 3rd 2021
    new RegExp(String.raw`${months}[\s.-]*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,|\s|\.)\s*(\d{4})(?!\d)${TIME}`, 'iu'),
    // 2021 March 3; 2021. március 3.; 2021 m. kovo 3 d.
    new RegExp(
      String.raw`(?<!\d)(\d{4})(?:\s*[.,]|\s*m\.|\s*оны|\s*года?)?\s*${months}\s*(\d{1,2})(?!\d)${TIME}`,
      'iu',
    ),
  ];
  return named;
}

/**
 * The first date in a string, in any of the forms that pages use, or null.
 * @param order which of 03/02/2021's numbers is the day, where both could be
 */
export function readDate(raw: string, order: DayMonthOrder): ReadDate | null {
  const text = latinDigits(raw.slice(0, 300))
    .replace(/[\u200e\u200f\u202a-\u202e\u00a0\u202f]/g, ' ')
    .trim();
  let m = COMPACT.exec(text);
  if (m) return make(m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  m = ISO.exec(text);
  if (m) return make(m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  m = CJK.exec(text);
  if (m) return make(m[1], m[2], m[3], m[4], m[5]);
  if (/\p{L}{2}/u.test(text)) {
    const [dayFirst, monthFirst, yearFirst] = namedForms();
    m = dayFirst?.exec(text) ?? null;
    if (m) {
      const before = clockBefore(text, m.index);
      const [hour, minute, second, half, zone] = before ?? m.slice(4, 9);
      return make(m[3], String(monthOf(m[2] ?? '')), m[1], hour, minute, second, zone, half);
    }
    m = monthFirst?.exec(text) ?? null;
    if (m) return make(m[3], String(monthOf(m[1] ?? '')), m[2], m[4], m[5], m[6], m[8], m[7]);
    m = yearFirst?.exec(text) ?? null;
    if (m) return make(m[1], String(monthOf(m[2] ?? '')), m[3], m[4], m[5], m[6], m[8], m[7]);
  }
  m = YEAR_FIRST.exec(text);
  if (m) return make(m[1], m[2], m[3], m[4], m[5], m[6]);
  m = NUMERIC.exec(text);
  if (m) {
    const a = Number(m[1]);
    const b = Number(m[3]);
    const year = (m[4] ?? '').length === 2 ? `20${m[4]}` : m[4];
    // A point between is day-first everywhere that it is used.
    const dayFirst = a > 12 || (b <= 12 && (m[2] === '.' || order === 'day-first'));
    const [hour, minute, second, half, zone] = clockBefore(text, m.index) ?? m.slice(5, 10);
    const read = make(year, dayFirst ? m[3] : m[1], dayFirst ? m[1] : m[3], hour, minute, second, zone, half);
    return read && { ...read, ambiguous: a <= 12 && b <= 12 && a !== b && m[2] !== '.' };
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    const date = new Date(Number(text) * (text.length === 10 ? 1000 : 1));
    return make(
      String(date.getUTCFullYear()),
      String(date.getUTCMonth() + 1),
      String(date.getUTCDate()),
      String(date.getUTCHours()),
      String(date.getUTCMinutes()).padStart(2, '0'),
      String(date.getUTCSeconds()),
      'Z',
    );
  }
  return null;
}

/** "14:05 11.06.2024", "18:15, 12 мая 2024": the clock before the day, as agencies of the Russian press write. */
function clockBefore(text: string, at: number): string[] | null {
  const clock = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?:\s*[,|·–—-])?\s+$/u.exec(text.slice(Math.max(0, at - 12), at));
  return clock?.slice(1, 3) ?? null;
}

function make(
  y?: string,
  mo?: string,
  d?: string,
  h?: string,
  mi?: string,
  s?: string,
  zone?: string,
  half?: string,
): ReadDate | null {
  const year = Number(y);
  const month = Number(mo);
  const day = Number(d);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()))
    return null;
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  let hour = h === undefined ? Number.NaN : Number(h);
  if (half && /^p/i.test(half) && hour < 12) hour += 12;
  if (half && /^a/i.test(half) && hour === 12) hour = 0;
  const valid = hour < 24 && Number(mi) < 60;
  const iso = valid ? `${date}T${pad(hour)}:${pad(Number(mi))}:${pad(Number(s ?? 0) % 60)}${offset(zone)}` : date;
  return { iso, year, month, day, ambiguous: false };
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** An offset as ISO writes it; none where the page gave none. */
function offset(zone: string | undefined): string {
  if (!zone) return '';
  const m = /([+-])(\d{1,2}):?(\d{2})?/.exec(zone);
  if (!m) return 'Z';
  return `${m[1]}${pad(Number(m[2]))}:${m[3] ?? '00'}`;
}
