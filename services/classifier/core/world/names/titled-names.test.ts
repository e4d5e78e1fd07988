import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const persons = (language: string, text: string) =>
  reader
    .read({ text, language })
    .entities.filter((entity) => entity.type === 'person')
    .map(({ name }) => name);

test.each([
  ['de', 'Frau Zeidler-Moos und Herr Kopp trafen sich in Genf.', ['Zeidler-Moos', 'Kopp']],
  ['de', 'Die Abgeordnete Sevim Bergen-Kurz lobte Oberst Malte Ritterbach.', ['Sevim Bergen-Kurz', 'Malte Ritterbach']],
  ['de', 'Dort sah die Frau Geld auf dem Tisch.', []],
  ['el', 'Ο υπουργός Εξωτερικών Γιώργος Παπαδέλλης ταξίδεψε στην Άγκυρα.', ['Γιώργος Παπαδέλλης']],
  ['he', 'שר החוץ יוסי ברקובסון נפגש עם מקבילו בקהיר.', ['יוסי ברקובסון']],
  ['fa', 'وزیر دفاع محسن شیرازیان وارد بغداد شد.', ['محسن شیرازیان']],
  ['fa', 'نسرین صادقی‌پور بازداشت شد.', ['نسرین صادقی‌پور']],
  ['fa', 'رضا گفت که می‌آید.', []],
  ['uk', 'Речниця уряду Соломія Бойчук підтвердила зустріч.', ['Соломія Бойчук']],
])('%s: persons by title and given name: %s', (language, text, names) => {
  expect(persons(language, text)).toEqual(names);
});

test('a person in another script has one name in Latin letters', () => {
  const [person] = reader.read({ text: 'שר החוץ יוסי ברקובסון נפגש עם מקבילו בקהיר.', language: 'he' }).entities;
  expect(person?.canonical).toMatch(/^Yossi \p{Script=Latin}+$/u);
});
