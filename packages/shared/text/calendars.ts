import { foldName } from './intl-names.ts';

const DAY = 86_400_000;
/** Calendars with months of their own, in the locales whose press prints them, and the first years of each that pages of 1995 and later can name. */
const CALENDARS = [
  {
    calendar: 'persian',
    locales: ['fa', 'fa-AF', 'ps', 'ckb', 'en'],
    from: 1370,
    to: 1479,
    epoch: Date.UTC(622, 2, 22),
  },
  {
    calendar: 'islamic-umalqura',
    locales: ['ar', 'fa', 'ur', 'en', 'tr', 'id', 'ms'],
    from: 1410,
    to: 1499,
    epoch: Date.UTC(622, 6, 19),
  },
  { calendar: 'ethiopic', locales: ['am', 'ti'], from: 1980, to: 2079, epoch: Date.UTC(8, 7, 29) },
] as const;
type Calendar = (typeof CALENDARS)[number]['calendar'];

/** A month as its calendar counts it. */
export interface NamedMonth {
  calendar: 'gregory' | Calendar;
  month: number;
}

/** Mean days of a year and a month: they only say where to look. */
const YEAR: Record<Calendar, number> = { persian: 365.2422, 'islamic-umalqura': 354.367, ethiopic: 365.25 };

let names: Map<string, NamedMonth> | null = null;

/** The month that a folded name is in another calendar than the Gregorian one. */
export function calendarMonth(name: string): NamedMonth | null {
  names ??= collected();
  return names.get(name) ?? null;
}

function collected(): Map<string, NamedMonth> {
  const all = new Map<string, NamedMonth>();
  for (const { calendar, locales, from } of CALENDARS)
    for (const locale of locales)
      for (const style of ['long', 'short'] as const) {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-${calendar}-nu-latn`, {
          month: style,
          day: 'numeric',
          timeZone: 'UTC',
        });
        for (let month = 1; month <= 12; month += 1) {
          const day = gregorian(calendar, from, month, 10);
          const name = day && format.formatToParts(day).find((p) => p.type === 'month')?.value;
          const key = name ? foldName(name) : '';
          if (key.length >= 2 && !/\d/.test(key) && !all.has(key)) all.set(key, { calendar, month });
        }
      }
  return all;
}

/** A day of another calendar as the Gregorian one, or null where that calendar has no such day or no page of today names it. */
export function gregorian(calendar: Calendar, year: number, month: number, day: number): Date | null {
  const known = CALENDARS.find((c) => c.calendar === calendar);
  if (!known || year < known.from || year > known.to || month < 1 || month > 13 || day < 1 || day > 31) return null;
  let guess = known.epoch + ((year - 1) * YEAR[calendar] + (month - 1) * 30 + day - 1) * DAY;
  // Each round corrects by what is missing; the estimate is out by a few days.
  for (let round = 0; round < 6; round += 1) {
    const at = partsIn(calendar, guess);
    const missing = (year - at.year) * Math.round(YEAR[calendar]) + (month - at.month) * 30 + day - at.day;
    if (year === at.year && month === at.month && day === at.day) return new Date(guess - (guess % DAY));
    guess += (missing === 0 ? 1 : missing) * DAY;
  }
  return null;
}

const numeric = new Map<Calendar, Intl.DateTimeFormat>();

function partsIn(calendar: Calendar, at: number): { year: number; month: number; day: number } {
  let format = numeric.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    numeric.set(calendar, format);
  }
  const parts = format.formatToParts(at);
  const part = (type: string): number => Number.parseInt(parts.find((p) => p.type === type)?.value ?? '', 10);
  return { year: part('year'), month: part('month'), day: part('day') };
}

/** The first Gregorian years of the eras that are counted from one: Japan's, and the Republic's in Taiwan. */
const ERAS: Readonly<Record<string, number>> = {
  令和: 2019,
  平成: 1989,
  昭和: 1926,
  民國: 1912,
  民国: 1912,
};
export const ERA_NAMES = Object.keys(ERAS).join('|');

/** A year of an era (`元` is its first) as a Gregorian year. */
export function eraYear(era: string, year: string): number {
  return (ERAS[era] ?? Number.NaN) + (year === '元' ? 1 : Number(year)) - 1;
}

/** The years that the Buddhist era is ahead. */
const BUDDHIST = 543;

/** A year in whichever era it is counted: Buddhist years of today are no other calendar's. */
export function gregorianYear(year: number): number {
  return year >= 2500 && year <= 2642 ? year - BUDDHIST : year;
}
