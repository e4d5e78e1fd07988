import { expect, test } from 'vitest';
import { freshSeconds } from './cache-headers.ts';
import { parseHttpDate } from './http-date.ts';
import { parseRetryAfter, RETRY_AFTER_CAP_SECONDS } from './retry-after.ts';

const NOW = new Date('2026-03-04T10:30:00Z');

test.each([
  ['Wed, 04 Mar 2026 10:30:00 GMT', '2026-03-04T10:30:00.000Z'],
  ['Wednesday, 04-Mar-26 10:30:00 GMT', '2026-03-04T10:30:00.000Z'],
  ['Wed Mar  4 10:30:00 2026', '2026-03-04T10:30:00.000Z'],
  ['Wed, 04 Mar 2026 12:30:00 +0200', '2026-03-04T10:30:00.000Z'],
])('the date %s', (text, expected) => {
  expect(parseHttpDate(text)?.toISOString()).toBe(expected);
});

test.each(['0', '-1', '', 'soon', '2026', 'Wed, 99 Foo 2026 10:30:00 GMT', undefined])('no date: %s', (text) => {
  expect(parseHttpDate(text)).toBeNull();
});

test.each([
  ['120', 120],
  [' 120 ', 120],
  ['0', 0],
  ['0.5', 1],
  ['Wed, 04 Mar 2026 10:32:00 GMT', 120],
  ['Wed, 04 Mar 2020 10:32:00 GMT', 0],
])('Retry-After: %s', (text, seconds) => {
  expect(parseRetryAfter(text, NOW)).toEqual({ seconds, capped: false });
});

test('Retry-After: huge values are cut, nonsense is none', () => {
  expect(parseRetryAfter('99999999999999999999', NOW)).toEqual({ seconds: RETRY_AFTER_CAP_SECONDS, capped: true });
  expect(parseRetryAfter('Wed, 04 Mar 2099 10:32:00 GMT', NOW)?.capped).toBe(true);
  for (const text of ['soon', '-5', '', 'NaN', undefined]) expect(parseRetryAfter(text, NOW)).toBeNull();
});

test.each<[string, Record<string, string>, number | null]>([
  ['max-age', { 'cache-control': 'public, max-age=600' }, 600],
  ['s-maxage is not ours', { 'cache-control': 's-maxage=600' }, null],
  ['a name that ends like it', { 'cache-control': 'x-max-age=600' }, null],
  ['both', { 'cache-control': 's-maxage=600, max-age=60' }, 60],
  ['what has aged on the way', { 'cache-control': 'max-age=600', age: '100' }, 500],
  ['no-store says nothing', { 'cache-control': 'no-store, no-cache' }, null],
  [
    "Expires by the server's clock",
    { expires: 'Wed, 04 Mar 2026 11:00:00 GMT', date: 'Wed, 04 Mar 2026 10:00:00 GMT' },
    3600,
  ],
  ['Expires without its clock', { expires: 'Wed, 04 Mar 2026 11:00:00 GMT' }, 1800],
  ['Expires: 0', { expires: '0' }, null],
  ['max-age before Expires', { 'cache-control': 'max-age=0', expires: 'Wed, 04 Mar 2026 11:00:00 GMT' }, 0],
  ['nothing', {}, null],
])('%s', (_name, headers, expected) => {
  expect(freshSeconds(headers, NOW)).toBe(expected);
});
