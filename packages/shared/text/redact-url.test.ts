import { expect, test } from 'vitest';
import { redactUrl, redactUrls } from './redact-url.ts';

test.each([
  ['https://feeds.example/rss', 'https://feeds.example/rss'],
  ['https://ann:hunter2@feeds.example/rss', 'https://REDACTED@feeds.example/rss'],
  ['https://feeds.example/rss?token=abc&page=2', 'https://feeds.example/rss?token=REDACTED&page=2'],
  ['https://feeds.example/rss?api_key=abc', 'https://feeds.example/rss?api_key=REDACTED'],
  ['https://feeds.example/rss?accessToken=abc', 'https://feeds.example/rss?accessToken=REDACTED'],
  ['https://feeds.example/rss?X-Amz-Signature=abc', 'https://feeds.example/rss?X-Amz-Signature=REDACTED'],
  [
    'https://feeds.example/rss?author=smith&monkey=1&keyword=x',
    'https://feeds.example/rss?author=smith&monkey=1&keyword=x',
  ],
  ['https://feeds.example/a#access_token=abc', 'https://feeds.example/a'],
  ['no url with //ann:hunter2@host', 'no url with //REDACTED@host'],
])('%s', (url, expected) => {
  expect(redactUrl(url)).toBe(expected);
});

test('other parameters keep their bytes', () => {
  expect(redactUrl('https://feeds.example/rss?q=a%20b+c&key=1&d=%C3%A9')).toBe(
    'https://feeds.example/rss?q=a%20b+c&key=REDACTED&d=%C3%A9',
  );
});

test('addresses inside a message', () => {
  expect(redactUrls('cannot read https://u:p@x.example/?key=1, sorry')).not.toMatch(/u:p|key=1/);
});
