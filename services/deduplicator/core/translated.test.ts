import { expect, test } from 'vitest';
import { agreementOf } from './agreement.ts';
import { type ArticleText, articleOf } from './article.ts';
import { translationSigns } from './translated.ts';
import { readWords } from './words.ts';

test.each([
  [
    'guillemets and commas for quotation marks in English',
    'en',
    "The director said that «the bridge is ours» and added ,,we stay here'' to the people.",
    /quotation marks of other languages \(« » ,,/,
  ],
  [
    'spaces inside the marks',
    'en',
    'He called it " a great day " and her " a friend of the house ".',
    /inside quotation/,
  ],
  ['a word twice, and a space before a stop', 'en', 'The the minister went home . He was tired .', /before full stops/],
  [
    'a word left in its own script',
    'en',
    'They met in the санаторий on Monday, and the санаторий was cold.',
    /another script/,
  ],
  ['English marks in a Russian text', 'ru', 'Он сказал ``мы готовы`` и ушёл, ``мы ждём``.', /other languages/],
] as const)('%s looks translated by a machine', (_, language, text, reason) => {
  expect(translationSigns(text, language)).toMatch(reason);
});

test.each([
  ['en', 'She said: “We have come far.” The board called the plan "sound" and went home.'],
  ['de', 'Er nannte den Plan „gut gemeint“ und fügte hinzu: »Wir warten ab.«'],
  ['fr', 'Le maire a parlé d’« un beau jour » ; il a ajouté : « Nous restons. »'],
  ['ru', 'Он назвал план «хорошим» и добавил: „Мы ждём“.'],
  ['en', 'One slip of the pen , and nothing else in a long and careful text.'],
  ['xx', 'Ka la «mo» ti, «ra» no.'],
])('what a desk of the language writes (%s) does not', (language, text) => {
  expect(translationSigns(text, language)).toBeNull();
});

function stored(
  id: string,
  hours: number,
  language: string,
  title: string,
  text: string,
  credit?: string,
): ArticleText {
  const published = new Date(Date.UTC(2026, 4, 4, hours)).toISOString();
  const input = {
    id,
    url: `https://${id}.example/1`,
    host: `${id}.example`,
    outlet: id,
    title,
    text,
    language,
    published,
  };
  const whole = { source: credit ?? '', kind: 'whole' as const };
  return { ...articleOf({ ...input, fetched: published, credit: credit ? whole : null }, readWords(text)), text };
}

const ORIGINAL = stored(
  'kurier',
  6,
  'de',
  'Neue Fähre für Norholm',
  'Die Reederei aus Castria setzt ab Juni eine Fähre mit 340 Plätzen ein, sagte Ines Calder. Das Schiff kostet 27 Millionen und fährt von Norholm über Velden nach Savik.',
);
const CLEAN =
  'From June the company of Castria will use a ferry with 340 seats, Ines Calder said. The ship costs 27 million and goes from Norholm by way of Velden to Savik.';
const ODD = `${CLEAN.replace('a ferry', '«the the ferry»')} It is „a good ship“ , she said .`;

test('signs of a machine raise the confidence of a credited translation a little, and are named in its reason', () => {
  const plain = agreementOf(ORIGINAL, stored('daily', 9, 'en', 'A new ferry', CLEAN, 'kurier'), false)!;
  const odd = agreementOf(ORIGINAL, stored('portal', 9, 'en', 'A new ferry', ODD, 'kurier'), false)!;
  expect(plain).toMatchObject({ translation: true, confidence: 0.5 });
  expect(odd).toMatchObject({ translation: true, confidence: 0.55 });
  expect(plain.reason).not.toContain('machine');
  expect(odd.reason).toMatch(/it reads as translated by a machine: quotation marks of other languages/);
});

test('they join nothing by themselves', () => {
  expect(agreementOf(ORIGINAL, stored('portal', 9, 'en', 'A new ferry', ODD), false)).toBeNull();
  expect(
    agreementOf(ORIGINAL, stored('portal', 9, 'en', 'Weather', "It «will» rain ,,today'' .", 'kurier'), false),
  ).toBeNull();
  const same = agreementOf(
    ORIGINAL,
    stored('portal', 9, 'de', 'Neue Fähre für Norholm', 'Es gibt <<sie>> bald .', 'kurier'),
    true,
  );
  expect(same).toMatchObject({ translation: false, confidence: 0.7 });
  expect(same!.reason).not.toContain('machine');
});
