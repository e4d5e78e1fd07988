import { expect, test } from 'vitest';
import { reposterFrame } from './reposter-frame.ts';

/** Written for this test and in none of the sets that the model learns from. */
const ARTICLE = [
  'The two governments will reopen the border crossing at Tarsk in the first week of May, the transport ministry said.',
  'Lorries have waited there for up to nine days since a bridge was closed in January for repairs.',
  'Traders on both sides say that they have lost more than four million crowns in perishable goods.',
  'A second lane is to follow in autumn if the money for it is found.',
];

const FRAME: readonly [string, 'open' | 'close', string][] = [
  [
    'en',
    'open',
    'Good evening, dear readers! Here is a piece from the foreign press that our editors thought you should see.',
  ],
  ['en', 'close', 'We are grateful that you took the time to read this; do come back tomorrow for more.'],
  ['en', 'close', 'This story was first published by the Tarsk Observer and is shared here with its kind permission.'],
  ['en', 'close', 'The opinions in the article belong to its author and are not necessarily those of our website.'],
  ['tr', 'open', 'Kıymetli okurlarımız, aşağıdaki haberi komşu ülkenin basınından sizin için çevirdik.'],
  ['tr', 'close', 'Bizi okuduğunuz için teşekkür eder, yorumlarınızı bekleriz.'],
  ['ar', 'open', 'قراءنا الأعزاء، نضع بين أيديكم ترجمة كاملة للمقال الذي نشرته الصحيفة أمس.'],
  ['ar', 'close', 'نشكركم على قراءة الخبر وندعوكم إلى متابعة صفحتنا ليصلكم كل جديد.'],
  ['ru', 'open', 'Дорогие читатели, предлагаем вам перевод статьи из соседней страны.'],
  ['ru', 'close', 'Редакция сайта может не разделять мнение автора этой публикации.'],
  [
    'fr',
    'close',
    'Cet article est paru pour la première fois dans un journal voisin ; nous le reprenons avec son accord.',
  ],
  ['de', 'open', 'Liebe Leserinnen und Leser, heute empfehlen wir Ihnen einen Beitrag aus der Nachbarpresse.'],
  ['es', 'close', 'Gracias por leer esta nota; síganos en nuestras redes para recibir más noticias.'],
];

test.each(FRAME)('%s, %s: is the reposter’s: %s', (_lang, place, sentence) => {
  const texts = place === 'open' ? [sentence, ...ARTICLE] : [...ARTICLE, sentence];
  const found = reposterFrame(texts, []);
  expect([...found.keys()]).toEqual([place === 'open' ? 0 : ARTICLE.length]);
  expect([...found.values()][0]).toMatchObject({ kept: '', cut: [sentence] });
});

const ARTICLES_OWN = [
  'The minister thanked the drivers for their patience and promised them hot meals.',
  '“Thank you for waiting,” a sign at the bridge reads in three languages.',
  'The full text of the agreement is to be published on Monday.',
  'The readers of the valley’s only newspaper have raised two thousand crowns for the stranded drivers.',
  'The company denied responsibility for the delay and said that it had followed the rules.',
  'Das Abkommen wurde zuerst im Amtsblatt veröffentlicht und gilt ab Juni.',
  'Министр поблагодарил водителей за терпение.',
  'Bakan, sürücülere sabırları için teşekkür etti.',
  'وشكر الوزير السائقين على صبرهم خلال أيام الانتظار.',
];

test.each(ARTICLES_OWN)('stays: %s', (sentence) => {
  expect(reposterFrame([sentence, ...ARTICLE], []).size).toBe(0);
  expect(reposterFrame([...ARTICLE, sentence], []).size).toBe(0);
});

test('a sentence at the outer edge of a paragraph goes, the rest of the paragraph stays', () => {
  const last = `${ARTICLE[3]} Thank you for reading our news and please share this article with your friends.`;
  const found = reposterFrame([...ARTICLE.slice(0, 3), last], []);
  expect([...found.values()].map((f) => f.kept)).toEqual([ARTICLE[3]]);
});

test('the outlet’s own dateline goes, the sentence behind it stays', () => {
  const found = reposterFrame([`Valley Digest, Monday 3 May: ${ARTICLE[0]}`, ...ARTICLE.slice(1)], ['Valley Digest']);
  expect([...found.values()].map((f) => f.kept)).toEqual([ARTICLE[0]]);
});

test('a text that is nothing but such sentences is the page’s own: nothing goes', () => {
  expect(
    reposterFrame(
      FRAME.slice(0, 3).map(([, , s]) => s),
      [],
    ).size,
  ).toBe(0);
});

test('in mid-text nothing is asked', () => {
  const middle = FRAME[1]?.[2] as string;
  const long = [...ARTICLE, ...ARTICLE, middle, ...ARTICLE, ...ARTICLE];
  expect(reposterFrame(long, []).size).toBe(0);
});

test.each([
  'Los parlamentos votarán en otoño, informó la agencia EFE.',
  'The owners have not yet replied to a request for comment, the agency AFP reported.',
  'Wann die Schleuse wieder öffnet, ist offen, berichtete die Nachrichtenagentur dpa.',
  'О сроках ремонта объявят в мае, сообщает ТАСС.',
])('what an agency is said to have told is the article’s: %s', (sentence) => {
  expect(reposterFrame([...ARTICLE, sentence], []).size).toBe(0);
});
