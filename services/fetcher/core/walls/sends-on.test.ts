import { expect, test } from 'vitest';
import { sendsOn } from './sends-on.ts';

const HERE = 'http://paper.example/2026/quay';
const THERE = 'http://paper.example/2026/there';
const page = (head: string, text = 'One moment.') =>
  `<!doctype html><html><head>${head}</head><body><p>${text}</p></body></html>`;
const asked = (html: string, headers: Record<string, string> = {}, status = 200) =>
  sendsOn({ status, headers: { 'content-type': 'text/html', ...headers }, body: Buffer.from(html) }, HERE);
const meta = (content: string) => `<meta content="${content}" HTTP-EQUIV='Refresh'>`;

test.each([
  ['by a meta', page(meta('0; url=/2026/there')), {}],
  ['without a blank, in quotes', page(meta("0;URL='/2026/there'")), {}],
  ['by a header', page(''), { refresh: '2; url=/2026/there' }],
])('a page that sends its reader on is followed: %s', (_, html, headers) => {
  expect(asked(html, headers as Record<string, string>)).toBe(THERE);
});

test.each([
  ['it waits for minutes', page(meta('300; url=/2026/there'))],
  ['it only reloads itself', page(meta('5'))],
  ['scripts do it for most', page(`<noscript>${meta('0; url=/2026/there')}</noscript>`)],
  ['it stands in a comment', page(`<!-- ${meta('0; url=/2026/there')} -->`)],
  ['there is an article to be read', page(meta('0; url=/2026/there'), 'The ferry sails at noon again. '.repeat(20))],
  ['it leads to no web address', page(meta('0; url=mailto:desk@paper.example'))],
])('a page is not left where %s', (_, html) => {
  expect(asked(html)).toBeNull();
});

test('other answers lead nowhere by their body', () => {
  expect(asked(page(meta('0; url=/2026/there')), {}, 404)).toBeNull();
  expect(asked(page(meta('0; url=/2026/there')), { 'content-type': 'application/pdf' })).toBeNull();
});
