import type { FeedItem } from '@wirewatch/shared/contracts/feed.ts';
import { expect, test } from 'vitest';
import { entryKey, entryKeys } from './entry-key.ts';

const EMPTY: FeedItem = {
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
};
const item = (fields: Partial<FeedItem>): FeedItem => ({ ...EMPTY, ...fields });

test('GUID, else link, else content', () => {
  expect(entryKey(item({ id: 'a', link: 'https://x.example/1' })).basis).toBe('guid');
  expect(entryKey(item({ id: ' ', link: 'https://x.example/1' })).basis).toBe('link');
  expect(entryKey(item({ title: 'Fog over the quay' })).basis).toBe('content');
});

test('an entry keeps its key where only the address spelling or the text moves', () => {
  const key = (fields: Partial<FeedItem>) => entryKey(item(fields)).key;
  expect(key({ id: 'https://www.x.example/?p=1' })).toBe(key({ id: 'http://x.example/?p=1', title: 'changed' }));
  expect(key({ link: 'https://x.example/1?utm_source=rss' })).toBe(
    key({ link: 'http://m.x.example/1/', title: 'changed' }),
  );
  expect(key({ link: 'https://transport.example/~r/1', originLink: 'https://x.example/1' })).toBe(
    key({ link: 'https://x.example/1' }),
  );
  expect(key({ title: 'Fog  over the QUAY' })).toBe(key({ title: 'fog over the quay' }));
  expect(key({ id: 'https://x.example/?p=1' })).not.toBe(key({ id: 'https://x.example/?p=2' }));
});

test('a GUID that all entries of a document share identifies none of them', () => {
  const keys = entryKeys([
    item({ id: '0', link: 'https://x.example/1', title: 'One' }),
    item({ id: '0', link: 'https://x.example/2', title: 'Two' }),
    item({ id: '7', link: 'https://x.example/3', title: 'Three' }),
  ]);
  expect(keys.map((one) => one.basis)).toEqual(['link', 'link', 'guid']);
  expect(new Set(keys.map((one) => one.key)).size).toBe(3);
});

test('where GUID and link are both shared, the content tells entries apart', () => {
  const keys = entryKeys([
    item({ id: 'x', link: 'https://x.example/', title: 'One' }),
    item({ id: 'x', link: 'https://x.example/', title: 'Two' }),
  ]);
  expect(keys.map((one) => one.basis)).toEqual(['content', 'content']);
  expect(keys[0]!.key).not.toBe(keys[1]!.key);
});

test('one entry written twice is one entry', () => {
  const twice = item({ id: 'x', link: 'https://x.example/1', title: 'One' });
  const keys = entryKeys([twice, { ...twice, summary: 'later' }]);
  expect(keys[0]).toEqual(keys[1]);
  expect(keys[0]!.basis).toBe('guid');
});
