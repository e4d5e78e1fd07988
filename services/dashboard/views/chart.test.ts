import { expect, test } from 'vitest';
import { chart } from './chart.ts';

const drawn = async (values: (number | null)[]) => {
  const picture = String(await chart({ label: 'ended', values, from: '24 h ago', to: 'now', inWords: String }));
  return /class="line" d="([^"]*)"/.exec(picture)![1]!;
};

test('a value between gaps is a stroke that is seen, at the right edge too', async () => {
  expect(await drawn([null, 5, null])).toBe('M186 14h3');
  expect(await drawn([null, null, 5])).toBe('M317 14h3');
});

test('values that follow each other are one line, and a gap parts it', async () => {
  expect(await drawn([0, 10, null, 5, 5])).toMatch(/^M52 94h3L119 14M253 54h3L320 54$/);
  expect(await drawn([null, null])).toBe('');
});
