import { expect, test } from 'vitest';
import { foldForMatching } from './letters.ts';

test('letters that look alike are read as those of their word, in whichever line', () => {
  expect(foldForMatching('Мoсква\nParis')).toBe('москва\nparis');
  expect(foldForMatching('Раris é')).toBe('paris e');
});

test('the cost of folding grows with the length of a text and no faster, in any script', () => {
  for (const piece of ['٣', 'ا', '字 ', 'é', 'я ']) {
    const text = piece.repeat(400_000);
    const before = process.cpuUsage();
    foldForMatching(text);
    const { user } = process.cpuUsage(before);
    // 0.1 s; the square took minutes.
    expect(user / 1000, piece).toBeLessThan(2000);
  }
});
