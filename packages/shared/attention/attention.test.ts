import { expect, test } from 'vitest';
import type { Health } from '../store/feeds/health.ts';
import { attentionCounts, attentionOf } from './attention.ts';
import type { AttentionFacts } from './line.ts';

const NOW = Date.parse('2026-03-04T10:30:00Z');
const MINUTE = 60_000;
const SERVICES = ['scheduler', 'fetcher', 'cleaner', 'deduplicator', 'classifier', 'dashboard'];

const worker = (service: string, changes: object = {}) => ({
  id: `${service}-1`,
  service,
  host: 'press',
  pid: 17,
  startedAt: NOW - 60 * MINUTE,
  seenAt: NOW - 1000,
  stoppedAt: null,
  state: 'up' as const,
  ...changes,
});
const feed = (id: string, level: Health['level'], todo: string | null, since: string | null = null) => ({
  feed: { id, title: `Feed ${id}`, url: `http://${id}.example/feed`, status: 'active' as const, nextPollAt: NOW },
  health: { level, todo, since, reasons: [`it is ${level}`] } as unknown as Health,
});

function facts(changes: Partial<AttentionFacts>): AttentionFacts {
  return {
    now: NOW,
    feeds: [feed('a', 'ok', null)],
    workers: SERVICES.map((service) => worker(service)),
    waiting: [],
    outcomes: new Map(),
    paused: new Set(),
    quarantine: [],
    largeGroups: [],
    contestedOutlets: [],
    schedules: [],
    deadWebhooks: 0,
    connections: null,
    disks: [{ path: '/data', freeBytes: 50e9 }],
    leastFreeBytes: 2e9,
    redis: { version: '7', memoryBytes: 1e6, limitBytes: 0, policy: 'noeviction', upSeconds: 9 },
    ...changes,
  };
}

test('where all is well the list is empty', () => {
  expect(attentionOf(facts({}))).toEqual([]);
});

test('a worker that hangs is named with its process; one that was replaced is not', () => {
  const hung = worker('cleaner', { state: 'lost', seenAt: NOW - 5 * MINUTE, pid: 99 });
  const others = SERVICES.filter((service) => service !== 'cleaner').map((service) => worker(service));
  expect(attentionOf(facts({ workers: [...others, hung] }))).toMatchObject([
    { kind: 'service', grave: true, what: expect.stringContaining('process 99'), since: NOW - 5 * MINUTE },
  ]);
  const heir = worker('cleaner', { startedAt: NOW - 4 * MINUTE });
  expect(attentionOf(facts({ workers: [...others, heir, hung] }))).toEqual([]);
  const another = worker('cleaner', { startedAt: NOW - 50 * MINUTE });
  expect(attentionOf(facts({ workers: [...others, another, hung] }))[0]!.todo).toContain('Others do its work');
});

test('queues: paused, late, standing still', () => {
  const waiting = [
    { stage: 'clean' as const, lane: 'live', count: 40, oldest: NOW - 11 * MINUTE },
    { stage: 'dedup' as const, lane: 'live', count: 3, oldest: NOW - 2 * MINUTE },
    { stage: 'classify' as const, lane: 'batch', count: 900, oldest: NOW - 600 * MINUTE },
  ];
  expect(attentionOf(facts({ waiting })).map(({ kind, href }) => [kind, href])).toEqual([
    ['stage-waits', '/pipeline/clean'],
    ['batch-stands', '/pipeline/classify'],
  ]);
  expect(attentionOf(facts({ waiting, outcomes: new Map([['classify batch', 7]]) })).map(({ kind }) => kind)).toEqual([
    'stage-waits',
  ]);
  expect(attentionOf(facts({ waiting: waiting.slice(0, 1), paused: new Set(['clean']) }))).toMatchObject([
    { kind: 'stage-paused', what: 'clean was paused by hand; 40 articles wait for it' },
  ]);
});

test('Redis, database and disk near their limits', () => {
  const redis = { version: '7', memoryBytes: 9e8, limitBytes: 1e9, policy: 'allkeys-lru', upSeconds: 9 };
  const near = facts({ redis, connections: { used: 95, most: 100 }, disks: [{ path: '/data', freeBytes: 1e9 }] });
  expect(attentionOf(near).map(({ what }) => what)).toEqual([
    'Redis may throw jobs away (maxmemory-policy allkeys-lru)',
    'Redis uses 0.9 GB of the 1.0 GB that it may',
    'Postgres has 95 of 100 connections in use',
    'only 1.0 GB are free where /data is',
  ]);
  expect(attentionOf(facts({ redis: null }))[0]!.what).toBe('Redis does not answer');
  expect(attentionOf(facts({ redis: undefined })), 'not asked').toEqual([]);
});

test('feeds: what is grave first, what a person paused not at all, many of a kind in one line more', () => {
  const silent = feed('s', 'silent', 'look');
  const many = Array.from({ length: 40 }, (_, index) =>
    feed(`n${index}`, 'never-worked', 'look', new Date(NOW - index * MINUTE).toISOString()),
  );
  const lines = attentionOf(facts({ feeds: [silent, feed('p', 'paused', null), ...many] }));
  expect(lines.map(({ kind }) => kind)).toEqual([...Array(6).fill('feed-never-worked'), 'feed-silent']);
  expect(lines[0]).toMatchObject({ what: 'Feed n0: it is never-worked', href: '/feeds/n0', grave: true });
  expect(lines[5]).toMatchObject({ what: 'and 35 more like these', href: '/feeds?level=never-worked', count: 35 });
  expect(attentionCounts(lines).get('feed-never-worked')).toBe(40);
  expect(attentionCounts(lines).get('disk')).toBe(0);
});

test('an installation that was stopped is told in one line, not as services that are missing', () => {
  const stopped = SERVICES.map((service) => worker(service, { state: 'stopped', seenAt: NOW - 5 * MINUTE }));
  expect(attentionOf(facts({ workers: stopped }))).toMatchObject([
    { kind: 'service', what: 'nothing runs: all services were stopped', since: NOW - 5 * MINUTE },
  ]);
});

test('quarantine by reason, schedules that failed, alerts that were given up, large groups', () => {
  const schedule = {
    id: 's1',
    cron: '0 3 * * *',
    timezone: 'UTC',
    action: { kind: 'retention' as const },
    who: 'x',
    nextAt: 0,
    lastAt: NOW,
    createdAt: 0,
  };
  const lines = attentionOf(
    facts({
      quarantine: [{ stage: 'clean', reason: 'the bytes are a PDF', count: 12, newest: NOW, oldest: NOW - MINUTE }],
      schedules: [
        { ...schedule, lastResult: 'failed: ENOSPC' },
        { ...schedule, lastResult: '12 articles' },
      ],
      deadWebhooks: 3,
      largeGroups: [{ group: 'g1', articles: 4000 }],
      contestedOutlets: [{ outlet: 'early.example', articles: 4, since: NOW - 3_600_000 }],
    }),
  );
  expect(lines.map(({ kind, href }) => [kind, href])).toEqual([
    ['quarantine', '/quarantine?stage=clean&reason=the+bytes+are+a+PDF'],
    ['schedule', '/reprocess#schedules-title'],
    ['webhook', '/webhooks?status=dead'],
    ['large-group', '/groups/g1'],
    ['contested-outlet', '/outlets/early.example'],
  ]);
});
