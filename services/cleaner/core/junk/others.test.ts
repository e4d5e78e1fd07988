import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

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
  const { text: found } = cleanPage({
    url: 'https://gazette.example/news/trial',
    body: `<html><body><div class="m">${menu}</div><h1>Six years asked for</h1><div>${inner}</div></body></html>`,
  });
  for (const p of text) expect(found).toContain(p);
});
