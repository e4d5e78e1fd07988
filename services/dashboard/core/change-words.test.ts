import { expect, test } from 'vitest';
import { changePage, changeWords } from './change-words.ts';

test.each([
  ['quarantine.retry', 12, '{}', '12 articles wait again', '/quarantine'],
  ['quarantine.retry', 1, '{}', '1 article waits again', '/quarantine'],
  [
    'queue.drain',
    1200,
    'clean live',
    '1,200 articles that waited for clean live set aside in quarantine',
    '/pipeline/clean',
  ],
  ['feed.add', 0, 'http://a.example/', 'Nothing new: watched already', '/feeds'],
  ['watch.apply', 3, 'w1', 'The watch is matched against the past: 3 articles', '/watches/w1'],
  ['watch.remove', 1, 'w1', 'The watch is removed', null],
  ['something.new', 2, 'x', 'something.new: 2, x', null],
])('%s of %i', (action, count, target, words, page) => {
  expect(changeWords({ action, count, target })).toBe(words);
  expect(changePage({ action, target, detail: null })).toBe(page);
});

test('a change of one feed leads to it', () => {
  expect(changePage({ action: 'feed.pause', target: 'x', detail: { id: 'f1' } })).toBe('/feeds/f1');
  expect(changePage({ action: 'feed.add', target: 'x', detail: { ids: ['f1'] } })).toBe('/feeds/f1');
  expect(changePage({ action: 'feed.add', target: 'x', detail: { ids: ['f1', 'f2'] } })).toBe('/feeds');
});
