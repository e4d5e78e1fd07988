import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const FERRY = [
  'The ferry between the islands will not sail before Thursday, the harbour office said on Monday, because a winch on the quay has broken.',
  'Until then a bus goes round the bay twice an hour, and the office gives back the money for tickets that were bought in advance.',
  'The winch is forty years old, and its maker closed in the nineties; a workshop in the capital is casting a new wheel for it now.',
];
const COUNCIL = [
  'Voters of the northern district elect a council on Sunday, and three parties promise a school, a bridge and lower fees for water.',
  'The district has had no council since spring, when five of its nine members left over the price of the new town hall and its tower.',
];
const BRIDGE = [
  'The old bridge over the Tarsk will be closed to lorries from June, after engineers found rust in two of the cables that carry it.',
  'A new one was promised eleven years ago, and the plans for it lie in the drawer of a ministry that has since been divided in three.',
];

function page(unit: (title: string, paragraphs: string[], day: string) => string): string {
  return `<html lang="en"><head><title>The ferry waits for a winch</title></head><body><div class="stream">
    ${unit('The ferry waits for a winch', FERRY, '7 May 2024')}${unit('The north elects a council', COUNCIL, '6 May 2024')}
    ${unit('No lorries on the old bridge', BRIDGE, '5 May 2024')}</div></body></html>`;
}
const paragraphs = (texts: string[]): string => texts.map((t) => `<p>${t}</p>`).join('');

test('articles that a page loads below its own are not its text', () => {
  const html = page(
    (title, texts, day) =>
      `<div class="unit u${texts.length}"><div class="head"><span>${day}</span><h1>${title}</h1></div><div class="x">${paragraphs(texts)}</div></div>`,
  );
  const { text, cuts } = cleanPage({ url: 'https://paper.example/ferry', body: html });
  expect(text.split('\n\n')).toEqual(FERRY);
  expect(cuts.filter((c) => c.reason === 'another article below this one').length).toBeGreaterThan(3);
});

test('sections of one article are its text, however alike their boxes', () => {
  const html = page(
    (title, texts) => `<section class="part"><h1>${title}</h1><div class="x">${paragraphs(texts)}</div></section>`,
  );
  const { text } = cleanPage({ url: 'https://paper.example/ferry', body: html });
  for (const paragraph of [...FERRY, ...COUNCIL, ...BRIDGE]) expect(text).toContain(paragraph);
});
