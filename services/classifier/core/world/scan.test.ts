import { expect, test } from 'vitest';
import { scan, sentenceText } from './scan.ts';

const sentences = (text: string): string[] => {
  const scanned = scan('', text);
  return scanned.first.slice(0, -1).map((_, n) => sentenceText(scanned, n));
};

test('sentences end at full stops, not at abbreviations and initials', () => {
  expect(sentences('Gen. Ahmad Rahal left. The U.S. envoy stayed in St. Gallen. "Why?" asked Mr. Odeh.')).toEqual([
    'Gen. Ahmad Rahal left.',
    'The U.S. envoy stayed in St. Gallen.',
    'Why?" asked Mr. Odeh.',
  ]);
});

test('a country abbreviated may end a sentence', () => {
  expect(sentences('She flew to the U.S. The talks failed. The U.S. Congress met.')).toHaveLength(3);
});

test('a paragraph ends a sentence without a full stop, in any script', () => {
  expect(sentences('First line\n\nSecond line')).toEqual(['First line', 'Second line']);
  expect(sentences('وصل الوزير. غادر السفير؟ نعم')).toHaveLength(3);
});

test('a text without full stops is cut, so that no sentence is endless', () => {
  expect(sentences('word '.repeat(1000)).length).toBeGreaterThan(3);
});
