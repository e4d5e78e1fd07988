import { expect, test } from 'vitest';
import { loadClassifier } from '../load.ts';

const classifier = loadClassifier();

test('a clear text gets its topic, its language and a score for each first-level concept', () => {
  const result = classifier.classify({
    id: 'a',
    title: 'Rovers win the cup after a late goal',
    text: 'The striker scored twice in the second half and the coach praised his players after the final whistle. The club will play in the league again on Saturday, when the midfielder returns from injury.',
  });
  expect(result.language).toBe('en');
  expect(result.topics[0]?.code).toBe('medtop:15000000');
  expect(Object.keys(result.topicScores)).toHaveLength(17);
});

test('no text asserts nothing', () => {
  const result = classifier.classify({ id: 'b', title: null, text: '' });
  expect(result).toMatchObject({ language: 'und', topics: [], entities: [], countries: [], events: [] });
});
