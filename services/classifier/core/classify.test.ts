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

test('an explanation names list, words, sentence and rule of entities, countries and events, and why others were dropped', () => {
  const input = {
    id: 'c',
    title: 'Egypt and France discuss the ceasefire',
    text: [
      'Egyptian Foreign Minister Karim Wahdan met French officials in Cairo on Monday to discuss the ceasefire in Libya.',
      'Egypt accused a militia of breaking the truce, a spokesman said.',
      'In 1998 Egypt signed a treaty with France.',
      'File photo: Wahdan meets French soldiers.',
      'The visitors walked past the Zubrin on their way out, and they looked at it for a while before the cars came for them.',
    ].join(' '),
    publishedAt: '2021-03-02',
  };
  const { evidence, ...result } = classifier.explain(input);
  expect(result).toEqual(classifier.classify(input));
  expect(evidence.entities).toContainEqual(
    expect.objectContaining({ type: 'person', rule: 'title before the name', entity: 'Karim Wahdan' }),
  );
  expect(evidence.entities).toContainEqual(expect.objectContaining({ words: 'Cairo', rule: 'list of places' }));
  expect(evidence.entities).toContainEqual(expect.objectContaining({ words: 'Zubrin', entity: null }));
  const egypt = evidence.countries.find(({ country }) => country === 'EGY')!;
  expect(egypt).toMatchObject({ named: true });
  expect(egypt.words).toContainEqual(
    expect.objectContaining({ words: 'Cairo', list: 'capital', sentence: expect.stringMatching(/^Egyptian Foreign/) }),
  );
  expect(evidence.countries.filter(({ named }) => named).map(({ country }) => country)).toEqual(result.countries);
  expect(evidence.events).toContainEqual(
    expect.objectContaining({
      plover: 'CONSULT',
      phrase: expect.stringMatching(/^met/),
      dropped: null,
      factors: expect.objectContaining({ apart: 1 }),
    }),
  );
  expect(evidence.events).toContainEqual(expect.objectContaining({ dropped: 'recalled: 23 years before the article' }));
  expect(evidence.events).toContainEqual(expect.objectContaining({ dropped: 'a caption' }));
});
