import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const first = (text: string) => reader.read({ text, language: 'en' }).events[0];

test.each([
  ["Chad's army came under attack from Sudanese militias.", 'ASSAULT', 'SDN', 'TCD'],
  ['Laos is under attack from Thai lawmakers over the dam.', 'ASSAULT', 'THA', 'LAO'],
  ['Haiti received food aid from Canada on Sunday.', 'AID', 'CAN', 'HTI'],
  ['Oman, which borders Yemen, sent doctors to Aden.', 'AID', 'OMN', 'YEM'],
  ["Peru's air strikes killed three soldiers of Bolivia.", 'ASSAULT', 'PER', 'BOL'],
  ['Soldiers of Ghana were killed by Togolese strikes on Monday.', 'ASSAULT', 'TGO', 'GHA'],
  ["Cuba's decision to expel two Spanish diplomats was condemned by Madrid.", 'ACCUSE', 'ESP', 'CUB'],
])('who does it and whom it befalls: %s', (text, plover, source, target) => {
  expect(first(text)).toMatchObject({ plover, source: [source], target: [target] });
});

const article = (lead: string) =>
  reader.read({
    title: 'Notes of the day from Kenya',
    text: `${lead}\n\nThe market was open on Monday. Fishermen mended their nets at the pier. Rain is said to come on Tuesday.`,
    language: 'en',
  }).events;

test.each([
  'The possibility of arming the Malian rebels was raised by a column.',
  'If Chad attacked Niger, the price of millet would rise.',
  'It is not clear whether Kenya accused Uganda.',
  'Three Kenyan teachers were killed when a bus fell into a river.',
  'A Kenyan spokesman declined to comment on the talks with Uganda.',
  'The Kenyan president sought to reassure traders that the port is open.',
  'The port officer believes that Uganda will attack Kenya.',
  'This year seven clubs are meeting the goal that Kenya set.',
  'JUST WATCHED Kenyan minister MUST WATCH attack on Ugandan guards REPLAY MORE VIDEOS',
])('what is no deed of anybody in an article is none: %s', (lead) => {
  expect(article(lead)).toEqual([]);
});

test('one who is accused, and nobody is said to accuse, is accused at home and not where he went', () => {
  const [event] = article('Two Kenyan traders are accused of travelling to Pakistan for training.');
  expect(event).toMatchObject({ plover: 'ACCUSE', target: ['KEN'] });
  expect(event?.source).not.toContain('PAK');
});

test('a resignation that is announced is one, not a promise', () => {
  expect(first('The Maltese prime minister said on Monday that he will resign by Friday.')).toMatchObject({
    plover: 'RETREAT',
    modality: 'planned',
  });
});

test('a test of a bomb mobilises, it attacks nobody', () => {
  expect(first('North Korea tested a hydrogen bomb at its site in the north on Sunday.')?.plover).toBe('MOBILIZE');
});

test('what is told outright is told, and not the deed that it speaks of', () => {
  const found = article('Uganda threatens Kenya with a hydrogen bomb test over the lake.');
  expect(found.map((e) => e.plover)).toEqual(['THREATEN']);
});

test('whom a deed befell is not who is blamed for it', () => {
  const [event] = article('The Kenyan president condemned the killing of a Danish envoy by Somali gunmen.');
  expect(event).toMatchObject({ plover: 'ACCUSE', source: ['KEN'], target: ['SOM'] });
});

test('politicians attack each other with words, soldiers do not', () => {
  const lead = (text: string) => article(text)[0]?.plover;
  expect(lead('The Kenyan minister attacked the prime minister for doing nothing about the port.')).toBe('ACCUSE');
  expect(lead('Kenyan soldiers attacked Ugandan soldiers at the crossing.')).toBe('ASSAULT');
});
