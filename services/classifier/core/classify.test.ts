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

const ENGLISH =
  'The ferry company said on Monday that its ships would stay in the harbour until the storm has passed, and passengers should ask for their money back.';
const TURKISH =
  'Bakanlık, limanın fırtına geçene kadar kapalı kalacağını ve yolcuların paralarını geri alabileceğini pazartesi günü yaptığı açıklamada duyurdu.';
const RUSSIAN =
  'Министерство сообщило в понедельник, что порт останется закрытым до конца шторма, а пассажиры смогут вернуть деньги за билеты.';

test('a wrong label of the language is not believed', () => {
  expect(classifier.classify({ id: 'd', title: null, text: TURKISH, language: 'en' }).language).toBe('tr');
});

test('blocks in other languages and scripts are told with their place', () => {
  const text = [ENGLISH, ENGLISH, ENGLISH, ENGLISH, TURKISH, RUSSIAN].join('\n\n');
  const { language, foreign } = classifier.classify({ id: 'e', title: null, text });
  expect(language).toBe('en');
  expect(foreign?.map((block) => [block.language, text.slice(block.start, block.end)])).toEqual([
    ['tr', TURKISH],
    ['ru', RUSSIAN],
  ]);
});

test('scripts mixed within words, signs alone, one word and one line each give a whole result', () => {
  for (const text of [
    'Кaирo ال2021 会谈 κόσμος Ünïcödé 👩‍👩‍👧 \u0000\uFFFD\uD800',
    '…!? — ()',
    'Word',
    'Talks resume in Cairo',
  ]) {
    const result = classifier.classify({ id: 'f', title: null, text });
    expect(Object.keys(result.topicScores)).toHaveLength(17);
    expect(result.topics).toEqual([]);
  }
});

test('a megabyte without a space, a sentence end or a paragraph is read to a bound', () => {
  for (const text of ['x'.repeat(1_000_000), 'Cairo '.repeat(170_000), '\n'.repeat(1_000_000)]) {
    const result = classifier.explain({ id: 'g', title: text, text });
    expect(result.entities.length).toBeLessThan(10);
    expect(result.evidence.countries.every(({ words }) => words.length <= 12)).toBe(true);
  }
});
