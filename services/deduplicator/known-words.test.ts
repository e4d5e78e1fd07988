import { expect, test } from 'vitest';
import type { ArticleText } from './core/article.ts';
import { readWords } from './core/words.ts';
import { KnownWords } from './known-words.ts';

const WORDS = 100;

/** An article of a hundred words. */
const article = (id: string): ArticleText => {
  const text = Array.from({ length: WORDS }, (_, i) => `harbour${id}x${i}`).join(' ');
  return { id, text } as ArticleText;
};

test('words of texts are kept as far as their bound reaches, the oldest go first', () => {
  const known = new KnownWords(3 * WORDS);
  const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map(article) as [
    ArticleText,
    ArticleText,
    ArticleText,
    ArticleText,
  ];
  const words = [first, second, third, fourth].map((one) => known.of(one));
  expect(known.of(fourth)).toBe(words[3]);
  expect(known.of(third)).toBe(words[2]);
  expect(known.of(second)).toBe(words[1]);
  const again = known.of(first);
  expect(again).not.toBe(words[0]);
  expect(again).toEqual(words[0]);
  expect(known.of(second)).not.toBe(words[1]);
});

test('another text of an article is read, and counted in place of the former', () => {
  const known = new KnownWords(2 * WORDS);
  const [first, second] = [article('a'), article('b')];
  known.keep(first, readWords(first.text));
  const words = known.of(second);
  for (const id of ['c', 'd', 'e']) expect(known.of({ ...first, text: article(id).text }).hashes.length).toBe(WORDS);
  expect(known.of(second)).toBe(words);
});
