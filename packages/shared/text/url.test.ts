import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseUrl, urlKey } from './url.ts';

test.each([
  ['HTTP://News.Example.COM:80/a/../b?x=1&y=%c3%a4#top', 'http://news.example.com/b?x=1&y=%C3%A4#top'],
  [' https://news.example.com./a\n/b ', 'https://news.example.com/a/b'],
  ['https://example.com/%7Euser/%41?q=%2F', 'https://example.com/~user/A?q=%2F'],
  ['//example.com/a', 'https://example.com/a'],
  ['https://пример.рф/новость', 'https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C'],
])('normaliseUrl(%j)', (url, expected) => {
  expect(normaliseUrl(url)).toBe(expected);
});

test('normaliseUrl resolves against a base and refuses what is no web address', () => {
  expect(normaliseUrl('../c?d', 'https://example.com/a/b/')).toBe('https://example.com/a/c?d');
  for (const url of [
    'mailto:a@example.com',
    'javascript:alert(1)',
    'no address',
    '',
    'http://',
    'tag:example.com,2026:1',
  ]) {
    expect(normaliseUrl(url)).toBeNull();
  }
});

const SAME: string[][] = [
  [
    'https://example.com/news/story-1',
    'http://www.example.com/news/story-1/',
    'https://example.com:443/news/story-1#comments',
    'https://m.example.com/news/story-1?utm_source=rss&utm_medium=feed',
    'https://amp.example.com/news/story-1',
    'https://example.com/amp/news/story-1',
    'https://example.com/news/story-1/amp/',
    'https://example.com/news/story-1?amp=1',
    'https://example.com/news/story-1?outputType=amp',
    'https://example.com/news/story-1?ref=twitter&fbclid=abc',
    'https://example-com.cdn.ampproject.org/c/s/www.example.com/news/story-1/amp',
    'https://www.google.com/amp/s/example.com/news/story-1',
    'https://example.com//news/story-1/index.html',
    'https://example.com/news/story-1;jsessionid=0FA1',
  ],
  ['https://example.com/a.html', 'https://example.com/a.amp.html', 'https://example.com/a_amp.html'],
  ['https://example.com/?p=12&lang=tr', 'https://example.com/index.php?lang=tr&p=12&utm_campaign=x'],
  ['https://en.example.org/x', 'https://en.m.example.org/x'],
  ['https://example.com/a%c3%a4', 'https://example.com/aä'],
];

test.each(SAME)('addresses of one page share a key: %s', (first, ...rest) => {
  for (const other of rest) expect([other, urlKey(other)]).toEqual([other, urlKey(first!)]);
});

test.each([
  ['https://example.com/?p=1', 'https://example.com/?p=2'],
  ['https://example.com/news?source=123', 'https://example.com/news?source=124'],
  ['https://example.com/Story', 'https://example.com/story'],
  ['https://tr.example.com/a', 'https://en.example.com/a'],
  ['https://example.com/amp', 'https://example.com/'],
  ['https://m.com/a', 'https://example.com/a'],
  ['https://example.com:8080/a', 'https://example.com/a'],
  ['https://example.com/article?type=news&id=7', 'https://example.com/article?id=7'],
  ['https://example.com/ramp', 'https://example.com/r'],
])('different pages keep different keys: %s, %s', (one, other) => {
  expect(urlKey(one)).not.toBe(urlKey(other));
});

test('what is no web address is its own key', () => {
  expect(urlKey(' urn:uuid:1 ')).toBe('urn:uuid:1');
});

test('the key of a normalised address is the key of the address, and normalising twice changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const once = normaliseUrl(url);
      expect(once).not.toBeNull();
      expect(normaliseUrl(once!)).toBe(once);
      expect(urlKey(once!)).toBe(urlKey(url));
    }),
  );
});

test.each(
  'utm_source utm_id fbclid gclid yclid mc_cid wt_mc at_medium ocid smid cmpid xtor _ga ref_src phpsessid replytocom amp outputType print'.split(
    ' ',
  ),
)('the parameter %s alone is dropped from the key', (name) => {
  expect(urlKey(`https://example.com/a?id=7&${name}=zz9&b=1`)).toBe('example.com/a?b=1&id=7');
});

test('an address that need not be parsed has the key that parsing it would give', () => {
  const host = fc
    .array(fc.constantFrom('www', 'm', 'news', 'a-b', 'example', 'x1', 'co', 'mobile', 'www2'), { maxLength: 4 })
    .map((labels) => [...labels, 'com'].join('.'));
  const path = fc
    .array(
      fc.constantFrom('/', '/a', '/A-b_c~d', '/amp', '/index.html', '/2026', '.html', '.', '//', '.amp.html', '..'),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''))
    .filter((joined) => joined === '' || joined.startsWith('/'));
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), host, path, (scheme, name, rest) => {
      const url = `${scheme}://${name}${rest}`;
      // A fragment says nothing, and an address with one is parsed.
      expect(urlKey(url)).toBe(urlKey(`${url}#`));
    }),
    { numRuns: 500 },
  );
});
