import { expect, test } from 'vitest';
import { withoutHints } from './without-hints.ts';

const HINTS = /<(?:link|meta)[\s/>]/i;

test.each([
  ['<head><link rel=preconnect href=https://cdn.example><p>Tide</p>', '<head> <p>Tide</p>'],
  ['<LINK\nREL="dns-prefetch" href="//a.example"/><b>x</b>', ' <b>x</b>'],
  ['<meta http-equiv="refresh" content="0;url=https://a.example">', ' '],
  ['<p>no tags</p><linked><metal>', '<p>no tags</p><linked><metal>'],
  ['<p>cut off</p><link rel=preconnect', '<p>cut off</p> '],
])('%s', (page, expected) => {
  expect(withoutHints(page)).toBe(expected);
});

test.each([
  '<li<link>nk rel=preconnect href=//a.example>',
  '<<link>link rel=preconnect href=//a.example>',
  '<link title=">" rel=preconnect href=//a.example>',
  '<me<meta>ta http-equiv=refresh>',
])('nothing is put together from what is left: %s', (page) => {
  expect(withoutHints(page)).not.toMatch(HINTS);
});

test('a page of open tags costs time in step with its length', () => {
  const before = process.cpuUsage();
  withoutHints('<link '.repeat(300_000));
  const { user } = process.cpuUsage(before);
  expect(user / 1000).toBeLessThan(500);
});
