import { concept, TOP_CODES, topOf } from '@wirewatch/shared/contracts/media-topics.ts';
import { expect, test } from 'vitest';
import { loadClassifier } from '../../load.ts';
import { compileLexicon } from './lexicon.ts';
import { lexiconOf } from './lexicons/index.ts';
import { leadingBeneath, narrowerOf } from './narrower.ts';
import { parseTopicModel } from './topic-model.ts';

const classifier = loadClassifier();
const read = (title: string, text: string) => classifier.classify({ id: 'x', title, text });

test.each([
  [
    'medtop:11000000',
    'Foreign ministers to resume talks on fisheries treaty',
    'The foreign minister of the coastal republic will receive her counterpart on Monday for a second round of talks on a treaty about fishing rights. Diplomats said the ambassadors of both countries had prepared a draft accord, and the president is to meet the visiting delegation before the summit.',
  ],
  [
    'medtop:16000000',
    'Rebels shell garrison as truce collapses',
    'Rebel fighters fired mortars at an army garrison in the north on Friday and at least nine soldiers were killed, a military spokesman said. The clashes ended a ceasefire of two weeks; troops and tanks were sent to the front line and residents fled the fighting.',
  ],
  [
    'medtop:03000000',
    'Quake flattens villages in mountain province',
    'An earthquake of magnitude 6.4 struck a mountain province before dawn, flattening houses in a dozen villages. Rescue workers searched the rubble for survivors and the death toll rose to forty. Aftershocks hampered the evacuation of the injured.',
  ],
  [
    'medtop:11000000',
    'Dışişleri Bakanı mevkidaşıyla görüştü',
    'Dışişleri Bakanı, başkentte mevkidaşıyla bir araya geldi. İki bakan ikili ilişkileri ve bölgedeki son durumu görüştü. Büyükelçilerin de katıldığı görüşmede yeni bir anlaşma imzalandı ve gelecek ay yapılacak zirve ele alındı.',
  ],
  [
    'medtop:15000000',
    'Сборная выиграла матч в дополнительное время',
    'Сборная выиграла полуфинал чемпионата благодаря голу нападающего в дополнительное время. Тренер похвалил вратаря, а болельщики праздновали победу на стадионе. Финал турнира состоится в воскресенье.',
  ],
])('%s: %s', (code, title, text) => {
  expect(read(title, text).topics[0]?.code).toBe(code);
});

test('weather and human interest are told by the lexicon alone', () => {
  const weather = read(
    'Snow and gales for the weekend',
    'Heavy snow and strong winds are forecast for Saturday, the weather service said. Temperatures will drop below minus ten degrees Celsius and forecasters issued a winter storm warning. Rain is expected on the coast.',
  );
  expect(weather.topics[0]?.code).toBe('medtop:17000000');
});

test.each([
  [
    'election, below politics',
    '20000574',
    'Polls open in island election',
    'Voters queued at polling stations as the election began. Three candidates are on the ballot and a runoff will be held if none wins half of the votes; the electoral commission expects a high turnout after a heated campaign.',
  ],
  [
    'diplomacy, below politics',
    '20000639',
    'Ambassador recalled for consultations',
    'The foreign ministry recalled its ambassador and summoned the envoy of the neighbouring state. Diplomats said bilateral talks between the foreign ministers were put off, and the embassy will be led by a consul until the summit.',
  ],
  [
    'armed conflict, below conflict',
    '20000056',
    'Army offensive on rebel town',
    'Government troops backed by tanks and artillery opened an offensive on a rebel town on Tuesday. Insurgents fired mortars at soldiers on the front line, and the army said its warplanes had struck a column of militants.',
  ],
  [
    'act of terror, below conflict',
    '20000053',
    'Suicide bomber strikes market',
    'A suicide bomber blew himself up in a crowded market and a car bomb went off minutes later. A terrorist group close to al-Qaeda claimed the bombings; police feared more bombs and spoke of extremists from abroad.',
  ],
  [
    'peace process, below conflict',
    '20000073',
    'Peace talks to resume under mediator',
    'Peace talks between the rebels and the government will resume next week, a mediator said. Both sides are to sign a peace agreement under a peace plan that has them disarm and withdraw troops; a peace treaty would follow the truce talks.',
  ],
])('%s', (_, code, title, text) => {
  expect(read(title, text).topics.map((topic) => topic.code)).toContain(`medtop:${code}`);
});

test('scores are probabilities, and what is asserted is sorted with the surest first', () => {
  const { topics, topicScores } = read(
    'Bank raises interest rates',
    'The central bank raised interest rates to curb inflation, and shares on the stock market fell as investors sold bonds.',
  );
  for (const score of Object.values(topicScores)) expect(score >= 0 && score <= 1).toBe(true);
  expect(topics[0]?.code).toBe('medtop:04000000');
});

test.each([
  ['', ''],
  ['Hello', ''],
  ['', 'zzz qqq xxx '.repeat(5)],
])('nothing is asserted of %j %j', (title, text) => {
  expect(read(title, text).topics).toEqual([]);
});

test('a megabyte of text is read at its head only', () => {
  const text = 'The striker scored and the coach praised the players. '.repeat(20_000);
  expect(read('', text).topics[0]?.code).toBe('medtop:15000000');
});

test('lexicon entries match words, beginnings and phrases', () => {
  const lexicon = compileLexicon({ '15000000': 'goal, footb*, world cup, extra-time' });
  const hits = lexicon.match({ title: ['football'], body: ['world', 'cup', 'goals', 'extra', 'time'] });
  expect(hits.words.get('15000000')?.sort()).toEqual(['extra time', 'footb*', 'world cup']);
});

test('Arabic and Hebrew words are found behind their joined particles', () => {
  expect(
    lexiconOf('ar')
      ?.match({ title: [], body: ['والانتخابات', 'بالانتخابات'] })
      .words.get('20000574'),
  ).toHaveLength(1);
  expect(
    lexiconOf('he')
      ?.match({ title: [], body: ['ובבחירות'] })
      .words.get('20000574'),
  ).toEqual(['בחירות']);
});

test('every concept of every lexicon is in the taxonomy', () => {
  for (const language of ['ar', 'de', 'en', 'es', 'fa', 'fr', 'he', 'ru', 'tr', 'uk'])
    expect(lexiconOf(language)).toBeDefined();
  expect(TOP_CODES).toHaveLength(17);
  expect(topOf('20000639')).toBe('11000000');
  expect(concept('20000639').label).toBe('diplomacy');
});

test('a narrower concept is said where headline and text agree on it, and with a chance of its own', () => {
  const lexicon = lexiconOf('en')!;
  const words = (text: string) => text.toLowerCase().split(' ');
  const clear = narrowerOf(
    '11000000',
    lexicon.match({
      title: words('Voters queue as election begins'),
      body: words('the ballot has three candidates and the polling stations expect a high turnout before the runoff'),
    }),
  );
  expect(clear[0]?.code).toBe('20000574');
  expect(clear[0]!.chance).toBeGreaterThan(0.85);
  expect(clear[0]!.chance).toBeLessThan(1);
  // Evenly torn between two, or one lone word: nothing.
  expect(
    narrowerOf(
      '11000000',
      lexicon.match({ title: [], body: words('the ambassador and the candidates spoke of diplomacy and the ballot') }),
    ),
  ).toEqual([]);
  expect(narrowerOf('11000000', lexicon.match({ title: [], body: ['ballot'] }))).toEqual([]);
});

test('a headline that speaks of another concept takes the chance away', () => {
  const lexicon = lexiconOf('en')!;
  const body = ['election', 'ballot', 'voters', 'candidates', 'ambassador'];
  const chance = (title: string[]) => leadingBeneath('11000000', lexicon.match({ title, body }))!.factors;
  expect(chance(['election']).titleShare).toBe(1);
  expect(chance(['ambassador']).againstTitle).toBe(1);
  expect(chance([])).toMatchObject({ titled: 0, titleShare: 0, againstTitle: 0 });
});

test('a file that is no model is refused with a reason', () => {
  expect(() => parseTopicModel(new TextEncoder().encode('GIF89a......'))).toThrow(
    /expected a file that begins with WWT1/,
  );
});
