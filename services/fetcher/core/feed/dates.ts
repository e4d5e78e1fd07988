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
// Sees at most 100 characters, as all here.
const ZONE = /(?:^|\s|(?<=\d))(?:(?:gmt|utc?)?\s*([+-])(\d{1,2}):?(\d{2})?|([a-z]{1,4}))(?:\s*\([^)]*\))?$/i;
/** Minus the year 1 is what some software makes of a zero. */
const BEFORE_CHRIST = /^-\d|(?<!\p{L})\p{L}{3,}\.?[\s-]+-0{0,3}\d(?!\d)/u;
/** Longest date text seen is under 60 characters; a paragraph in a date field is none. */
const MAX_LENGTH = 100;

/**
 * A feed's date as ISO 8601 UTC, or null. Reads RFC 822 and its decay (two-digit years, full and foreign month names, no comma, no weekday),
 * ISO 8601 in all its profiles, asctime, database stamps, day-first numbers, CJK forms and Unix times. No zone means UTC.
 */
export function readDate(written: string | null | undefined): string | null {
  if (!written || written.length > MAX_LENGTH) return null;
  const text = written.trim().replace(/[\u2010-\u2015\u2212]/g, '-');
  if (text.includes('-') && BEFORE_CHRIST.test(text)) return null;
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
  const { rest, zone } = takeZone(text);
  const moment = readMoment(normalise(rest));
  return moment ? instant(zone === null ? moment : { ...moment, offset: zoneAt(zone, moment) }) : null;
}

/** Digits and unit words of other scripts in the form that the patterns know. */
function normalise(text: string): string {
  return (/[\uff00-\uffef\u3000]/.test(text) ? text.normalize('NFKC') : text)
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[(（]?[日月火水木金土월화수목금토일](?:曜日?|요일)[)）]?|[(（][日月火水木金土월화수목금토일][)）]/g, ' ')
    .replace(/(令和|平成|昭和)\s*(元|\d{1,2})(?=\s*年)/g, (_, era: string, year: string) => eraYear(era, year))
    .replace(/(\d{1,2})\s*[時时시]\s*(?:(\d{1,2})\s*[分분])?\s*(?:(\d{1,2})\s*[秒초])?/g, clockOfUnits)
    .replace(/(?<=\d:)(\d)(?!\d)/g, '0$1')
    .replace(/(?:(?<!\s)\s+)?[年년]\s*/g, '-')
    .replace(/(?:(?<!\s)\s+)?[月월]\s*/g, '-')
    .replace(/(?:(?<!\s)\s+)?[日일]/g, ' ')
    .replace(/(?:오전|上午|午前|ΠΜ|π\.?μ\.?)/g, ' AM ')
    .replace(/(?:오후|下午|午後|ΜΜ|μ\.?μ\.?)/g, ' PM ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The years before the first of each era of Japan's calendar. */
const ERAS = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
]);

function eraYear(era: string, year: string): string {
  return String(ERAS.get(era)! + (year === '元' ? 1 : Number(year)));
}

function clockOfUnits(_: string, hour: string, minute = '0', second?: string): string {
  const clock = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return ` ${second === undefined ? clock : `${clock}:${second.padStart(2, '0')}`} `;
}

/** A zone by its place ("Europe/Berlin") or its full name ("Central European Summer Time") at the end of a date. */
const PLACE = /[\s[(]([A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)[\])]?$/;
const FULL_NAME = /\s\(?((?:[A-Z][a-z]+\s){1,3}(?:(?:Standard|Daylight|Summer)\s)?Time)\)?$/;

function takeZone(text: string): { rest: string; zone: string | null } {
  const place = PLACE.exec(text);
  if (place !== null) {
    const rest = text.slice(0, place.index).trim();
    // An offset beside the name is the more exact of the two.
    return { rest, zone: /[+-]\d{2}:?\d{2}$|Z$/.test(rest) ? null : place[1]! };
  }
  const named = FULL_NAME.exec(text);
  if (named === null || /[+-]\d{2}:?\d{2}\s*$/.test(text.slice(0, named.index))) return { rest: text, zone: null };
  const initials = named[1]!.replace(/\sStandard(?=\s)/, ' S').replace(/[a-z\s]/g, '');
  return { rest: `${text.slice(0, named.index)} ${initials}`, zone: null };
}

/** Minutes east of Greenwich of a place at a moment of its own clock; 0 for a place that nobody knows. */
function zoneAt(place: string, { year, month, day, hour = 0, minute = 0 }: Moment): number {
  try {
    const guess = Date.UTC(year, month, day, hour, minute);
    const shown = new Intl.DateTimeFormat('en-US', { timeZone: place, timeZoneName: 'longOffset' }).format(guess);
    const offset = /GMT([+-])(\d{2}):(\d{2})/.exec(shown);
    return offset === null ? 0 : (signed(offset[1]!, offset[2]!, offset[3]) ?? 0);
  } catch {
    return 0;
  }
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
  const bare = text.replace(/^[^\d]*(?=\d{4}[-/.])/, '').replace(/(?<![\s,-])[\s,-]+$/, '');
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
  return isZero(date.getTime()) ? null : date.toISOString();
}

/** Before this no page was; a year of one, two or three digits is a zero that some software counts from. */
const LEAST_YEAR = 1000;
/** Where calendars of software begin (Windows, SQL Server, spreadsheets, old Macs): at midnight exactly, these are zeros. */
const ZEROS = new Set(
  ['1601-01-01', '1753-01-01', '1899-11-30', '1899-12-30', '1899-12-31', '1900-01-01', '1904-01-01'].map((day) =>
    Date.parse(day),
  ),
);
/** From here on a date is the greatest that some software knows, and says as little as a zero. */
const GREATEST = Date.UTC(9999, 0);
/** Unix's zero, in whatever zone it was written. */
const UNIX_ZERO_MS = 24 * 3_600_000;

/** A zero is no date: taken for one it would be the first of all. */
function isZero(time: number): boolean {
  return (
    Number.isNaN(time) ||
    Math.abs(time) <= UNIX_ZERO_MS ||
    ZEROS.has(time) ||
    time < Date.UTC(LEAST_YEAR, 0) ||
    time >= GREATEST
  );
}
