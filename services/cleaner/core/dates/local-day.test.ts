import { expect, test } from 'vitest';
import type { DateCandidate } from './date-candidate.ts';
import { onLocalDay } from './local-day.ts';

const DAY_FIRST = { order: 'day-first' as const, languages: [] };

const line = (raw: string): DateCandidate[] => [{ raw, from: 'text', role: 'published', weight: 60 }];

test('a stamp in UTC takes the day of the clock that the page shows', () => {
  expect(onLocalDay('2021-03-03T02:18:11Z', line('2 March 2021, 21:18'), DAY_FIRST, '')).toBe(
    '2021-03-02T21:18:11-05:00',
  );
  expect(onLocalDay('2021-03-02T18:30:00+00:00', line('3. März 2021, 05:30 Uhr'), DAY_FIRST, '')).toBe(
    '2021-03-03T05:30:00+11:00',
  );
  expect(onLocalDay('2021-03-03T02:18:11Z', [], DAY_FIRST, 'var shown = "2021-03-02 21:18:11";')).toBe(
    '2021-03-02T21:18:11-05:00',
  );
  expect(onLocalDay('2021-03-03T02:18:11Z', [], DAY_FIRST, '<time datetime="2021-03-01T08:00:00-0500">')).toBe(
    '2021-03-02T21:18:11-05:00',
  );
});

test('without a clock of the same minute, or on the same day, or with offsets that differ, the stamp stays', () => {
  const stamp = '2021-03-03T02:18:11Z';
  expect(onLocalDay(stamp, line('2 March 2021, 21:47'), DAY_FIRST, '')).toBe(stamp);
  expect(onLocalDay(stamp, line('3 March 2021, 03:18'), DAY_FIRST, '')).toBe(stamp);
  expect(onLocalDay(stamp, [], DAY_FIRST, '"2021-03-01T08:00:00-05:00" "2021-03-01T08:00:00+01:00"')).toBe(stamp);
  expect(onLocalDay('2021-03-03T02:18:11+03:00', line('2 March 2021, 21:18'), DAY_FIRST, '')).toBe(
    '2021-03-03T02:18:11+03:00',
  );
});
