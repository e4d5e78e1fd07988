import { expect, test } from 'vitest';
import { foldWord } from '../fold.ts';
import { lemma } from './lemma.ts';
import { compileRules, matchAt } from './patterns.ts';

const rule = (...patterns: string[]) => ({ class: 'CONSULT', cameo: '040', mode: null, weight: 1, patterns });
const hits = (pattern: string, text: string): string[] => {
  const index = compileRules([rule(pattern)], lemma);
  const words = text.split(' ').map((w) => lemma(foldWord(w)));
  return words.flatMap((_, i) =>
    matchAt(index, words, i, words.length).map((h) => text.split(' ').slice(h.from, h.to).join(' ')),
  );
};

test.each([
  ['hold ~3 talk|meeting', 'they held two long meetings today', ['held two long meetings']],
  ['hold ~1 talk', 'they held two very long talks', []],
  ['ask ~1-4 to', 'they want and ask to leave', []],
  ['ask ~1-4 to', 'they asked the guard to leave', ['asked the guard to']],
  ['meet -demand', 'they met the demands', []],
  ['declare ~2 cease-fire', 'they declared a cease fire', ['declared a cease fire']],
  ['görüş*', 'iki bakan görüştüler', ['görüştüler']],
])('%s in "%s"', (pattern, text, expected) => {
  expect(hits(pattern, text)).toEqual(expected);
});

test('the forms of a verb have one lemma', () => {
  for (const [a, b] of [
    ['met', 'meets'],
    ['cancelled', 'cancel'],
    ['expelled', 'expels'],
    ['accused', 'accusing'],
    ['visits', 'visited'],
    ['agreed', 'agree'],
    ['denied', 'deny'],
    ['stopped', 'stop'],
  ] as const) {
    expect(lemma(a)).toBe(lemma(b));
  }
});
