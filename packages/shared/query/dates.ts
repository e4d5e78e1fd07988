/** A day, month or year, an instant, or `now`/`today` with an offset such as `now-7d`. */
const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const RELATIVE = /^(now|today)(?:([+-])(\d{1,4})([hdwmy]))?$/i;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Months and years in relative dates are 30 and 365 days: "the last month" needs no calendar. */
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY, m: 30 * DAY, y: 365 * DAY };

/** What a date in a query may look like, for messages. */
export const DATE_FORMS = 'a date as 2021, 2021-03, 2021-03-02, 2021-03-02T18:00Z, now-7d or *';

export function isDateBound(text: string): boolean {
  return boundSpan(text, 0) !== null;
}

/** Whether a range ends before it begins, whenever it is asked. A calendar's date beside `now` depends on the day of asking. */
export function isUpsideDown(from: string, to: string): boolean {
  const [begin, end] = [boundSpan(from, 0), boundSpan(to, 0)];
  const alike = RELATIVE.test(from) === RELATIVE.test(to);
  return alike && begin !== null && end !== null && begin.start >= end.end;
}

/**
 * The span [start, end) in milliseconds that a date in a query names: a year's, a month's, a day's (UTC), or one instant.
 * @param now milliseconds, what `now` and `today` stand for
 * @returns null where the text is no date
 */
export function boundSpan(text: string, now: number): { start: number; end: number } | null {
  const relative = RELATIVE.exec(text);
  if (relative) {
    const base = relative[1]!.toLowerCase() === 'today' ? Math.floor(now / DAY) * DAY : now;
    const shift = relative[2] ? Number(`${relative[2]}${relative[3]}`) * UNITS[relative[4]!.toLowerCase()]! : 0;
    const start = base + shift;
    return { start, end: relative[1]!.toLowerCase() === 'today' ? start + DAY : start + 1 };
  }
  const calendar = CALENDAR.exec(text);
  if (calendar) {
    const [, year, month, day] = calendar;
    const y = Number(year);
    const m = month === undefined ? 0 : Number(month) - 1;
    const d = day === undefined ? 1 : Number(day);
    const start = Date.UTC(y, m, d);
    const back = new Date(start);
    if (back.getUTCMonth() !== m || back.getUTCDate() !== d) return null;
    if (day !== undefined) return { start, end: start + DAY };
    return { start, end: month === undefined ? Date.UTC(y + 1, 0, 1) : Date.UTC(y, m + 1, 1) };
  }
  if (!INSTANT.test(text)) return null;
  const start = Date.parse(/[Zz]|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(start) ? null : { start, end: start + 1 };
}
