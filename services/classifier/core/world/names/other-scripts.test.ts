import { expect, test } from 'vitest';
import { loadWorldLists } from '../../../lists/load.ts';
import { createWorldReader } from '../read-world.ts';

const reader = createWorldReader(loadWorldLists());
const people = (language: string, text: string) =>
  reader
    .read({ text, language })
    .entities.filter((e) => e.type === 'person')
    .map((e) => e.canonical);

test.each([
  ['ru', 'Лукашенком и Путиным подписано заявление.', ['Alexander Lukashenko', 'Vladimir Putin']],
  ['uk', 'Ердоган зателефонував Зеленському.', ['Recep Tayyip Erdogan', 'Volodymyr Zelenskyy']],
  ['ar', 'وبوتين وماكرون في باريس', ['Vladimir Putin', 'Emmanuel Macron']],
  ['fa', 'اردوغان با پوتین دیدار کرد', ['Recep Tayyip Erdogan', 'Vladimir Putin']],
  ['he', 'נתניהו נפגש עם פוטין', ['Benjamin Netanyahu', 'Vladimir Putin']],
  ['el', 'Ο Μακρόν μίλησε με τον Πούτιν.', ['Emmanuel Macron', 'Vladimir Putin']],
  ['de', 'Putins Sprecher schwieg am Montag.', ['Vladimir Putin']],
])('%s: a leader has one name whatever the script, the case and the particle: %s', (language, text, names) => {
  for (const name of names) expect(people(language, text)).toContain(name);
});

test.each([
  ['he', 'שר החוץ ביקר במוסקבה ובאנקרה', ['RUS', 'TUR']],
  ['el', 'Ο υπουργός της Γαλλίας επισκέφθηκε το Κάιρο.', ['FRA', 'EGY']],
  ['fa', 'وزیر خارجه عربستان به تهران سفر کرد', ['SAU', 'IRN']],
  ['uk', 'Польський міністр прибув до Анкари.', ['POL', 'TUR']],
  ['tr', "Taşkent'te Kırgız heyetiyle görüşüldü.", ['UZB', 'KGZ']],
  ['ru', 'Встреча в Бишкеке прошла с послом Узбекистана.', ['KGZ', 'UZB']],
])('%s: states go by their capitals and peoples, with their endings: %s', (language, text, countries) => {
  for (const country of countries) expect(reader.read({ text, language }).countries).toContain(country);
});

test('a genitive is cut in German only, for elsewhere it is another name', () => {
  expect(people('en', 'The Mills spoke to Macrons of the village.')).not.toContain('Emmanuel Macron');
});

test.each([
  ['uk', 'У Молдові почався новий навчальний рік.', 'MDA'],
  ['uk', 'Чеські лікарі поїхали до Братислави.', 'SVK'],
  ['fa', 'کارگران بندر کازابلانکا دست از کار کشیدند.', 'MAR'],
  ['he', 'מפעל חדש ייפתח בטגוסיגלפה בקיץ.', 'HND'],
  ['ar', 'أعلنت السلطات البحرينية إغلاق الجسر.', 'BHR'],
])('%s: a city, a people or a country in a case of its own: %s', (language, text, country) => {
  expect(reader.read({ text, language }).countries).toContain(country);
});
