import { expect, test } from 'vitest';
import type { Block } from './block.ts';
import { likeliest, THRESHOLD, thresholdFor } from './threshold.ts';

const sized = (...sizes: number[]): Block[] => sizes.map((size) => ({ size }) as Block);

test('a page that the model is sure of keeps its threshold, one that it is not is read by what is likeliest', () => {
  expect(likeliest(sized(400, 400, 60), [0.98, 0.95, 0.1])).toBe(THRESHOLD);
  const doubted = likeliest(sized(300, 250, 60, 40), [0.3, 0.28, 0.06, 0.03]);
  expect(doubted).toBeGreaterThan(0.12);
  expect(doubted).toBeLessThan(0.28);
  expect(likeliest(sized(80, 80), [0.05, 0.04])).toBe(0.12);
  expect(likeliest([], [])).toBe(0.12);
});

test('a page whose likelier reading finds far more is read by it, one that would win a line is not', () => {
  const pieces = sized(100, 60, 60, 60, 60, 60, 60, 60, 60);
  expect(thresholdFor(pieces, [0.6, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3])).toBeLessThan(0.3);
  expect(thresholdFor(pieces, [0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.3])).toBe(THRESHOLD);
});
