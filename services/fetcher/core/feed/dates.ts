import { monthOf, ZONE_MINUTES } from './date-names.ts';

interface Moment {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  offset?: number;
}

/** The form in which nine of ten feeds write: day, English month, year, time, zone. */
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,?\s*)?(\d{1,2})[\s-]([a-z]{3})[\s-](\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?$/i;
const NUMERIC = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const CLOCK =
  /(?<![\d])(\d{1,2})(?::|\.(?=\d{2}[:.]\d{2}(?!\d)|\d{2}(?:\s*[ap]\.?m)?\s*$)|h(?=\d{2}))(\d{2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?/i;
const HALF = /(?:^|\s|\d)([ap])\.?m\.?(?=$|[\s(+-])/i;
const ZONE = /(?:^|\s|(?<=\d))(?:(?:gmt|utc?)?\s*([+-])(\d{1,2}):?(\d{2})?|([a-z]{1,4}))(?:\s*\([^)]*\))?$/i;
/** Longest date text seen is under 60 characters; a paragraph in a date field is none. */
const MAX_LENGTH = 100;

/**
 * A feed's date as ISO 8601 UTC, or null. Reads RFC 822 and its decay (two-digit years, full and foreign month names, no comma, no weekday),
 * ISO 8601 in all its profiles, asctime, database stamps, day-first numbers, CJK forms and Unix times. No zone means UTC.
 */
export function readDate(written: string | null | undefined): string | null {
  if (!written || written.length > MAX_LENGTH) return null;
  const text = written.trim();
  const plain = RFC_822.exec(text);
  if (plain) {
    const month = monthOf(plain[2]!);
    const offset = zoneOffset(plain[7]);
    if (month !== null && offset !== null) {
      return instant({
        year: fullYear(plain[3]!),
        month,
        day: Number(plain[1]),
        hour: Number(plain[4]),
        minute: Number(plain[5]),
        second: Number(plain[6] ?? 0),
        offset,
      });
    }
  }
  if (/^\d{10}(?:\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString();
  const moment = readMoment(normalise(text));
  return moment ? instant(moment) : null;
}

/** Digits and unit words of other scripts in the form that the patterns know. */
function normalise(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s*[年년]\s*/g, '-')
    .replace(/\s*[月월]\s*/g, '-')
    .replace(/\s*[日일]/g, ' ')
    .replace(/(?:오전|上午|午前|ΠΜ|π\.?μ\.?)/g, ' AM ')
    .replace(/(?:오후|下午|午後|ΜΜ|μ\.?μ\.?)/g, ' PM ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readMoment(text: string): Moment | null {
  const compact = /^(\d{8})T?(\d{2})(\d{2})(\d{2})?([.,]\d+)?(.*)$/.exec(text);
  if (compact) {
    const day = readDay(compact[1]!);
    const offset = zoneOffset(compact[6]!.trim() || undefined);
    if (day && offset !== null) {
      return { ...day, hour: Number(compact[2]), minute: Number(compact[3]), second: Number(compact[4] ?? 0), offset };
    }
  }
  const clock = CLOCK.exec(text);
  if (!clock)
    return readDay(
      text
        .replace(/T.*$/, '')
        .replace(/(?<=\d{4}-\d{2}-\d{2})Z$/, '')
        .trim(),
    );
  let hour = Number(clock[1]);
  let rest = text.slice(clock.index + clock[0].length);
  const before = text.slice(0, clock.index);
  const half = HALF.exec(rest) ?? HALF.exec(before);
  if (half && hour <= 12) hour = (hour % 12) + (half[1]!.toLowerCase() === 'p' ? 12 : 0);
  rest = rest.replace(HALF, ' ');
  let offset = 0;
  const zone = ZONE.exec(rest.replace(/\s\d{4}$/, '').trimEnd());
  const year = /(?:^|\s)(\d{4})$/.exec(rest);
  if (zone && zone[0].trim() !== '') {
    const minutes = zone[1] ? signed(zone[1], zone[2]!, zone[3]) : zoneOffset(zone[4]);
    offset = minutes ?? 0;
    rest = rest.slice(0, zone.index) + (year ? ` ${year[1]}` : '');
  }
  const day = readDay(`${before.replace(/T$/, '').replace(HALF, ' ')} ${rest}`.replace(/\s+/g, ' ').trim());
  return day && { ...day, hour, minute: Number(clock[2]), second: Number(clock[3] ?? 0), offset };
}

function readDay(text: string): Moment | null {
  const bare = text.replace(/^[^\d]*(?=\d{4}[-/.])/, '').replace(/[\s,-]+$/, '');
  const numeric = NUMERIC.exec(bare);
  if (numeric) return { year: Number(numeric[1]), month: Number(numeric[3] ?? 1) - 1, day: Number(numeric[4] ?? 1) };
  const compact = COMPACT.exec(bare);
  if (compact) return { year: Number(compact[1]), month: Number(compact[2]) - 1, day: Number(compact[3]) };
  const ordinal = ORDINAL.exec(bare);
  if (ordinal) return dayOfYear(Number(ordinal[1]), Number(ordinal[2]));
  const first = DAY_FIRST.exec(bare.replace(/^\p{L}+[.,]*\s*/u, ''));
  if (first) {
    const [a, b] = [Number(first[1]), Number(first[3])];
    // Day first, as most of the world writes, unless that names no month.
    return b > 12
      ? { year: fullYear(first[4]!), month: a - 1, day: b }
      : { year: fullYear(first[4]!), month: b - 1, day: a };
  }
  return readWords(bare);
}

function dayOfYear(year: number, number: number): Moment | null {
  if (number < 1 || number > 366) return null;
  const date = new Date(Date.UTC(year, 0, number));
  return { year, month: date.getUTCMonth(), day: date.getUTCDate() };
}

function readWords(text: string): Moment | null {
  let month: number | null = null;
  const numbers: string[] = [];
  for (const token of text.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []) {
    if (/^\d/.test(token)) numbers.push(token);
    // The last name counts: "mar" at the head of a date is a weekday in three languages.
    else month = monthOf(token) ?? month;
  }
  if (month === null || numbers.length < 2) return null;
  const [a, b] = numbers as [string, string];
  if (a.length === 4) return { year: Number(a), month, day: Number(b) };
  return { year: fullYear(b), month, day: Number(a) };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  // RFC 2822 section 4.3: two digits below 50 are this century's, three digits count from 1900.
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return digits.length === 3 ? 1900 + year : year;
}

function signed(sign: string, hours: string, minutes = '0'): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  if (total > 15 * 60) return null;
  return sign === '-' ? -total : total;
}

function zoneOffset(zone: string | undefined): number | null {
  if (!zone) return 0;
  const numeric = /^(?:gmt|utc?)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (numeric) return signed(numeric[1]!, numeric[2]!, numeric[3]);
  // RFC 2822: an unknown name says nothing about the zone.
  return ZONE_MINUTES.get(zone.toLowerCase()) ?? 0;
}

function instant(moment: Moment): string | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, offset = 0 } = moment;
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 61 || year < 1)
    return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCDate() !== day) return null;
  date.setUTCHours(hour, minute - offset, Math.min(second, 59));
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
