import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { whoAndWhen } from './moments.ts';

const P = [
  'The ferry company of Sollen will sail twice a day from the first of May, as it did before the fire in the engine house.',
  'Passengers may take bicycles and dogs without paying more, and lorries have to be at the quay half an hour before the rest.',
  'The island council had asked for a third sailing on Sundays, and the company will look at it when the summer is over.',
  'Fares rise by four per cent, the first time in six years, and islanders go on paying half of what the visitors pay.',
].map((text) => `<p>${text}</p>`);
const clean = (inner: string, feed: { title: null; summary: null; published: string } | null = null) =>
  cleanPage({
    url: 'https://courier.example/news/ferry-sails-again',
    body: `<!doctype html><html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again</h1><div>${P.join('')}${inner}</div></article></body></html>`,
    feed,
  });

const SAID = [
  'I took it every summer as a child and was sick each time.',
  'About time too, we waited three years for this boat.',
  'And who empties the bins on the quay, may I ask?',
];
test.each([
  ['name and moment in a line', (s: string, i: number) => `<div>reader${i} · ${i + 2} hours ago</div><div>${s}</div>`],
  [
    'a word for replying',
    (s: string, i: number) =>
      `<p><b>Ana ${'KLM'[i]}.</b>, ${i + 2} May 2024</p><p>${s}</p><p><a href="#r">Reply</a></p>`,
  ],
  ['all in one block', (s: string, i: number) => `<p>Ana${i}, il y a ${i + 2} heures<br>${s}</p>`],
])("readers' comments without names of classes go: %s", (_, made) => {
  const { text } = clean(SAID.map(made).join(''));
  for (const said of SAID) expect(text).not.toContain(said);
  expect(text).toContain('half of what the visitors pay');
});

test('entries of a live page with an hour each stay', () => {
  const { text } = clean(SAID.map((s, i) => `<p>1${i}:30</p><p>${s}</p>`).join(''));
  for (const said of SAID) expect(text).toContain(said);
});

test.each([
  ['reader7 · 8 мая, 12:00', 'reader7'],
  ['Marta dodane 59 minut temu', 'Marta dodane'],
  ['3 saat önce', ''],
  ['山里人 3小时前', '山里人'],
  ['2시간 전', ''],
  ['منذ ساعتين', ''],
  ['vor 3 Stunden', ''],
  ['Lisa, 34 años', null],
  ['August 2026', null],
  ['8 x 50 m', null],
  ['14:32', null],
  ['He left two hours ago.', null],
])('who and when: %s', (line, who) => expect(whoAndWhen(line)).toBe(who));

const TEASERS = [
  ['/n/1', 'Quay of Marrow Point closed for a week', 'Divers found cracks in two of the pillars, and nobody knows…'],
  ['/n/2', 'Lighthouse keeper retires after forty years', 'He will be followed by a lamp that needs nobody to look…'],
  ['/n/3', 'Why the price of coal rose again in spring', 'Two mines stand still, and the third one sells abroad at…'],
];
test.each([
  [
    'headline above the text',
    ([u, h, t]: string[]) =>
      `<div><a href="${u}"><img src="x.jpg"></a><h4><a href="${u}">${h}</a></h4><p>${t}</p></div>`,
  ],
  ['headline and text in a paragraph', ([u, h, t]: string[]) => `<p><b><a href="${u}">${h}</a></b><br>${t}</p>`],
])('teasers without names of classes go: %s', (_, made) => {
  const { text } = clean(TEASERS.map(made).join(''));
  for (const [, h, t] of TEASERS) for (const part of [h, t]) expect(text).not.toContain(part);
  expect(text).toContain('half of what the visitors pay');
});

test('an article that is a list of linked entries stays', () => {
  const entries = TEASERS.map(
    ([u, h], i) =>
      `<h3><a href="${u}">${i + 1}. ${h}</a></h3><p>It is worth a visit on any day of the week, and the climb takes no longer than ${i + 2} hours.</p>`,
  );
  expect(clean(entries.join('') + P[0]).text).toContain('no longer than 4 hours');
});

test('a time behind the text gives way to the feed', () => {
  const comment = '<div><b>Al</b> <time datetime="2026-02-01T10:00:00Z">1 February</time><p>Well said.</p></div>';
  expect(clean(comment, { title: null, summary: null, published: '2026-01-30T08:00:00Z' }).publishedAt).toBe(
    '2026-01-30T08:00:00Z',
  );
});
