import { expect, test } from 'vitest';
import { KINDS, NAME, NUMERIC, tallyOf } from './tally.ts';
import { QUOTED, readWords } from './words.ts';

test('the words of any run are counted by its two ends as they are one by one', () => {
  const text = `On Monday the mayor of Larkfield said "we have 12 Boats and 340 nets" in Port Avery. Тогда в порту было 7 лодок. ${'Nets 5 '.repeat(900)}`;
  const words = readWords(text);
  for (const [from, to] of [
    [0, words.flags.length],
    [3, 15],
    [10, 11],
    [500, 1700],
  ] as const) {
    const { facts, quoted } = tallyOf(words);
    const flags = [...words.flags.subarray(from, to)];
    const counted = facts[to]! - facts[from]!;
    expect(counted & 0xffff).toBe(flags.filter((flag) => KINDS[flag] === NUMERIC).length);
    expect(counted >>> 16).toBe(flags.filter((flag) => KINDS[flag] === NAME).length);
    expect(quoted[to]! - quoted[from]!).toBe(flags.filter((flag) => flag & QUOTED).length);
  }
});
