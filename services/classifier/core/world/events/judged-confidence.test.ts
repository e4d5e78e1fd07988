import { expect, test } from 'vitest';
import { loadClassifier } from '../../../load.ts';
import { judgedConfidence } from './judged-confidence.ts';

const [told] = loadClassifier().explain({
  id: 'a',
  title: 'Norway accuses Peru of spying',
  text: 'Norway accused Peru of spying on Monday. A spokesman said so in Oslo on Monday. Nobody in Lima answered.',
}).evidence.weighed;

test('what is told more surely, and what is nearer to the news, is said more surely', () => {
  const { factors } = told!;
  const said = judgedConfidence({ ...factors, sure: 1 }, 0.5);
  expect(judgedConfidence({ ...factors, sure: 2 }, 0.5)).toBeGreaterThan(said);
  expect(judgedConfidence({ ...factors, sure: 1 }, 0.8)).toBeGreaterThan(said);
});
