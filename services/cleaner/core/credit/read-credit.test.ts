import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { SIGNATURE } from './datelines.ts';

const PARAGRAPHS = [
  'The ferry was stopped on its way across the bay, and nobody on board could say when it would sail again.',
  'Engineers from the university came on Tuesday to measure the pillars, and found that two of them had moved.',
  'About forty ships a month use the quay, most of them with grain for the islands in the north of the country.',
  'The mayor called the closure a blow, but promised that no dock worker would lose a single day of pay for it.',
];

function creditOf(parts: { opening?: string; closing?: string; byline?: string; head?: string }) {
  const first = `${parts.opening ?? ''}${PARAGRAPHS[0]}`;
  const html = `<html><head><title>The ferry waits</title></head><body><article><h1>The ferry waits for the engineers</h1>
    ${parts.byline ? `<div class="byline">${parts.byline}</div>` : ''}${parts.head ?? ''}
    <p>${[first, ...PARAGRAPHS.slice(1)].join('</p><p>')}</p>${parts.closing ? `<p>${parts.closing}</p>` : ''}</article></body></html>`;
  const { credit, text } = cleanPage({ url: 'https://harbour.example/ferry', body: html });
  return { source: credit?.source ?? null, kind: credit?.kind ?? null, text };
}

test.each([
  ['VELMARA, 7 May (Reuters) - ', 'Reuters'],
  ['Berlin, 7. Mai (dpa) - ', 'dpa'],
  ['Quito, 12 may (EFE).- ', 'EFE'],
  ['НОРИЛЬСК, 3 августа. /ТАСС/. ', 'TASS'],
  ['МОСКВА, 7 мая — РИА Новости. ', 'RIA Novosti'],
  ['دمشق-سانا ', 'SANA'],
  ['新华社北京5月7日电 ', 'Xinhua'],
  ['（中央社記者王小明台北7日電）', 'CNA'],
  ['【東京共同】', 'Kyodo'],
  ['(서울=연합뉴스) ', 'Yonhap'],
] as const)('the dateline %s', (opening, source) => {
  expect(creditOf({ opening })).toMatchObject({ source, kind: 'whole' });
});

test.each([
  [
    'The post The ferry waits for the engineers and for calmer seas in the bay appeared first on Tarsk Courier.',
    'Tarsk Courier',
  ],
  ['The ferry waits for the engineers first appeared on Tarsk Courier.', 'Tarsk Courier'],
  [
    '“A pilot ends his long strike after nine days of talks” was originally published by Tarsk Courier.',
    'Tarsk Courier',
  ],
  ['La entrada El transbordador espera a los ingenieros se publicó primero en Correo de Tarsk.', 'Correo de Tarsk'],
  ['Сообщение Паром ждёт инженеров на причале появились сначала на Тарский вестник.', 'Тарский вестник'],
  ['Artikel ini telah tayang di Harian Tarsk dengan judul Feri menunggu.', 'Harian Tarsk'],
] as const)('the line of a first publication: %s', (closing, source) => {
  const { text, ...credit } = creditOf({ closing });
  expect(credit).toEqual({ source, kind: 'first-published' });
  expect(text).not.toContain(closing.slice(0, 30));
});

test('a source behind the date, one taken over from, and an address alone', () => {
  expect(creditOf({ head: '<div>2023-07-09 08:15 来源:南屿科学报</div>' }).source).toBe('南屿科学报');
  expect(creditOf({ head: '<div>2023-07-09 来源:南屿科学报 分享到微博 评论 6</div>' }).source).toBe('南屿科学报');
  expect(creditOf({ closing: '（转载自：南屿科学报）' }).source).toBe('南屿科学报');
  expect(creditOf({ closing: '本文转载自“南屿科学报”,如有侵权请联系本站删除。' }).source).toBe('南屿科学报');
  expect(creditOf({ closing: 'Source: https://www.tarsk-courier.example/world/1.html' }).source).toBe(
    'tarsk-courier.example',
  );
});

test.each([
  { byline: 'Emily Post' },
  { byline: 'Daily News Desk' },
  { byline: 'Redacción Noticias' },
  { byline: 'أخبار محلية' },
  { byline: 'Tarsk Postası Haber Merkezi' },
  { closing: 'Source: Ministry of Transport' },
  { closing: 'Quelle: Statistisches Bundesamt' },
  { closing: 'The statue first appeared on Canal Street in the summer of the great flood.' },
])('no credit: %o', (parts) => {
  expect(creditOf(parts).source).toBeNull();
});

test('who reported and edited is cut, and credits nobody', () => {
  const { source, text } = creditOf({ closing: '(Reporting by Marta Okello; Editing by Lena Quarshie)' });
  expect(source).toBeNull();
  expect(text).not.toContain('Okello');
});

test.each([
  [
    "Cet article a d'abord été publié par Le Courrier de Sollen et est repris ici avec son accord.",
    'Le Courrier de Sollen',
  ],
  ['Artykuł ukazał się pierwotnie w Głosie Zatoki i został przedrukowany za zgodą redakcji.', 'Głosie Zatoki'],
  ['Bài viết được đăng lần đầu trên báo Tiếng Vịnh và được đăng lại tại đây.', 'Tiếng Vịnh'],
  ['この記事は「湾岸新報」に掲載されたもので、許可を得て転載しています。', '湾岸新報'],
  ['이 글은 바다신문에 먼저 실렸으며 허락을 받아 옮겨 싣습니다.', '바다신문'],
])('first published, told in a sentence: %s', (closing, source) => {
  expect(creditOf({ closing })).toMatchObject({ source, kind: 'first-published' });
});

test.each([
  ['Texte original publié dans <i>Le Phare de Sollen</i>, le 3 mars.<br>Traduit par Ada Sample.', 'Le Phare de Sollen'],
  ['Originalartikel erschienen im Tarsker Anzeiger, 3. März', 'Tarsker Anzeiger'],
  ['Articolo originale pubblicato su Eco di Tarsk (3 marzo)', 'Eco di Tarsk'],
  ['Оригинал статьи опубликован на сайте Тарский маяк, 3 марта', 'Тарский маяк'],
  ['Publicado originalmente em Correio de Tarsk sob licença livre.', 'Correio de Tarsk'],
  ['Dieser Text erschien zuerst in den <a href="https://blaetter.example/1">Tarsker Blätter</a>.', 'Tarsker Blätter'],
] as const)('where the original stood: %s', (closing, source) => {
  expect(creditOf({ closing })).toMatchObject({ source, kind: 'first-published' });
});

test.each([
  ['Link to original: https://tarsk-courier.example/ferry', 'tarsk-courier.example'],
  ['原文链接：https://tarsk-courier.example/ferry', 'tarsk-courier.example'],
  ['Lien vers l’original : https://tarsk-courier.example/ferry', 'tarsk-courier.example'],
] as const)('the address of the original: %s', (closing, source) => {
  expect(creditOf({ closing })).toMatchObject({ source, kind: 'whole' });
});

test('a message that a messenger marks as forwarded, and a sentence that only says the word', () => {
  expect(creditOf({ head: '<div>Reenviado de <a href="/s/faro">Faro de Tarsk</a></div>' }).source).toBe(
    'Faro de Tarsk',
  );
  expect(
    creditOf({ closing: 'The original article of the treaty was published in five languages.' }).source,
  ).toBeNull();
});

test('the name as its link writes it, where the sentence bends it', () => {
  const closing =
    'Erschienen zuerst in den Tarsker Hafenblättern (<a href="https://hafen.example/1">Tarsker Hafenblätter</a>).';
  expect(creditOf({ closing }).source).toBe('Tarsker Hafenblätter');
});

test('a dash before nothing but blanks costs a signature no time', () => {
  const line = `—${' '.repeat(88)}\u0001`;
  const before = process.cpuUsage();
  for (let time = 0; time < 200; time += 1) expect(SIGNATURE.test(line)).toBe(false);
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(400);
});
