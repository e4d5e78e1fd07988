import { expect, test } from 'vitest';
import { BUCKET_MS, LevelRing, Ring } from './rings.ts';

const NOON = Date.UTC(2026, 2, 4, 12);

test('counts the last whole minute, without the bucket that still fills', () => {
  const ring = new Ring();
  for (let second = 0; second < 120; second += 1) ring.add(NOON + second * 1000);
  expect(ring.lastMinute(NOON + 120_000)).toBe(60);
  ring.add(NOON + 120_500);
  expect(ring.lastMinute(NOON + 121_000)).toBe(60);
});

test('forgets what is older than an hour, and a pause of days', () => {
  const ring = new Ring();
  ring.add(NOON, 5);
  expect(ring.perMinute(NOON + 60_000, 60).at(-1)).toBe(5);
  expect(ring.perMinute(NOON + 59 * 60_000, 60).reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(ring.perMinute(NOON + 3 * 86_400_000, 60).every((count) => count === 0)).toBe(true);
});

test('takes in what comes late, as far as the hour reaches', () => {
  const ring = new Ring();
  ring.add(NOON);
  ring.add(NOON - 30 * 60_000);
  ring.add(NOON - 2 * 3_600_000);
  expect(ring.perMinute(NOON + BUCKET_MS, 60).reduce((sum, count) => sum + count, 0)).toBe(2);
});

test('a level is the last one seen in a minute, and null where none was', () => {
  const levels = new LevelRing();
  levels.set(NOON, 3);
  levels.set(NOON + 1000, 7);
  levels.set(NOON + 120_000, 1);
  expect(levels.perMinute(NOON + 120_000, 4)).toEqual([null, 7, null, 1]);
});
