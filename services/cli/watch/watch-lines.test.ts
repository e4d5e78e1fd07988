import { expect, test } from 'vitest';
import { watchOf } from './watch-lines.ts';
import { webhookOf } from './webhook-option.ts';

test('one value holds for every query, several stand in their order', () => {
  const said = watchOf('talks', ['truce', 'ateşkes', 'football'], {
    weight: '1, 1,-2',
    language: 'any,TR,any',
    threshold: '0.5',
  });
  expect(said).toMatchObject({
    threshold: 0.5,
    lines: [
      { query: 'truce', weight: 1, language: null },
      { query: 'ateşkes', weight: 1, language: 'tr' },
      { query: 'football', weight: -2, language: null },
    ],
  });
  expect(watchOf('talks', ['a', 'b'], { weight: '0.5' }).lines.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
});

test('a mistake in a query is shown under the query, with its number among several', () => {
  expect(() => watchOf('talks', ['truce', 'envoy AND (harbour'], {})).toThrow(
    /query 2: at 19: expected "\)".*\n {2}envoy AND \(harbour\n {20}\^/,
  );
  expect(() => watchOf('talks', ['title:'], {})).toThrow(/^watch: at 7: expected a value for title:/);
});

test.each([
  [{ weight: '1,2,3' }, /3 values for 2 queries/],
  [{ weight: 'heavy' }, /--weight heavy: expected a number/],
  [{ weight: '1,' }, /--weight : expected a number/],
  [{ threshold: '0' }, /threshold of 0/],
  [{ threshold: '' }, /--threshold/],
])('%j is refused', (options, why) => {
  expect(() => watchOf('talks', ['truce', 'envoy'], options)).toThrow(why);
});

test.each([
  [{ secretEnv: 'WIREWATCH_HOOK_S' }, /--webhook URL/],
  [{ webhook: 'https://a.example/' }, /--secret-env VAR/],
  [{ webhook: 'https://a.example/', secretEnv: 'not a name' }, /not the secret/],
  [{ webhook: 'https://a.example/', secretEnv: 'DATABASE_URL' }, /begins with WIREWATCH_HOOK_/],
  [{ webhook: 'ftp://a.example/', secretEnv: 'WIREWATCH_HOOK_S' }, /http or https/],
  [{ webhook: 'https://user:word@a.example/', secretEnv: 'WIREWATCH_HOOK_S' }, /without user name/],
])('the webhook %j is refused', (options, why) => {
  expect(() => webhookOf(options)).toThrow(why);
});

test('a webhook is kept without its fragment; none is none', () => {
  expect(webhookOf({})).toBeNull();
  const options = { webhook: 'https://a.example/in?x=1#part', secretEnv: 'WIREWATCH_HOOK_SECRET' };
  expect(webhookOf(options)).toEqual({ url: 'https://a.example/in?x=1', secretEnv: 'WIREWATCH_HOOK_SECRET' });
});
