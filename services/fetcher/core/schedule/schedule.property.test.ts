import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FailureCause, nextPoll, POLL_LIMITS, type PollResult } from './next-poll.ts';
import { parseRetryAfter, RETRY_AFTER_CAP_SECONDS } from './retry-after.ts';
import { afterSkipped } from './skip-times.ts';

const causes: FailureCause[] = ['rate-limited', 'refused', 'missing', 'unreadable', 'outage'];
const seconds = fc.oneof(fc.constant(null), fc.integer({ min: -10, max: 10_000_000 }));
const hints = fc.record({
  maxAgeSeconds: seconds,
  ttlSeconds: seconds,
  updateSeconds: seconds,
  skipHours: fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 30 }),
  skipDays: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }),
});
const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const result: fc.Arbitrary<PollResult> = fc.oneof(
  fc.constant({ kind: 'success' as const }),
  fc.record({
    kind: fc.constant('failure' as const),
    cause: fc.constantFrom(...causes),
    count: fc.integer({ min: 1, max: 100_000 }),
    retryAfter: fc.option(
      fc.record({ seconds: fc.integer({ min: 0, max: RETRY_AFTER_CAP_SECONDS }), capped: fc.boolean() }),
    ),
  }),
);
const rhythm = fc.record({
  window: fc.array(fc.string({ maxLength: 3 }), { maxLength: 50 }),
  usualSeconds: fc.option(fc.double({ min: 0.001, max: 1e9, noNaN: true })),
  lastNewAt: fc.option(instant.map((date) => date.toISOString())),
  newShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  windowAt: fc.constant(null),
  rolledOverAt: fc.constant(null),
  rollovers: fc.constant(0),
  missed: fc.constant(0),
});

test('no feed, server or chance brings a poll before the floor, before what was asked for, or past all measure', () => {
  fc.assert(
    fc.property(
      result,
      hints,
      rhythm,
      fc.boolean(),
      fc.nat(100_000),
      instant,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (end, asked, known, hasValidators, last, now, chance) => {
        const next = nextPoll({
          result: end,
          hints: asked,
          rhythm: known,
          hasValidators,
          lastIntervalSeconds: last,
          limits: POLL_LIMITS,
          now,
          random: () => chance,
        });
        const wait = (next.nextPollAt.getTime() - now.getTime()) / 1000;
        expect(wait).toBeGreaterThanOrEqual(POLL_LIMITS.floor);
        const wanted = Math.max(asked.maxAgeSeconds ?? 0, asked.ttlSeconds ?? 0, asked.updateSeconds ?? 0);
        if (end.kind === 'success') expect(wait).toBeGreaterThanOrEqual(Math.min(wanted, POLL_LIMITS.max));
        else if (end.retryAfter !== null) expect(wait).toBeGreaterThanOrEqual(end.retryAfter.seconds);
        // A day, its jitter, and at most a week of hours and days to skip.
        expect(wait).toBeLessThanOrEqual(POLL_LIMITS.max + 1800 + 7 * 86_400);
        expect(next.reason).not.toBe('');
      },
    ),
    { numRuns: 2000 },
  );
});

test('a moved instant is never earlier and never in an hour or day to skip, unless all are', () => {
  fc.assert(
    fc.property(
      instant,
      hints,
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (at, { skipHours, skipDays }, spread) => {
        const moved = afterSkipped(at, skipHours, skipDays, spread);
        expect(moved.getTime()).toBeGreaterThanOrEqual(at.getTime());
        const all = new Set(skipHours.map((hour) => hour % 24)).size === 24 || new Set(skipDays).size === 7;
        if (all) return;
        expect(skipHours.map((hour) => hour % 24)).not.toContain(moved.getUTCHours());
        expect(skipDays).not.toContain(moved.getUTCDay());
      },
    ),
    { numRuns: 2000 },
  );
});

test('whatever a Retry-After header holds, the wait is a whole number of seconds within the cap', () => {
  const now = new Date('2026-03-04T10:30:00Z');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.double().map(String),
        instant.map((date) => date.toUTCString()),
      ),
      (text) => {
        const read = parseRetryAfter(text, now);
        if (read === null) return;
        expect(Number.isInteger(read.seconds)).toBe(true);
        expect(read.seconds).toBeGreaterThanOrEqual(0);
        expect(read.seconds).toBeLessThanOrEqual(RETRY_AFTER_CAP_SECONDS);
      },
    ),
    { numRuns: 2000 },
  );
});
