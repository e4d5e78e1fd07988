import { countSources } from '@wirewatch/shared/sources/count.ts';
import type { Standing } from '@wirewatch/shared/sources/standing.ts';
import { expect, test } from 'vitest';
import { spreadOf } from './spread.ts';

const TEN = Date.UTC(2026, 10, 20, 10);

function article(id: string, hours: number, of: string | null = null): Standing {
  return {
    id,
    url: `https://${id}.example/`,
    title: id,
    language: 'en',
    outletId: id,
    outlet: id,
    house: { key: id, name: id },
    group: of ?? id,
    story: 's',
    relation: of === null ? 'original' : 'copy',
    originalId: of,
    sourceId: null,
    credited: null,
    coverage: null,
    lagSeconds: null,
    basis: [],
    confidence: 0.9,
    reason: '',
    publishedAt: null,
    at: TEN + hours * 3_600_000,
    dated: true,
    contestedBy: [],
    quotesWith: [],
  };
}

test('a lane a text, the first text first, marks in the order of time', () => {
  const spread = spreadOf(countSources([article('b', 2), article('a', 0), article('c', 4, 'a')]))!;
  expect(spread.lanes.map(({ name, marks }) => [name, marks.map(({ x, number }) => [x, number])])).toEqual([
    [
      'a',
      [
        [0, 1],
        [1, 2],
      ],
    ],
    ['b', [[0.5, 3]]],
  ]);
  expect(spread.ticks.map(({ words }) => words)).toEqual(['10:00', '11:00', '12:00', '13:00', '14:00']);
  expect(spread.compressed).toBe(false);
});

test('marks that would lie upon one another stand in rows; a late straggler compresses the axis', () => {
  const early = Array.from({ length: 9 }, (_, at) => article(`copy${at}`, at / 10, 'a'));
  const spread = spreadOf(countSources([article('a', 0), ...early, article('late', 240, 'a')]))!;
  const [lane] = spread.lanes;
  expect(spread.compressed).toBe(true);
  expect(lane!.rows).toBeGreaterThan(1);
  expect(lane!.rows).toBeLessThanOrEqual(6);
  expect(spread.ticks.map(({ words }) => words)).toEqual(['10:00', '+1 h', '+6 h', '+1 d', '+3 d', '+10 d']);
});

test('at most twelve lanes and some 120 marks are drawn, and what is not is said', () => {
  const texts = Array.from({ length: 30 }, (_, at) => article(`t${at}`, at));
  const copies = Array.from({ length: 500 }, (_, at) => article(`c${at}`, 40 + at, 't7'));
  const spread = spreadOf(countSources([...texts, ...copies]))!;
  expect(spread.lanes).toHaveLength(12);
  expect(spread.lanes.some(({ name }) => name === 't7')).toBe(true);
  expect(spread.more.texts).toBe(18);
  expect(spread.more.marks).toBeGreaterThan(450);
});

test('one article is no picture, and all at one moment is', () => {
  expect(spreadOf(countSources([article('a', 0)]))).toBeNull();
  expect(spreadOf(countSources([article('a', 0), article('b', 0)]))!.lanes.map(({ marks }) => marks[0]!.x)).toEqual([
    0, 0,
  ]);
});
