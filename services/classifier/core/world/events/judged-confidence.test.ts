import { expect, test } from 'vitest';
import { judgedConfidence, unjudged } from './judged-confidence.ts';

const HOME = { source: ['NOR'], target: ['NOR'] };
const ABROAD = { source: ['NOR'], target: ['PER'] };

test('surer events stay surer, and what happens inside one country is more often right', () => {
  expect(judgedConfidence(0.8, ABROAD)).toBeGreaterThan(judgedConfidence(0.6, ABROAD));
  expect(judgedConfidence(0.6, HOME)).toBeGreaterThan(judgedConfidence(0.6, ABROAD));
  for (const event of [HOME, ABROAD]) expect(unjudged(judgedConfidence(0.7, event), event)).toBeCloseTo(0.7);
});
