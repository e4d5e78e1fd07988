import { expect, test } from 'vitest';
import { judgeFlood, type PolledEntry } from './flood.ts';

const entries = (count: number, fields: Partial<PolledEntry>): PolledEntry[] =>
  Array.from({ length: count }, () => ({
    fresh: true,
    linkKnown: false,
    published: '2026-11-03T12:00:00.000Z',
    ...fields,
  }));
const known = { knownEntries: 200, lastPollAt: '2026-11-03T10:00:00.000Z' };

test.each([
  ['a first poll', { knownEntries: 0, lastPollAt: null, entries: entries(50, {}) }, 'first-poll', 'live'],
  ['a usual poll', { ...known, entries: [...entries(3, {}), ...entries(27, { fresh: false })] }, 'none', 'live'],
  ['a busy feed whose window rolled over', { ...known, entries: entries(50, {}) }, 'rollover', 'live'],
  ['changed GUIDs', { ...known, entries: entries(50, { linkKnown: true }) }, 'changed-guids', 'live'],
  ['an archive', { ...known, entries: entries(50, { published: '2025-01-01T00:00:00.000Z' }) }, 'backfill', 'batch'],
  ['all new, without dates', { ...known, entries: entries(50, { published: null }) }, 'backfill', 'batch'],
  ['a small feed', { ...known, entries: entries(5, { published: '2025-01-01T00:00:00.000Z' }) }, 'none', 'live'],
  ['an empty document', { ...known, entries: [] }, 'none', 'live'],
])('%s', (_name, poll, kind, lane) => {
  expect(judgeFlood(poll)).toMatchObject({ kind, lane });
});
