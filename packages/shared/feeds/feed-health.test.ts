import { expect, test } from 'vitest';
import type { FeedCounts } from '../store/feeds/counts.ts';
import { type FeedMemory, feedHealth, PAUSED_BY_HAND } from './feed-health.ts';

const NOW = new Date('2026-03-04T10:30:00Z');
const NOTHING = { articles: 0, extracted: 0, copies: 0, ended: 0, refused: 0, refusedAs: null, refusedSince: null };
const counted = (counts: Partial<FeedCounts>): FeedCounts => ({
  ...NOTHING,
  ended: counts.articles ?? 0,
  ...counts,
});
const NO_RHYTHM = { usualSeconds: null, lastNewAt: null, rolledOverAt: null, rollovers: 0, missed: 0 };
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

function feed(changes: Partial<FeedMemory>): FeedMemory {
  return {
    status: 'active',
    failures: { count: 0, class: null, since: null, reason: null },
    rhythm: NO_RHYTHM,
    lastPollAt: hoursAgo(0.1),
    lastSuccessAt: hoursAgo(0.1),
    nextPollAt: NOW.toISOString(),
    reason: 'an entry every hour',
    ...changes,
  };
}

function rhythm(usualHours: number, silentHours: number): Partial<FeedMemory> {
  return { rhythm: { ...NO_RHYTHM, usualSeconds: usualHours * 3600, lastNewAt: hoursAgo(silentHours) } };
}

test('all is well', () => {
  expect(feedHealth(feed(rhythm(1, 5)), counted({ articles: 20, extracted: 19, copies: 5 }), NOW)).toMatchObject({
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
  [
    'failing',
    { failures: { count: 4, class: 'temporary', reason: 'the server says 502', since: hoursAgo(2) } },
    'failing',
  ],
  ['a hiccup', { failures: { count: 1, class: 'soft', reason: 'x', since: hoursAgo(1) } }, 'ok'],
])('%s', (_name, changes, level) => {
  expect(feedHealth(feed(changes), counted({}), NOW).level).toBe(level);
});

test('a feed that never worked is told of from its first failure on, with what helps', () => {
  const failed = (kind: 'temporary' | 'soft' | 'hard', reason: string) =>
    feedHealth(
      feed({ lastSuccessAt: null, failures: { count: 1, class: kind, reason, since: hoursAgo(0.1) } }),
      counted({}),
      NOW,
    );
  expect(failed('hard', 'the server says 404')).toMatchObject({
    level: 'never-worked',
    reasons: ['never worked: the poll failed: the server says 404'],
    since: hoursAgo(0.1),
    todo: expect.stringContaining('browser'),
  });
  expect(failed('soft', 'an HTML page, not a feed').todo).toContain('no feed');
  expect(failed('temporary', 'dns: no such host').todo).toContain('name of the host');
});

test('few texts out of many articles', () => {
  const judged = (counts: Partial<FeedCounts>) => feedHealth(feed({}), counted(counts), NOW);
  expect(judged({ articles: 100, extracted: 36 })).toMatchObject({
    level: 'thin',
    reasons: ['only 36 of 100 articles have a text'],
  });
  expect(judged({ articles: 3, extracted: 0 }).level, 'none of three').toBe('thin');
  expect(judged({ articles: 3, extracted: 1 }).level, 'one of three').toBe('ok');
  expect(judged({ articles: 30, ended: 0, extracted: 0 }).level, 'all still on their way').toBe('ok');
});

test('a site that refuses its pages is walled, not thin', () => {
  const counts = { articles: 20, ended: 20, extracted: 4, refused: 16, refusedAs: 'bot wall: "Just a moment"' };
  expect(feedHealth(feed({}), counted({ ...counts, refusedSince: NOW.getTime() - 3_600_000 }), NOW)).toMatchObject({
    level: 'walled',
    reasons: ['16 of 20 pages are refused (bot wall: "Just a moment")'],
    since: hoursAgo(1),
  });
  expect(feedHealth(feed({}), counted({ articles: 20, extracted: 18, refused: 2 }), NOW).level).toBe('ok');
});

test('entries that came and went between two polls are told of for two days', () => {
  const rolled = (hours: number) =>
    feedHealth(
      feed({ rhythm: { ...NO_RHYTHM, rolledOverAt: hoursAgo(hours), rollovers: 3, missed: 40 } }),
      counted({}),
      NOW,
    );
  expect(rolled(5)).toMatchObject({
    level: 'losing',
    since: hoursAgo(5),
    reasons: [expect.stringMatching(/3 times so far.*some 40 entries may have been missed/)],
  });
  expect(rolled(50).level).toBe('ok');
});

test('the gravest first, and every reason told', () => {
  const state = feed({
    ...rhythm(1, 100),
    failures: { count: 9, class: 'temporary', reason: 'the server says 502', since: hoursAgo(2) },
  });
  expect(feedHealth(state, counted({}), NOW)).toMatchObject({
    level: 'failing',
    findings: [{ level: 'failing' }, { level: 'silent', since: hoursAgo(100) }],
  });
});

test('what a person paused needs no look; what paused itself does', () => {
  expect(feedHealth(feed({ status: 'paused', reason: PAUSED_BY_HAND }), counted({}), NOW).todo).toBeNull();
  expect(feedHealth(feed({ status: 'paused', reason: 'paused after failures' }), counted({}), NOW).todo).toContain(
    'resume',
  );
});
