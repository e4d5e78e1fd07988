import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { expect, test } from 'vitest';
import { entryAddress, transportOf, transportTarget } from './transport.ts';

const item = (fields: Partial<FeedItem>): FeedItem => ({
  id: null,
  link: null,
  originLink: null,
  title: null,
  published: null,
  updated: null,
  author: null,
  summary: null,
  content: null,
  categories: [],
  enclosures: [],
  source: null,
  ...fields,
});

test.each([
  ['https://news.google.com/rss/articles/CBMiAAAA?oc=5', 'Google News'],
  ['http://feedproxy.google.com/~r/quay/~3/abc/ferry', 'FeedBurner'],
  ['https://t.co/abc', 'short link'],
  ['https://www.bing.com/news/apiclick.aspx?url=x', 'Bing News'],
  ['https://news.example/feedburner.com/a', null],
  ['https://blog.google.com/a', null],
  ['mailto:a@example.com', null],
])('%s is carried by %s', (url, name) => {
  expect(transportOf(url)).toBe(name);
});

test('a redirector that spells its target out is not asked', () => {
  const target = 'https://news.example/ferry?id=1';
  const wrapped = encodeURIComponent(target);
  expect(transportTarget(`https://www.google.com/url?rct=j&sa=t&url=${wrapped}`)).toBe(target);
  expect(transportTarget(`https://portal.example/redirect.php?to=${wrapped}`)).toBe(target);
  const encoded = Buffer.from(`\x08\x13"\x1f${target}\xd2\x01\x00`, 'latin1').toString('base64url');
  expect(transportTarget(`https://news.google.com/rss/articles/${encoded}?oc=5`)).toBe(target);
  expect(transportTarget('https://news.example/share?url=https%3A%2F%2Fother.example%2F')).toBeNull();
  expect(transportTarget('https://t.co/abc')).toBeNull();
});

test('the publisher is whom the entry names, never the carrier', () => {
  expect(
    entryAddress(
      item({
        link: 'https://news.google.com/rss/articles/x',
        source: { title: 'Harbour News', url: 'https://news.example' },
      }),
    ),
  ).toEqual({
    url: 'https://news.google.com/rss/articles/x',
    transport: 'Google News',
    publisher: { title: 'Harbour News', url: 'https://news.example' },
    reason: 'transport',
  });
  expect(
    entryAddress(item({ link: 'http://feedproxy.google.com/~r/a/~3/b', originLink: 'https://news.example/a' })),
  ).toMatchObject({
    url: 'https://news.example/a',
    transport: 'FeedBurner',
    reason: 'origin-link',
  });
  expect(entryAddress(item({ link: 'https://bit.ly/a', id: 'https://news.example/a' }))).toMatchObject({
    url: 'https://news.example/a',
    reason: 'permalink',
  });
  expect(entryAddress(item({ link: 'https://news.example/a' }))).toEqual({
    url: 'https://news.example/a',
    transport: null,
    publisher: null,
    reason: 'link',
  });
  expect(entryAddress(item({ link: null }))).toMatchObject({ url: null, reason: 'none' });
});
