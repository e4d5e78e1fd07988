import { expect, test } from 'vitest';
import { coverage, span, withQuery } from './parts.ts';
import { plot } from './plot.ts';

test.each([
  [0, '0 s'],
  [89_000, '89 s'],
  [90_000, '2 min'],
  [3_600_000, '60 min'],
  [86_400_000, '24 h'],
  [10 * 86_400_000, '10 d'],
  [-60_000, '60 s'],
])('%i ms is %s', (ms, words) => {
  expect(span(ms)).toBe(words);
});

test('nearly all is not all', () => {
  expect(coverage(0.997)).toBe('99 %');
  expect(coverage(1)).toBe('100 %');
  expect(coverage(null)).toBe('–');
});

test('a query is set anew without losing the rest', () => {
  expect(withQuery('/search?q=a+b&after=x', { after: 'y' })).toBe('/search?q=a+b&after=y');
  expect(withQuery('/search?after=x', { after: null })).toBe('/search');
});

test('a plot says in words what it shows, and leaves gaps', () => {
  const drawn = String(plot([null, 0, 4, null, 2], 'depth'));
  expect(drawn).toContain('aria-label="depth: highest 4, now 2"');
  expect(drawn.match(/M/g)).toHaveLength(3);
  expect(String(plot([], 'depth'))).toContain('depth: nothing yet');
});
