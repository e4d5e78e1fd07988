import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const entities = (text: string) => reader.read({ text, language: 'en' }).entities;

test('an office with its matter before a name is the office, not the name', () => {
  expect(
    entities('Norwegian Deputy Commissioner for Transit Affairs Lena Korr said the plan was ready.')[0],
  ).toMatchObject({
    type: 'person',
    name: 'Lena Korr',
    office: 'deputy commissioner for transit affairs',
    country: 'NOR',
  });
  expect(entities('Acting Director of National Fisheries Tom Brakkel told reporters so.')[0]).toMatchObject({
    name: 'Tom Brakkel',
    office: 'acting director of national fisheries',
  });
});

test('a body named after what it is to do keeps its whole name', () => {
  expect(entities('The Committee to Protect Harbour Workers met in Oslo.')[0]).toMatchObject({
    type: 'organisation',
    name: 'Committee to Protect Harbour Workers',
  });
});

test('what a body goes to do in small letters is no part of its name', () => {
  const names = entities('The Harbour Committee to meet in Oslo was new.').map((e) => e.name);
  expect(names.some((name) => name.includes('meet'))).toBe(false);
});

const named = (language: string, text: string) =>
  reader.read({ text, language }).entities.map(({ type, name }) => `${type}: ${name}`);

test.each([
  [
    'en',
    'Permanent Secretary in the Ministry of Roads and Ferries Josephine Arkwell said so.',
    ['organisation: Ministry of Roads and Ferries', 'person: Josephine Arkwell'],
  ],
  ['en', 'The State Committee for Forests and Land met.', ['organisation: State Committee for Forests and Land']],
  [
    'fr',
    'Le Conseil national des lacs et des routes marines siège.',
    ['organisation: Conseil national des lacs et des routes marines'],
  ],
  ['es', 'El Movimiento de Pescadores sin Barco protestó.', ['organisation: Movimiento de Pescadores sin Barco']],
  ['tr', 'Ticaret Müsteşarı Levent Brakkel konuştu.', ['person: Levent Brakkel']],
  [
    'ru',
    'Заместитель председателя Комитета по лесам и рекам Олег Бракелов подал в отставку.',
    ['organisation: Комитета по лесам и рекам', 'person: Олег Бракелов'],
  ],
  [
    'uk',
    'Речник Державної служби з питань лісів Андрій Бракель мовчав.',
    ['organisation: Державної служби з питань лісів', 'person: Андрій Бракель'],
  ],
  ['uk', 'Пропозицію професорки Лідії Бракель підтримали.', ['person: Лідії Бракель']],
  [
    'ar',
    'قدم مدير مركز البحوث المائية عادل بن يوسف تقريره.',
    ['organisation: مركز البحوث المائية', 'person: عادل بن يوسف'],
  ],
])('%s: who holds an office at a body, and the body whole: %s', (language, text, expected) => {
  for (const one of expected) expect(named(language, text)).toContain(one);
});

test('who speaks in the name of a body is not called by the words for it', () => {
  const names = named('ar', 'نفى المتحدث باسم المجلس الأعلى للإعلام رامي الشاذلي هذه الأنباء.');
  expect(names).toContain('organisation: المجلس الأعلى للإعلام');
  expect(names.some((name) => name.includes('باسم'))).toBe(false);
});

test('the office at a body is told with whom it is held by', () => {
  const text = 'Permanent Secretary in the Ministry of Roads and Ferries Josephine Arkwell said so.';
  expect(entities(text).find(({ type }) => type === 'person')?.office).toBe(
    'permanent secretary in the ministry of roads and ferries',
  );
});

test.each([
  ['fr', 'Le ministre tchèque Radovan Brdlík a parlé lundi.', 'Radovan Brdlík'],
  ['fr', 'La ministre allemande Jagoda Wietrz a répondu mardi.', 'Jagoda Wietrz'],
  ['es', 'El ministro checo Radovan Brdlík habló el lunes.', 'Radovan Brdlík'],
])('%s: whose minister it is may stand between office and name: %s', (language, text, name) => {
  expect(named(language, text)).toContain(`person: ${name}`);
});
