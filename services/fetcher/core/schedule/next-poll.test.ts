import { expect, test } from 'vitest';
import { NO_HINTS, type PollHints } from './feed-state.ts';
import { type FailureCause, nextPoll, POLL_LIMITS, type PollResult } from './next-poll.ts';
import type { RetryAfter } from './retry-after.ts';
import { NO_RHYTHM, type Rhythm } from './rhythm.ts';

// A Wednesday, 10:30 GMT.
const NOW = new Date('2026-03-04T10:30:00Z');

function plan(facts: {
  result?: PollResult;
  hints?: Partial<PollHints>;
  rhythm?: Partial<Rhythm>;
  hasValidators?: boolean;
  lastIntervalSeconds?: number;
  random?: number;
}) {
  return nextPoll({
    result: facts.result ?? { kind: 'success' },
    hints: { ...NO_HINTS, ...facts.hints },
    rhythm: { ...NO_RHYTHM, ...facts.rhythm },
    hasValidators: facts.hasValidators ?? true,
    lastIntervalSeconds: facts.lastIntervalSeconds ?? 0,
    limits: POLL_LIMITS,
    now: NOW,
    random: () => facts.random ?? 0,
  });
}

function failure(cause: FailureCause, count = 1, retryAfter: RetryAfter | null = null): PollResult {
  return { kind: 'failure', cause, count, retryAfter };
}

const lively = {
  usualSeconds: 240,
  window: Array.from({ length: 40 }, (_, i) => `${i}`),
  lastNewAt: NOW.toISOString(),
};

test('without anything known: a quarter of an hour', () => {
  expect(plan({})).toMatchObject({ intervalSeconds: 900, reason: 'default interval' });
});

test('a lively feed is asked at the floor, a slow one at most every four hours', () => {
  expect(plan({ rhythm: lively }).intervalSeconds).toBe(300);
  expect(plan({ rhythm: { ...lively, usualSeconds: 7200 } }).intervalSeconds).toBe(1800);
  expect(plan({ rhythm: { ...lively, usualSeconds: 30 * 86_400 } }).intervalSeconds).toBe(4 * 3600);
});

test('a night and a weekend of silence slow nothing down', () => {
  const lastNewAt = new Date(NOW.getTime() - 2.5 * 86_400_000).toISOString();
  expect(plan({ rhythm: { ...lively, lastNewAt } }).intervalSeconds).toBe(300);
  const long = new Date(NOW.getTime() - 40 * 86_400_000).toISOString();
  expect(plan({ rhythm: { ...lively, lastNewAt: long } }).intervalSeconds).toBe(4 * 3600);
});

test('no validators: twice the interval, but never past half the window', () => {
  expect(plan({ hasValidators: false }).intervalSeconds).toBe(1800);
  expect(
    plan({ hasValidators: false, rhythm: { ...lively, usualSeconds: 200, window: ['a', 'b', 'c', 'd'] } }),
  ).toMatchObject({
    intervalSeconds: 400,
    reason: 'the window may roll over',
  });
});

test('most of the last body was new: half the interval', () => {
  const rhythm = { ...lively, usualSeconds: 3600, newShare: 0.9 };
  expect(plan({ rhythm, lastIntervalSeconds: 900 })).toMatchObject({
    intervalSeconds: 450,
    reason: 'most of the last body was new',
  });
});

test('a server that asks for more gets it, up to a day, and whatever the risk', () => {
  expect(plan({ hints: { maxAgeSeconds: 3600, ttlSeconds: 1800 }, rhythm: lively })).toMatchObject({
    intervalSeconds: 3600,
    reason: 'max-age of 60 min',
  });
  expect(plan({ hints: { ttlSeconds: 10 * 86_400 } })).toMatchObject({ intervalSeconds: 86_400 });
  expect(plan({ hints: { updateSeconds: 60 } }).intervalSeconds).toBe(900);
});

test('jitter delays by at most a tenth and never hastens', () => {
  expect(plan({ random: 0.999_999 }).intervalSeconds).toBeLessThanOrEqual(990);
  expect(plan({ random: 0.5 }).intervalSeconds).toBe(945);
  expect(plan({ rhythm: { ...lively, usualSeconds: 30 * 86_400 }, random: 1 }).intervalSeconds).toBeLessThanOrEqual(
    16_200,
  );
});

test.each<[string, FailureCause, number[]]>([
  ['outage', 'outage', [900, 1800, 3600, 7200, 14_400, 21_600, 21_600]],
  ['rate limit', 'rate-limited', [3600, 7200, 14_400, 28_800, 57_600, 86_400, 86_400]],
  ['refusal', 'refused', [14_400, 28_800, 57_600, 86_400, 86_400]],
  ['missing', 'missing', [1800, 3600, 7200, 14_400, 28_800, 57_600, 86_400]],
])('backoff of %s', (_name, cause, expected) => {
  expect(expected.map((_, index) => plan({ result: failure(cause, index + 1) }).intervalSeconds)).toEqual(expected);
  expect(plan({ result: failure(cause, 10_000) }).intervalSeconds).toBe(expected.at(-1));
});

test('Retry-After is a floor: for a rate limit the only one, for an outage beside the own backoff', () => {
  const soon = { seconds: 1, capped: false };
  const late = { seconds: 7200, capped: false };
  expect(plan({ result: failure('rate-limited', 5, late) }).intervalSeconds).toBe(7200);
  expect(plan({ result: failure('rate-limited', 1, soon) }).intervalSeconds).toBe(900);
  expect(plan({ result: failure('outage', 4, soon) }).intervalSeconds).toBe(7200);
});

test('hours and days to skip, in GMT', () => {
  expect(plan({ hints: { skipHours: [10, 11, 12] } }).nextPollAt.toISOString()).toBe('2026-03-04T13:00:00.000Z');
  expect(plan({ hints: { skipDays: [3] } }).nextPollAt.toISOString()).toBe('2026-03-05T00:00:00.000Z');
  expect(plan({ hints: { skipDays: [3, 4], skipHours: [24, 1] } }).nextPollAt.toISOString()).toBe(
    '2026-03-06T02:00:00.000Z',
  );
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  expect(plan({ hints: { skipHours: all } }).intervalSeconds).toBe(900);
});
