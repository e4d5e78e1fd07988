import { expect, test } from 'vitest';
import { type FeedMemory, feedHealth } from './feed-health.ts';

const NOW = new Date('2026-03-04T10:30:00Z');
const NONE = { articles: 0, extracted: 0, copies: 0 };
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

function feed(changes: Partial<FeedMemory>): FeedMemory {
  return {
    status: 'active',
    failures: { count: 0, since: null, reason: null },
    rhythm: { usualSeconds: null, lastNewAt: null },
    lastPollAt: hoursAgo(0.1),
    lastSuccessAt: hoursAgo(0.1),
    nextPollAt: NOW.toISOString(),
    reason: 'an entry every hour',
    ...changes,
  };
}

function rhythm(usualHours: number, silentHours: number): Partial<FeedMemory> {
  return { rhythm: { usualSeconds: usualHours * 3600, lastNewAt: hoursAgo(silentHours) } };
}

test('all is well', () => {
  expect(feedHealth(feed(rhythm(1, 5)), { articles: 20, extracted: 19, copies: 5 }, NOW)).toMatchObject({
    level: 'ok',
    reasons: [],
    usualSeconds: 3600,
    silentSeconds: 18_000,
    extractionRate: 0.95,
    copiesShare: 0.25,
  });
});

test.each<[string, Partial<FeedMemory>, string]>([
  ['silence of three spans', rhythm(24, 73), 'silent'],
  ['silence of two spans', rhythm(24, 50), 'ok'],
  ['a night of a lively feed', rhythm(0.1, 10), 'ok'],
  ['a day of a lively feed', rhythm(0.1, 25), 'silent'],
  ['not polled yet', { lastPollAt: null }, 'new'],
  ['gone', { status: 'gone', reason: 'the server says 410 Gone' }, 'gone'],
  ['paused', { status: 'paused' }, 'paused'],
  ['failing', { failures: { count: 4, reason: 'the server says 502', since: hoursAgo(2) } }, 'failing'],
  ['a hiccup', { failures: { count: 1, reason: 'x', since: hoursAgo(1) } }, 'ok'],
])('%s', (_name, changes, level) => {
  expect(feedHealth(feed(changes), NONE, NOW).level).toBe(level);
});

test('few texts out of many articles', () => {
  expect(feedHealth(feed({}), { articles: 100, extracted: 36, copies: 0 }, NOW)).toMatchObject({
    level: 'thin',
    reasons: ['only 36 of 100 articles have a text'],
  });
  expect(feedHealth(feed({}), { articles: 3, extracted: 0, copies: 0 }, NOW).level).toBe('ok');
});

test('the gravest first, and every reason told', () => {
  const state = feed({ ...rhythm(1, 100), status: 'paused', reason: 'paused after failures' });
  expect(feedHealth(state, NONE, NOW)).toMatchObject({
    level: 'paused',
    reasons: ['paused after failures', expect.stringContaining('nothing new for 100 h')],
  });
});
