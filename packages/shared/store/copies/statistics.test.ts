import { expect, test } from 'vitest';
import { type CopyRow, oncePerHouse, outletStats, pairStats } from './statistics.ts';

const row = (
  outlet: string,
  relation: CopyRow['relation'],
  original: string | null = null,
  lag = 0,
  coverage = 1,
): CopyRow => ({
  outlet,
  relation,
  original,
  coverage,
  originalCoverage: coverage,
  lagSeconds: original ? lag : null,
});

const ROWS = [
  row('Wire', 'original'),
  row('Wire', 'unique'),
  row('Hub', 'copy', 'Wire', 60, 0.8),
  row('Hub', 'copy', 'Wire', 600),
  row('Hub', 'copy', 'Post', 30),
  row('Hub', 'unique'),
  row('Hub', 'revision', 'Wire', 90),
  row('Post', 'excerpt', 'Wire', 45),
];

test('per outlet: what is its own, what is copied, from whom, how fast', () => {
  const stats = outletStats(ROWS);
  expect(stats.map((s) => s.outlet)).toEqual(['Hub', 'Post', 'Wire']);
  expect(stats[0]).toMatchObject({
    articles: 5,
    own: 1,
    copies: 3,
    revisions: 1,
    copiedShare: 0.75,
    medianLagSeconds: 60,
  });
  expect(stats[0]!.from).toEqual([
    { outlet: 'Wire', copies: 2 },
    { outlet: 'Post', copies: 1 },
  ]);
  expect(stats[2]).toMatchObject({ own: 2, copies: 0, copiedShare: 0, medianLagSeconds: null });
});

test('per pair of outlets: how many, how fast, how edited', () => {
  const [first, ...others] = pairStats(ROWS);
  expect(first).toMatchObject({ outlet: 'Hub', original: 'Wire', copies: 2, excerpts: 0, medianLagSeconds: 60 });
  expect(first!.medianAdded).toBeCloseTo(0);
  expect(others.map((pair) => `${pair.outlet} ${pair.original} ${pair.excerpts}`)).toEqual([
    'Hub Post 0',
    'Post Wire 1',
  ]);
  expect(outletStats([])).toEqual([]);
});

test('a house that carries one text at several of its papers counts once, and is its own source never', () => {
  const rows = [
    { ...row('Group', 'copy', 'Wire', 900), group: 'a' },
    { ...row('Group', 'copy', 'Wire', 300), group: 'a' },
    { ...row('Group', 'copy', 'Group', 60), group: 'b' },
    { ...row('Group', 'original'), group: 'b' },
    { ...row('Group', 'revision', 'Group', 60), group: 'b' },
    { ...row('Wire', 'original'), group: 'a' },
  ];
  const [group] = outletStats(oncePerHouse(rows));
  expect(group).toMatchObject({ articles: 3, own: 1, copies: 1, revisions: 1, medianLagSeconds: 300 });
  expect(group!.from).toEqual([{ outlet: 'Wire', copies: 1 }]);
});
