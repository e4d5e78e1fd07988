import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { names } from './author-names.ts';
import { isDesk, isNamelessDesk } from './desks.ts';

test.each([
  ['By Omar Said', ['Omar Said']],
  ['Aung Min', ['Aung Min']],
  ['Di Wang', ['Di Wang']],
  ['By Por Chen', ['Por Chen']],
  ['Di Mario Rossi', ['Mario Rossi']],
  ['By May Post and Mark Read', ['May Post', 'Mark Read']],
  ['John E Smith', ['John E Smith']],
  ['Read More', []],
  ['Read more about Tarsk', []],
  ['5 Min Read', []],
  ['by Devin Callow (@dev)', ['Devin Callow']],
  ['https://tarsk.example/staff/lena-korr', []],
  ['Sat, 21 Nov, 2026 - 06:36', []],
  ['Автор: Злата Корнеева Фото: Илья Верещак', ['Злата Корнеева']],
  ['بقلم: هالة المنصوري تصوير: جواد الخطيب', ['هالة المنصوري']],
  ['文=三枝いづみ 写真=大滝俊介', ['三枝いづみ']],
  ['Von Frauke Petersdotter | Redaktion Hafen und Verkehr', ['Frauke Petersdotter']],
] as const)('%s', (raw, expected) => {
  expect(names([raw])).toEqual(expected);
});

test('desks with and without a house', () => {
  expect(['Web Desk', 'Haber Merkezi', 'أخبار محلية', 'Redacción'].every(isNamelessDesk)).toBe(true);
  expect(['Tarsk Staff', 'Omar Said', 'Reuters'].some(isNamelessDesk)).toBe(false);
  expect(isDesk('Tarsk Staff')).toBe(true);
});

const PROSE =
  '<p>The ferry was stopped on its way across the bay, and nobody could say when it would sail again.</p>'.repeat(3);
const bylineOf = (head: string, body: string, foot = ''): string[] =>
  cleanPage({
    url: 'https://tarsk.example/ferry',
    body: `<html><head><title>The ferry waits</title>${head}</head><body><article><h1>The ferry waits</h1>${body}${PROSE}${foot}</article></body></html>`,
  }).byline;

test('names behind labels, in signatures and in boxes', () => {
  expect(bylineOf('', '<div>2026-11-17 10:00 来源：塔尔斯克日报 作者：王石安</div>')).toEqual(['王石安']);
  expect(bylineOf('', '', '<p>（记者 王石安 李木青）</p>')).toEqual(['王石安', '李木青']);
  expect(bylineOf('', '<div>塔尔斯克日报记者 王石安</div>')).toEqual(['王石安']);
  expect(bylineOf('', '<div>۷ مه · نویسنده: لاله کاویانی</div>')).toEqual(['لاله کاویانی']);
  const card = `<div class="author-card"><a href="/author/lena"><span class="author-card__name">Lena Korr</span></a>
    <span class="author-card__microbio">Harbour Editor, The Tarsk Courier</span></div>`;
  expect(bylineOf('', card)).toEqual(['Lena Korr']);
  const flyout = `<div class="byline"><span class="author-flyout"><a href="/author/lena/">Lena Korr</a><ul>
    <li><a href="mailto:x@tarsk.example">Submit</a></li><li><a href="/author/lena/feed/">Get author RSS feed</a></li></ul></span></div>`;
  expect(bylineOf('', flyout)).toEqual(['Lena Korr']);
  expect(
    bylineOf('', '<div class="byline">Sat, 21 Nov, 2026 - 06:36</div><div class="author">Lena Korr</div>'),
  ).toEqual(['Lena Korr']);
  expect(bylineOf('', '<footer class="meta"><a rel="author" href="/author/lena">Lena Korr</a></footer>')).toEqual([
    'Lena Korr',
  ]);
});

test('a visible person before the desk of the structured data', () => {
  const desk =
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry waits","author":{"@type":"Person","name":"Web Desk"}}</script>';
  expect(bylineOf(desk, '<div class="byline">By Omar Said</div>')).toEqual(['Omar Said']);
  expect(bylineOf(desk, '')).toEqual(['Web Desk']);
});
