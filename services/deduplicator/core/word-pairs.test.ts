import { expect, test } from 'vitest';
import { randomOf } from '../test-support/press.ts';
import { WordPairs } from './word-pairs.ts';

test('what was found of two words is known in that order, and is never told of two others', () => {
  const random = randomOf(5);
  const pairs = new WordPairs();
  const found = new Map<string, boolean>();
  expect(pairs.get(0, 0)).toBeNull();
  const word = () => Math.floor(random() * 600) * 0x10001;
  let known = 0;
  for (let turn = 0; turn < 50_000; turn += 1) {
    const [ours, theirs] = [word(), word()];
    const told = pairs.get(ours, theirs);
    if (told !== null) {
      known += 1;
      expect(told).toBe(found.get(`${ours} ${theirs}`));
    }
    found.set(`${ours} ${theirs}`, pairs.set(ours, theirs, random() < 0.5));
  }
  expect(known).toBeGreaterThan(0);
});
