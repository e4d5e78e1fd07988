import { ERA_NAMES, eraYear, gregorian, gregorianYear } from '@wirewatch/shared/text/calendars.ts';
import type { DateHabits } from './date-habits.ts';
import { withoutHalves } from './day-halves.ts';
import { ANY_MONTH, markedMonth, withMonthsMarked } from './marked-months.ts';

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

/** Decimal digits of other scripts. */
const DIGITS = /(?![0-9])\p{Nd}/gu;

/** Digits of other scripts as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(DIGITS, (d) => {
    // The ten digits of every script lie in a row, and what lies before them is no digit.
    const code = d.codePointAt(0) as number;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

const TIME = String.raw`(?:[^\d\n]{0,14}?\b(\d{1,2})\s?[:.hH]\s?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?(?![\d.]*\d[./])\s*(Z\b|UTC\b|GMT(?!\s*[+-]\d)|(?:GMT|UTC)?\s*[+-]\d{1,2}:?(?:\d{2})?\b)?)?`;
const ISO =
  /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const CJK = new RegExp(
  String.raw`(?:(?<!\d)(\d{4})|(${ERA_NAMES})\s*(\d{1,3}|元))\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?(?:[^\d]{0,6}(\d{1,2})\s?[:：時时시點点]\s?(\d{2}))?`,
  'u',
);
const YEAR_FIRST =
  /(?<![\d./])(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?![\d/])(?:[^\d]{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
/** A year of the Republic of China in figures alone: 113/05/07. */
const REPUBLIC =
  /(?<![\d./-])(1[0-2]\d)([./-])(\d{1,2})\2(\d{1,2})(?![\d./-])(?:[^\d]{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const NUMERIC = new RegExp(
  String.raw`(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-])${TIME}`,
  'i',
);

/** 3 March 2021; 3. März 2021; 3 de marzo de 2021; 3rd of March, 2021. The month is marked, see marked-months.ts. */
const NAMED_DAY_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|[-.]?й|-?ին|ی|\.)?(?:\s*(?:,|-|of|de|del|d['’]|د|den|da|di|a|e|ra|la|ta['’])(?!\p{L}))?[\s.,،-]*(${ANY_MONTH})[\s.,،'’()-]*(?:(?:de|del|di|of|a|г\.?|năm|ค\.?ศ\.?|พ\.?ศ\.?|da|e)(?!\p{L}))?\s*(\d{4})(?!\d)${TIME}`,
  'iu',
);
/** March 3, 2021; Mar. 3rd 2021. */
const NAMED_MONTH_FIRST = new RegExp(
  String.raw`(${ANY_MONTH})[\s.-]*(\d{1,2})(?:st|nd|rd|th|a)?(?:\s*[,،]|\s|\.)\s*(\d{4})(?!\d)${TIME}`,
  'iu',
);
/** Mon Mar 3 18:40:00 UTC 2021, as programs write. */
const NAMED_YEAR_LAST = new RegExp(
  String.raw`(${ANY_MONTH})\s+(\d{1,2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s+(?:[A-Z]{3,4}\s+)?((?:GMT)?[+-]\d{4}\s+)?(\d{4})(?!\d)`,
  'u',
);
/** 2021 March 3; 2021. március 3.; 2021 m. kovo 3 d.; 2024(e)ko urriaren 23(a). */
const NAMED_YEAR_FIRST = new RegExp(
  String.raw`(?<!\d)(\d{4})(?!\d)[^\d\n${ANY_MONTH.slice(1)}{0,8}?(${ANY_MONTH})[\s.,]*(?:\p{L}{1,5}[\s.]+)?(\d{1,2})(?![\d:])${TIME}`,
  'iu',
);
/** 2021. gada 3. marts; 2021 ж. 3 наурыз. */
const NAMED_YEAR_DAY = new RegExp(
  String.raw`(?<!\d)(\d{4})(?!\d)[\s.-]{0,2}(?:gada|g|ж|жылы|жылдын|ел)\.?,?\s(\d{1,2})[\s.-]{1,2}(${ANY_MONTH})${TIME}`,
  'iu',
);
/** Thai years are often written by their last two figures. */
const THAI_SHORT = new RegExp(String.raw`(?<!\d)(\d{1,2})\s*(${ANY_MONTH})\s*(\d{2})(?!\d)${TIME}`, 'iu');

/** The first date in a string, in any of the forms that pages use, or null. */
export function readDate(raw: string, habits: DateHabits): ReadDate | null {
  const written = latinDigits(raw.slice(0, 300))
    .replace(/[\u200e\u200f\u202a-\u202e\u00a0\u202f\u2009]/g, ' ')
    .trim();
  let m = COMPACT.exec(written);
  if (m) return make(habits, m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  const machine = ISO.exec(written);
  if (machine?.index === 0) return make(habits, ...(machine.slice(1, 8) as string[]));
  const text = withoutHalves(written, habits.languages);
  m = ISO.exec(text);
  if (m) return make(habits, m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  m = CJK.exec(text);
  if (m) {
    const year = m[1] ?? String(eraYear(m[2] ?? '', m[3] ?? ''));
    return make(habits, year, m[4], m[5], m[6], m[7]);
  }
  const named = /\p{L}[\p{L}\p{M}.]/u.test(text) ? readNamed(text, habits) : undefined;
  if (named !== undefined) return named;
  m = YEAR_FIRST.exec(text);
  if (m) return make(habits, m[1], m[2], m[3], m[4], m[5], m[6]);
  m = NUMERIC.exec(text);
  if (m) {
    const a = Number(m[1]);
    const b = Number(m[3]);
    const year = (m[4] ?? '').length === 2 ? `20${m[4]}` : m[4];
    // A point between is day-first everywhere that it is used.
    const dayFirst = a > 12 || (b <= 12 && (m[2] === '.' || habits.order === 'day-first'));
    const [hour, minute, second, half, zone] = clockBefore(text, m.index) ?? m.slice(5, 10);
    const read = make(habits, year, dayFirst ? m[3] : m[1], dayFirst ? m[1] : m[3], hour, minute, second, zone, half);
    return read && { ...read, ambiguous: a <= 12 && b <= 12 && a !== b && m[2] !== '.' };
  }
  m = habits.languages.some((l) => l.startsWith('zh')) ? REPUBLIC.exec(text) : null;
  if (m) return make(habits, String(eraYear('民國', m[1] ?? '')), m[3], m[4], m[5], m[6], m[7]);
  return /^\d{10}(?:\d{3})?$/.test(text) ? ofInstant(text) : null;
}

/** A date with its month in words; undefined where there is none. */
function readNamed(text: string, habits: DateHabits): ReadDate | null | undefined {
  const marked = withMonthsMarked(text, habits.languages);
  if (marked === null) return undefined;
  let m = NAMED_DAY_FIRST.exec(marked);
  if (m) {
    const [hour, minute, second, half, zone] = clockBefore(marked, m.index) ?? m.slice(4, 9);
    return make(habits, m[3], m[2], m[1], hour, minute, second, zone, half);
  }
  m = NAMED_MONTH_FIRST.exec(marked);
  if (m) {
    const [hour, minute, second, half, zone] = clockBefore(marked, m.index) ?? m.slice(4, 9);
    return make(habits, m[3], m[1], m[2], hour, minute, second, zone, half);
  }
  m = NAMED_YEAR_LAST.exec(marked);
  if (m) return make(habits, m[7], m[1], m[2], m[3], m[4], m[5], m[6]);
  m = NAMED_YEAR_FIRST.exec(marked);
  if (m) return make(habits, m[1], m[2], m[3], m[4], m[5], m[6], m[8], m[7]);
  m = NAMED_YEAR_DAY.exec(marked);
  if (m) return make(habits, m[1], m[3], m[2], m[4], m[5], m[6], m[8], m[7]);
  m = /\p{sc=Thai}/u.test(text) ? THAI_SHORT.exec(marked) : null;
  if (m) return make(habits, `25${m[3]}`, m[2], m[1], m[4], m[5], m[6], m[8], m[7]);
  return undefined;
}

/** Seconds or milliseconds since 1970. */
function ofInstant(digits: string): ReadDate {
  const date = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  return {
    iso: `${date.toISOString().slice(0, 19)}Z`,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    ambiguous: false,
  };
}

/** "14:05 11.06.2024", "18:15, 12 мая 2024", "9:40 ET March 3, 2024": the clock before the day, as agencies of the Russian and papers of the American press write. */
function clockBefore(text: string, at: number): string[] | null {
  const clock = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?:\s{0,2}(?:[A-Z]{2,4}|Uhr|h))?(?:\s*[,|·–—-])?\s+$/u.exec(
    text.slice(Math.max(0, at - 18), at),
  );
  return clock?.slice(1, 3) ?? null;
}

/** Languages that count years by the sun from 622, and those that do it by the moon. */
const PERSIAN = /^(?:fa|ps|ckb|prs|mzn|lrc)(?:-|$)/;
const ARABIC = /^ar(?:-|$)/;

/** The Gregorian day of what was written, by whichever calendar the month's name, the year or the language says. */
function dayOf(y: string, mo: string, d: string, { languages }: DateHabits): [number, number, number] | null {
  const named = markedMonth(mo);
  const [year, month, day] = [Number(y), named?.month ?? Number(mo), Number(d)];
  let calendar = named?.calendar ?? 'gregory';
  if (!named && year >= 1370 && year < 1500) {
    if (languages.some((l) => PERSIAN.test(l))) calendar = 'persian';
    else if (languages.some((l) => ARABIC.test(l))) calendar = 'islamic-umalqura';
  }
  if (calendar === 'gregory') return [gregorianYear(year), month, day];
  const date = gregorian(calendar, year, month, day);
  return date && [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function make(
  habits: DateHabits,
  y?: string,
  mo?: string,
  d?: string,
  h?: string,
  mi?: string,
  s?: string,
  zone?: string,
  half?: string,
): ReadDate | null {
  const written = dayOf(y ?? '', mo ?? '', d ?? '', habits);
  if (!written) return null;
  const [year, month, day] = written;
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
