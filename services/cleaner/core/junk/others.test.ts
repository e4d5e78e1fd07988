import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

/** The news of the hour in its row: linked headline and text by turns, a dozen of them. */
const hour = Array.from(
  { length: 12 },
  (_, i) =>
    `<dt><a href="/h/${i}">1${i}:0${i} The council of ward ${i} meets on its budget</a></dt><dd>Ward number ${i} has less money than it had a year ago, and its council meets in the town hall on Tuesday to talk about what may be done without.</dd>`,
).join('');
const found = (inner: string) =>
  cleanPage({
    url: 'https://gazette.example/news/trial',
    body: `<html><body><h1>Six years asked for</h1>${inner}</body></html>`,
  }).text;

test('the news of the hour behind a short article are others, though they are the longer', () => {
  const article = text.slice(0, 3).map((p) => `<p>${p}</p>`);
  const read = found(`<div>${article.join('')}</div><dl>${hour}</dl>`);
  for (const p of text.slice(0, 3)) expect(read).toContain(p);
  expect(read).not.toContain('Ward number');
});

test('a round-up whose entries lead to reports of the site and are longer than its opening stays', () => {
  const entries = text.map(
    (p, i) => `<p><a href="/r/${i}">What the court was told on day ${i + 1} of it</a></p><p>${p}</p>`,
  );
  const read = found(`<div><p>${text[0]} ${text[1]}</p><p>${text[3]}</p>${entries.join('')}</div>`);
  for (const p of text) expect(read).toContain(p);
});

const links = ['Quay stays closed', 'Board resigns over the quay', 'Engineers warned in spring'];
const text = [
  'The prosecutor of Velmara asked on Monday for six years in prison for the former chairman of the harbour board.',
  'The chairman had signed the papers for a repair that nobody had begun, the court was told by three of its witnesses.',
  'He has not admitted any guilt, and his lawyers say that the papers had been laid before him among a hundred others.',
  'According to the lawyers the cracks were made by the storm of the year after, when no one worked at the quay any more.',
  'The trial goes on for two days in the week after, when the lawyers of the families will speak for an hour each.',
  'In the days of the storm eleven people lost their lives at the quay, and twenty-eight boats were found on the rocks.',
];

test("paragraphs with links to others between them stay the article's", () => {
  const inner = text
    .map(
      (p, i) =>
        `<p>${p}</p>${i % 2 ? `<p>- <a href="/n/${i}">${links[(i - 1) / 2]}, our report of that day</a></p>` : ''}`,
    )
    .join('');
  const menu = Array.from(
    { length: 12 },
    (_, i) =>
      `<div><a href="/m/${i}">A headline of the day, number ${i}, in the menu</a></div><p>It is told in a few words, as menus do, for those who pass by it.</p>`,
  ).join('');
  const { text: read } = cleanPage({
    url: 'https://gazette.example/news/trial',
    body: `<html><body><div class="m">${menu}</div><h1>Six years asked for</h1><div>${inner}</div></body></html>`,
  });
  for (const p of text) expect(read).toContain(p);
});
