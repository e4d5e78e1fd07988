import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';

const TEXT = [
  'The harbour of Sollen will be dredged before the first frost, the board decided on Tuesday evening after a debate of four hours.',
  'Two ships from the south will lift some ninety thousand tonnes of mud, and fishing boats have to move to the inner basin until November.',
  'The work costs eleven million crowns, of which the region pays a third and the port the rest out of its own savings.',
];

function cleaned(end: string) {
  const body = `<html><head><title>Harbour to be dredged</title></head><body><article><h1>Harbour to be dredged</h1>${TEXT.map((p) => `<p>${p}</p>`).join('')}${end}</article></body></html>`;
  return cleanPage({ url: 'https://gazette.example/news/harbour', body });
}

test.each([
  [
    '<p>https://www.courier.example/2024/05/harbour-to-be-dredged</p>',
    'https://www.courier.example/2024/05/harbour-to-be-dredged',
  ],
  [
    '<p><a href="https://courier.example/a/17354.html">courier.example/a/17354.html</a></p>',
    'https://courier.example/a/17354.html',
  ],
  ['<p>(courier.example)</p>', null],
])('%s is the source', (end, url) => {
  const { credit, text } = cleaned(end);
  expect(credit).toMatchObject({ source: 'courier.example', kind: 'whole', url });
  expect(text).toBe(TEXT.join('\n\n'));
});

test.each([
  ['the own address', '<p>https://gazette.example/2024/05/harbour-to-be-dredged</p>'],
  ['what a colon announces', '<p>Tickets are sold at:</p><p>www.ferries.example/2024/05/tickets-for-the-ferry</p>'],
  ['a list', '<p>https://a.example/2024/05/one-of-them</p><p>https://b.example/2024/05/two-of-them</p>'],
  ['a recording', '<p>https://files.example/2024/05/harbour-talk.mp3</p>'],
  ['an office', '<p>http://www.gov.example.gov.xx/2024/05/the-decree.html</p>'],
  ['the front of a site', '<p>www.port-of-sollen.example</p>'],
  ['where a site is followed', '<p>(facebook.com/2024/05/gazette-of-sollen)</p>'],
])('%s credits nobody', (_, end) => {
  expect(cleaned(end).credit).toBeNull();
});
