import { expect, test } from 'vitest';
import { fitSlope, leastFor } from './sureness.ts';

test('the slope makes scores as sure as they are right', () => {
  // Right in three of four: the lead of 2 must come to ln 3.
  const scores = Array.from({ length: 400 }, () => [2, 0]);
  const labels = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  expect(fitSlope(scores, labels)).toBeCloseTo(Math.log(3) / 2, 3);
});

test('the least sureness lets through as much as stays right', () => {
  const judged = [
    { sureness: 0.9, right: true },
    { sureness: 0.8, right: true },
    { sureness: 0.7, right: false },
    { sureness: 0.6, right: true },
    { sureness: 0.5, right: false },
  ];
  expect(leastFor(judged, 0.75)).toBe(0.6);
  expect(leastFor([{ sureness: 0.9, right: false }], 0.75)).toBe(1);
});
