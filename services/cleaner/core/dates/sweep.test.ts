import { expect, test } from 'vitest';
import { readDate } from './read-date.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const PAIRS = [...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b));
/** All languages that the runtime knows, and the regions whose names of months or halves differ from their language's. */
const LOCALES = Intl.DateTimeFormat.supportedLocalesOf([
  ...PAIRS,
  ...PAIRS.flatMap((pair) => [...LETTERS].map((c) => pair + c)),
  'ar-DZ',
  'ar-EG',
  'ar-IQ',
  'ar-MA',
  'ar-SY',
  'de-AT',
  'en-AU',
  'en-IN',
  'es-MX',
  'fa-AF',
  'pt-PT',
  'sr-Latn',
  'zh-TW',
]);
const DAYS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2021, month, 5 + month, 13, 18)));

function unread(locales: readonly string[], options: Intl.DateTimeFormatOptions, iso: (day: Date) => string): string[] {
  const failed: string[] = [];
  for (const locale of locales) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    for (const day of DAYS) {
      const written = format.format(day);
      const read = readDate(written, { order: 'day-first', languages: [locale] })?.iso ?? null;
      if (read !== iso(day)) failed.push(`${locale}: ${written} read as ${read}`);
    }
  }
  return failed;
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
const isoTime = (day: Date): string => day.toISOString().slice(0, 19);
const languages = (failed: readonly string[]): string[] =>
  [...new Set(failed.map((f) => (f.split(':')[0] as string).split('-')[0] as string))].sort();
/** A wrong day is worse than none: where a form is not read, nothing is. */
const wrong = (failed: readonly string[]): string[] => failed.filter((f) => !f.endsWith(' null'));
const GREGORIAN = { year: 'numeric', day: 'numeric', calendar: 'gregory' } as const;

/** Languages whose own form of a date is not read: names of several words, figures joined to words, months by number. */
const LONG_UNREAD =
  'bas bez blo bo cgg dav dz ebu ee eo ewo fur gd gv kam kde kgp ki kkj kln ksf ku lkt ln luo mgh nmg nnh nus nyn rof saq sc syr tok vai yav yi yrl';
const SHORT_UNREAD = 'blo bo bua dz ee gv ii kgp kkj ksf lij lkt my nmg nnh nqo prg rof sa syr tok ug yav yi za';

/** And those whose words for halves of the day stand apart from the clock, or are none of the runtime's other names for them. */
const HALVES_UNREAD = 'brx ks or xnr';

test('days of all locales, with the months in words', () => {
  const failed = unread(LOCALES, { ...GREGORIAN, month: 'long' }, isoDay);
  expect(wrong(failed)).toEqual([]);
  expect(languages(failed).filter((l) => !LONG_UNREAD.split(' ').includes(l))).toEqual([]);
});

test('and with the months cut short', () => {
  const failed = unread(LOCALES, { ...GREGORIAN, month: 'short' }, isoDay);
  expect(wrong(failed)).toEqual([]);
  expect(languages(failed).filter((l) => !SHORT_UNREAD.split(' ').includes(l))).toEqual([]);
});

test('clocks of twelve hours, where the locale writes them itself', () => {
  const twelve = LOCALES.filter(
    (l) => new Intl.DateTimeFormat(l, { hour: 'numeric' }).resolvedOptions().hourCycle?.startsWith('h1') === true,
  ).filter((l) => !LONG_UNREAD.split(' ').includes(l));
  const failed = unread(twelve, { dateStyle: 'long', timeStyle: 'short', calendar: 'gregory' }, isoTime);
  expect(twelve.length).toBeGreaterThan(30);
  expect(languages(failed).filter((l) => !HALVES_UNREAD.split(' ').includes(l))).toEqual([]);
});

test.each([
  ['persian', ['fa', 'fa-AF', 'ps', 'en']],
  ['islamic-umalqura', ['ar', 'fa', 'tr', 'id', 'ms']],
  ['ethiopic', ['am']],
  ['buddhist', ['th', 'en', 'km']],
  ['japanese', ['ja']],
  ['roc', ['zh-TW', 'zh']],
] as const)('the %s calendar', (calendar, locales) => {
  expect(unread(locales, { dateStyle: 'long', calendar }, isoDay)).toEqual([]);
  expect(unread(locales, { year: 'numeric', month: 'short', day: 'numeric', calendar }, isoDay)).toEqual([]);
});
