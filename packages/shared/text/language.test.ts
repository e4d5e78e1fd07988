import { expect, test } from 'vitest';
import { detectLanguage, foreignBlocks } from './language.ts';

test.each([
  ['uk', 'Посол заявив, що її візит триватиме ще день'],
  ['ru', 'Посол заявил, что её визит продлится ещё один день'],
  ['bg', 'Посланикът заяви, че посещението ще продължи още един ден'],
  ['mk', 'Амбасадорот рече дека ќе остане уште еден ден во Скопје и ѓаволски брзо ќе замине'],
  ['sr', 'Амбасадор је рекао да ће посета трајати још један дан и да ће ђаци доћи'],
  ['be', 'Пасол заявіў, што ўчора візіт быў працягнуты яшчэ на дзень'],
  ['kk', 'Елші сапардың тағы бір күнге ұзартылғанын айтты'],
  ['ar', 'قال السفير إن الزيارة ستستمر يوما آخر'],
  ['fa', 'سفیر گفت که این دیدار یک روز دیگر ادامه خواهد داشت'],
  ['ur', 'سفیر نے کہا کہ یہ دورہ ایک دن اور جاری رہے گا اور لڑکے بھی آئیں گے'],
  ['ckb', 'باڵیۆزەکە ڕایگەیاند کە سەردانەکە ڕۆژێکی دیکە بەردەوام دەبێت'],
  ['he', 'השגריר אמר שהביקור יימשך יום נוסף'],
  ['ja', '大使は訪問をもう一日延ばすと述べた'],
  ['zh', '大使表示访问将再延长一天'],
  ['tr', 'Büyükelçi ziyaretin bir gün daha süreceğini söyledi'],
  ['id', 'Duta besar itu mengatakan bahwa kunjungan akan diperpanjang karena cuaca di kota'],
  ['ms', 'Duta besar itu berkata bahawa lawatan akan dilanjutkan kerana cuaca di bandar'],
  ['sw', 'Balozi alisema kwamba ziara ya siku mbili katika mji wa pwani ni ya kwanza na baada ya hiyo atarudi'],
  ['en', 'AMBASSADOR SAYS VISIT WILL LAST ANOTHER DAY'],
])('%s', (language, text) => {
  expect(detectLanguage(text).language).toBe(language);
});

test.each(['', '12:30 — 45 %', '???', 'a'])('%j has no language', (text) => {
  expect(detectLanguage(text)).toEqual({ language: 'und', reliable: false });
});

const ENGLISH =
  'The ferry left the harbour before dawn and carried forty passengers to the island, where the mayor waited with a band.';
const GERMAN =
  'Diese Seite verwendet Cookies, damit wir unser Angebot verbessern und Ihnen passende Inhalte zeigen können.';

test('a notice in another language at the head does not decide, and is found as a block', () => {
  const text = `${GERMAN}\n\n${GERMAN}\n\n${Array.from({ length: 16 }, () => ENGLISH).join('\n\n')}`;
  expect(detectLanguage(text).language).toBe('en');
  expect(foreignBlocks(text, 'en')).toEqual([{ language: 'de', start: 0, end: GERMAN.length * 2 + 2 }]);
});

test('a foreign name or quotation makes no block', () => {
  expect(foreignBlocks(`${ENGLISH}\n\n"Guten Morgen", she said.\n\n${ENGLISH}`, 'en')).toEqual([]);
});

const SPANISH = [
  'El alcalde de Vigo dijo que la obra del puerto no va a empezar en marzo, porque la empresa que la ganó no ha pagado la fianza.',
  'La empresa dijo que la fianza se va a pagar en marzo, y que la obra del puerto de Vigo no corre peligro por esa causa.',
  'En el puerto, los que trabajan en la obra no saben si la empresa va a pagar, y el alcalde no ha dicho cuándo lo va a saber.',
  'El alcalde no ha dicho si la obra va a empezar en el puerto sin la fianza, que la empresa no ha pagado.',
];
const PORTUGUESE =
  'O alcaide de Vigo disse que a obra do porto não vai começar em março, porque a empresa que a ganhou não pagou a fiança, e que os trabalhadores do porto já sabem disso.';

test('a paragraph of a neighbouring language is found late in a text whose words it shares', () => {
  const before = [...SPANISH, ...SPANISH, ...SPANISH].join('\n');
  const start = before.length + 1;
  expect(foreignBlocks([before, PORTUGUESE, ...SPANISH].join('\n'), 'es')).toEqual([
    { language: 'pt', start, end: start + PORTUGUESE.length },
  ]);
});
