import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const PARAGRAPHS = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
  'Fishermen asked for a berth in the inner basin, and the council will talk about their request on Thursday evening.',
];
const p = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const textOf = (inner: string): string =>
  cleanPage({
    url: 'https://courier.example/news/quay-closed',
    body: `<!doctype html><html><head><title>Quay closed</title></head><body><article><h1>Quay closed</h1><div>${inner}</div></article></body></html>`,
  }).text;

test('subheads that are set as <h1> stay, the headline goes', () => {
  const text = textOf(`${p[0]}<h1>What the divers saw</h1>${p[1]}${p[2]}<h1>Who has to move</h1>${p[3]}`);
  expect(text).toContain('What the divers saw');
  expect(text).toContain('Who has to move');
  expect(text).not.toContain('Quay closed');
});

test.each([
  ['a quotation', (q: string) => `<blockquote>“${q}”</blockquote>`],
  ['a box', (q: string) => `<div class="citation"><p>${q}</p></div>`],
  ['bold', (q: string) => `<p><strong>${q}</strong></p>`],
])('a pull quote stands once: %s', (_, pulled) => {
  const quote = 'Engineers will measure the pillars every day for two weeks';
  expect(textOf(`${p[0]}${pulled(quote)}${p.slice(1).join('')}`).split(quote)).toHaveLength(2);
});

test('a quotation that stands nowhere else stays', () => {
  const quote = 'Nobody wanted to hear of the pillars while the road was built, and now all ask for them.';
  expect(textOf(`${p[0]}${p[1]}<blockquote>${quote}</blockquote>${p[2]}${p[3]}`)).toContain(quote);
});
