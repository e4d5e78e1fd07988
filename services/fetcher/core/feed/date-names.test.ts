import { monthOf as readOnPages } from '@wirewatch/shared/text/month-names.ts';
import { expect, test } from 'vitest';
import { monthOf } from './date-names.ts';

const LANGUAGES = 'en de fr es pt it nl sv id ro tr ru uk pl cs hu el ar fa'.split(' ');

test.each(LANGUAGES)('feeds and pages call a month the same: %s', (language) => {
  const names = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  for (let month = 0; month < 12; month += 1) {
    const name = names.formatToParts(Date.UTC(2026, month, 10)).find(({ type }) => type === 'month')!.value;
    expect([name, monthOf(name)]).toEqual([name, readOnPages(name, [language])!.month - 1]);
    expect(monthOf(name), name).toBe(month);
  }
});

test.each([
  ['Jänner', 0],
  ['févr', 1],
  ['sept', 8],
  ['Oktobe', 9],
  ['дек', 11],
  ['jui', null],
  ['Monday', null],
  ['اسفند', null],
])('%s', (word, month) => {
  expect(monthOf(word)).toBe(month);
});
