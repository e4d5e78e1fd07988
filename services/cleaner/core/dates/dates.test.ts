import { expect, test } from 'vitest';
import { collectBlocks } from '../blocks/collect.ts';
import { parsePage } from '../dom/parse.ts';
import { chooseDates } from './choose-dates.ts';
import { dayMonthOrder } from './day-month-order.ts';
import { dateNamedInScripts } from './in-scripts.ts';
import { readDate } from './read-date.ts';
import { datesInText } from './text-dates.ts';

test.each([
  ['2021-03-02T18:40:00+04:00', '2021-03-02T18:40:00+04:00'],
  ['2021-03-02', '2021-03-02'],
  ['20210302', '2021-03-02'],
  ['Tue, 02 Mar 2021 18:40:00 GMT', '2021-03-02T18:40:00Z'],
  ['March 2, 2021 at 6:40 PM', '2021-03-02T18:40:00'],
  ['Mar. 2nd, 2021', '2021-03-02'],
  ['2 March 2021', '2021-03-02'],
  ['2. März 2021, 18:40 Uhr', '2021-03-02T18:40:00'],
  ['2 de marzo de 2021', '2021-03-02'],
  ['Publié le 2 mars 2021 à 18h40', '2021-03-02T18:40:00'],
  ['2 Mart 2021 18:40', '2021-03-02T18:40:00'],
  ['2 марта 2021, 18:40', '2021-03-02T18:40:00'],
  ['2 березня 2021', '2021-03-02'],
  ['٢ مارس ٢٠٢١', '2021-03-02'],
  ['2 آذار 2021', '2021-03-02'],
  ['2021年3月2日 18:40', '2021-03-02T18:40:00'],
  ['2021. 3. 2.', '2021-03-02'],
  ['02.03.2021 18:40', '2021-03-02T18:40:00'],
  ['18:40 02.03.2021 (обновлено: 19:05 02.03.2021)', '2021-03-02T18:40:00'],
  ['18:40, 2 марта 2021', '2021-03-02T18:40:00'],
  ['2 marca 2021', '2021-03-02'],
  ['2021. március 2.', '2021-03-02'],
  ['2 Μαρτίου 2021', '2021-03-02'],
  ['30.02.2021', null],
  ['call 555-1234', null],
] as const)('%s', (raw, iso) => {
  expect(readDate(raw, 'day-first')?.iso ?? null).toBe(iso);
});

test('the day of 03/02/2021 follows the language, the clock and the other dates', () => {
  expect(readDate('03/02/2021', 'day-first')?.iso).toBe('2021-02-03');
  expect(readDate('03/02/2021', 'month-first')?.iso).toBe('2021-03-02');
  expect(dayMonthOrder('tr', 'tr', 'https://a.example', [], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en-US', 'https://a.example', ['03/02/2021'], [])).toBe('month-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021 18:40'], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021'], ['2021-02-03'])).toBe('day-first');
  expect(dayMonthOrder('en', 'en-GB', 'https://a.example', ['03/02/2021'], [])).toBe('day-first');
  expect(dayMonthOrder('en', 'en', 'https://a.example', ['03/02/2021', '25/01/2021'], [])).toBe('day-first');
});

test('impossible dates are refused with the raw value kept; before 1995 only where the address says so', () => {
  const now = Date.UTC(2021, 2, 3);
  const from = (raw: string) => [{ raw, from: 'json-ld' as const, role: 'published' as const, weight: 100 }];
  expect(chooseDates(from('2021-03-04T10:00:00Z'), 'day-first', now, null).publishedAt).toBe('2021-03-04T10:00:00Z');
  const late = chooseDates(from('2031-01-01'), 'day-first', now, null);
  expect(late.publishedAt).toBeNull();
  expect(late.refused).toEqual(['2031-01-01 (json-ld): in the future']);
  expect(chooseDates(from('1970-01-01T00:00:00Z'), 'day-first', now, null).refused[0]).toContain('before 1995');
  const old = chooseDates(
    [...from('1984-05-01'), { raw: '1984-05-01', from: 'url', role: 'published', weight: 70 }],
    'day-first',
    now,
    null,
  );
  expect(old.publishedAt).toBe('1984-05-01');
});

test('JSON-LD alone gives way to two kinds of markup that agree on another day', () => {
  const found = (raw: string, from: 'json-ld' | 'meta' | 'microdata', weight: number) => ({
    raw,
    from,
    role: 'published' as const,
    weight,
  });
  const block = found('2021-03-01T22:40:00-07:00', 'json-ld', 100);
  const meta = found('2021-03-02T02:00:00-07:00', 'meta', 95);
  const markup = found('2021-03-02T02:00:00-07:00', 'microdata', 93);
  expect(chooseDates([block, meta, markup], 'day-first', null, null).publishedFrom).toBe('meta');
  expect(chooseDates([block, meta], 'day-first', null, null).publishedFrom).toBe('json-ld');
});

test('the bare date line at the headline is told from captions, lists and other lines', () => {
  const page = parsePage(
    `<html><body><article><h1>The bridge is open again</h1><p>02.03.2021, 18:40</p>
     <figure><figcaption>Workers on the bridge in the town of Sample on the day of the accident, 24 February 2021</figcaption></figure>
     <p>The council said that the bridge, closed since 24 February 2021, can be used again.</p></article></body></html>`,
  );
  const blocks = collectBlocks(page.body);
  const best = datesInText(blocks, 0).sort((a, b) => b.weight - a.weight)[0];
  expect(best?.raw).toBe('02.03.2021, 18:40');
});

test('a date that only a script names is found by the name', () => {
  expect(dateNamedInScripts('<script>showDate("2021/03/02 18:40:09")</script>')?.raw).toBe('2021/03/02 18:40:09');
  expect(dateNamedInScripts('{\\"deployDt\\":\\"2021.03.02 18:40\\"}')?.raw).toBe('2021.03.02 18:40');
  expect(dateNamedInScripts('var build = "2021-03-02"')).toBeNull();
});
