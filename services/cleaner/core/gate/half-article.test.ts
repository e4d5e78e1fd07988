import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const URL_ = 'https://gazette.example/news/quay-closed';
const TEXT = [
  'The harbour board of Velmara closed the eastern quay on Monday, after divers had found cracks in four of its pillars.',
  'Engineers will measure the pillars every day for two weeks, and ships with grain are sent to the western quay until then.',
  'The board had put off the repair for three years, for the money went to the new road along the coast, its chairman said.',
  'Fishermen asked for a berth in the inner basin, and the council will talk about their request on Thursday evening.',
];
const CUT = 'Whether the ferries can leave from the southern quay as they did in the year of the fire is';
const paragraphs = TEXT.map((p) => `<p>${p}</p>`).join('');

function half(end: string, after = ''): string | undefined {
  const body = `<html><head><title>Quay closed</title></head><body><main><article><h1>Quay closed</h1>${paragraphs}${end}</article>${after}</main></body></html>`;
  return cleanPage({ url: URL_, body }).quality.reasons.find((r) => r.includes('half an article'));
}

test.each([
  ['a link to the source behind a text that breaks off', `<p>${CUT}… <a href="https://courier.example/q">More</a></p>`],
  ['a button in Russian', `<button>Читать дальше</button>`],
  [
    'a label that names the source',
    '<p><a href="https://courier.example/q">Den ganzen Artikel lesen Sie beim Kurier</a></p>',
  ],
  ['the next page', `<div><a href="${URL_}?page=2">2</a></div>`],
  ['a cut for an overview', `<p>${CUT} […]</p>`],
  ['a subscription', `<p>${CUT}…</p><div><p>Abonnez-vous pour lire la suite</p></div>`],
  ['a link to the same page', `<p><a href="${URL_}#more-17">続きを読む</a></p>`],
])('told: %s', (_, end) => {
  expect(half(end)).toBeDefined();
});

test.each([
  ['another headline behind "Read more"', '<p>Read more: <a href="/news/keeper">Lighthouse keeper retires</a></p>', ''],
  ['a list of others', '<h3>Weiterlesen</h3><ul><li><a href="/n/1">Leuchtturmwärter geht in Rente</a></li></ul>', ''],
  [
    'a teaser',
    '',
    `<div><a href="/n/1">Lighthouse keeper retires after forty years</a><p>He lit the lamp for the last time on…</p><a href="/n/1">Continue reading</a></div>`,
  ],
  ['comments', '', '<section id="comments"><p>Tom: at last</p><button>Show more</button></section>'],
  ['an ending that leaves it open', `<p>${CUT} a question for another day…</p>`, ''],
])('whole: %s', (_, end, after) => {
  expect(half(end, after)).toBeUndefined();
});

test('the label goes from the text', () => {
  const body = `<html><body><article><h1>Quay closed</h1>${paragraphs}<p>${CUT}… <a href="https://courier.example/q">Lire la suite</a></p></article></body></html>`;
  expect(cleanPage({ url: URL_, body }).text.endsWith(`${CUT}…`)).toBe(true);
});
