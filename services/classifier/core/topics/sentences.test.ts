import { expect, test } from 'vitest';
import { loadClassifier } from '../../load.ts';
import { FIELD_FEATURES, fieldFeatures } from './field-features.ts';
import { AREAS, FIELDS, fieldsOf } from './fields/index.ts';
import { sentenceFeatures } from './sentence-features.ts';
import { parseSentenceModel, softmax } from './sentence-model.ts';

const classifier = loadClassifier();
const best = (text: string) => {
  const { topicScores } = classifier.classify({ id: 's', title: '', text });
  return Object.entries(topicScores).sort((a, b) => b[1] - a[1])[0]![0];
};

test.each([
  ['10', 'Passengers on the ferry to the island should book a cabin for the crossing a week ahead.'],
  ['10', 'Das Gasthaus am See vermietet Zimmer an Wanderer, die vor der Reise reservieren sollten.'],
  ['10', 'Otele havaalanından otobüsle gidilir ve odalar yaz tatilinde erkenden dolar.'],
  ['13', 'Magnets bend the path of electrons, and the old tube television made its picture that way.'],
  ['13', 'Ученые измерили орбиту планеты с помощью нового телескопа.'],
  ['13', 'يدور القمر حول الكوكب في مدار بيضوي قاسه علماء الفلك بالتلسكوب.'],
  ['07', 'Le médecin a examiné la patiente, dont la fièvre et la toux duraient depuis une semaine.'],
  ['07', 'پزشکان بیمارستان گفتند بیماران پس از درمان با دارو بهبود یافتند.'],
  ['01', 'La cantante presentó su álbum en un concierto con la orquesta de la ópera.'],
  ['01', 'השחקנית קיבלה פרס על תפקידה בסרט הראשון של הבמאי.'],
  ['15', 'Воротар відбив пенальті, і команда вийшла у фінал кубка.'],
  ['11', 'Parliament passed the bill after the minister told the opposition that the vote would not be postponed.'],
])('%s: %s', (code, text) => {
  expect(best(text)).toBe(`medtop:${code}000000`);
});

test('what is not news at all, and too short a line, assert nothing', () => {
  for (const text of ['The island lies between two larger ones and has a lake in its middle.', 'To the beach!'])
    expect(classifier.classify({ id: 's', title: '', text }).topics).toEqual([]);
});

test('the same words under a title are read as an article: other scores', () => {
  const text = 'Passengers on the ferry to the island should book a cabin for the crossing a week ahead.';
  const alone = classifier.classify({ id: 's', title: '', text }).topicScores;
  const titled = classifier.classify({ id: 's', title: 'Ferries', text }).topicScores;
  expect(titled).not.toEqual(alone);
});

test('every language lists the same fields, each in one area', () => {
  for (const language of ['ar', 'de', 'en', 'es', 'fa', 'fr', 'he', 'ru', 'tr', 'uk'])
    expect(fieldsOf(language)).toBeDefined();
  expect(fieldsOf('xx')).toBeUndefined();
  expect(AREAS).toEqual(['travel', 'science', 'health', 'entertainment', 'sport', 'politics', 'geography']);
});

test('a field is known in every language by the same feature', () => {
  const at = FIELDS.indexOf('health.medicine');
  for (const [language, word] of [
    ['en', 'hospital'],
    ['tr', 'hastanede'],
    ['ru', 'больница'],
    ['he', 'רופא'],
  ] as const) {
    const found = fieldFeatures(fieldsOf(language)!.match({ title: [], body: [word] }));
    expect(found[at]).toBeGreaterThan(0);
    expect(found.filter((value) => value > 0)).toHaveLength(3);
  }
  expect(fieldFeatures(undefined)).toEqual(new Float32Array(FIELD_FEATURES));
});

test('runs of characters have one length whatever the sentence has', () => {
  for (const words of [['sea'], ['a', 'longer', 'row', 'of', 'words']]) {
    const { values } = sentenceFeatures(words);
    expect(Math.hypot(...values)).toBeCloseTo(0.5, 5);
  }
  expect(sentenceFeatures([]).values).toHaveLength(0);
});

test('probabilities sum to one, also of very large scores', () => {
  const p = softmax([1000, 999, -1000], 2);
  expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
  expect(p[0]!).toBeGreaterThan(p[1]!);
});

test('a file that is no model of sentences is refused with a reason', () => {
  expect(() => parseSentenceModel(new TextEncoder().encode('WWT1......'))).toThrow(/begins with WWS1/);
});
