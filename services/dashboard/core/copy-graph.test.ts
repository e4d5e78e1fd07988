import type { CopyPair } from '@wirewatch/shared/store/copies/house-rows.ts';
import { expect, test } from 'vitest';
import { copyGraph } from './copy-graph.ts';

const pair = (by: string, from: string, copies: number): CopyPair => ({
  ...{ by, byName: by, from, fromName: from, copies, lagSeconds: 60 },
});

test('houses stand by how much they give and take, carriers near whom they carry', () => {
  const graph = copyGraph([
    pair('north', 'agency', 9),
    pair('south', 'wire', 8),
    pair('east', 'agency', 2),
    pair('east', 'wire', 1),
  ]);
  expect(graph.sources.map(({ name, copies }) => [name, copies])).toEqual([
    ['agency', 11],
    ['wire', 9],
  ]);
  expect(graph.carriers.map(({ name }) => name)).toEqual(['north', 'east', 'south']);
  expect(graph.edges.map(({ copies }) => copies)).toEqual([1, 2, 8, 9]);
  expect(graph.more).toBe(0);
});

test('of many the strongest are drawn, and the others are counted', () => {
  const graph = copyGraph(Array.from({ length: 40 }, (_, n) => pair(`p${n}`, n % 2 ? 'agency' : 'wire', 40 - n)));
  expect(graph.carriers).toHaveLength(16);
  expect(graph.more).toBe(24);
  expect(copyGraph([])).toEqual({ sources: [], carriers: [], edges: [], more: 0 });
});
