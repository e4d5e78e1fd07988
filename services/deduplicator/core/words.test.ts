import { contentHash } from '@wirewatch/shared/text/content-hash.ts';
import { expect, test } from 'vitest';
import { randomOf } from '../test-support/press.ts';
import { fingerprint } from './fingerprint.ts';
import { CAPITALISED, MAX_WORDS, NUMBER, QUOTED, readWords, SENTENCE_START } from './words.ts';

const POOL = [
  'plain',
  'Straße',
  'ÉTÉ',
  'İSTANBUL',
  'ΟΔΟΣ',
  'naïve',
  'cafe\u0301',
  'ﬁle',
  '½',
  '²nd',
  'ſoft',
  'soft\u00ADhyphen',
  'zero\u200Bwidth',
  'хлеб',
  'שלום',
  'سلام',
  'ቃላት',
  '漢字かな',
  'ภาษาไทย',
  '𝒜lgebra',
  '😀',
  '𠮷野',
  'e\u0307',
  '12,345.6',
  'x_y',
  "it's",
  '“quoted”',
  '«guillemets»',
  '- - -',
  '\n\n',
  'ŉ',
  'ǅ',
  '\u{1D7D8}',
  'ﷺ',
  '①',
];

test('the content hash is the one that the record holds, whatever the script', () => {
  const random = randomOf(11);
  for (let round = 0; round < 400; round += 1) {
    const words = Array.from(
      { length: 25 + Math.floor(random() * 25) },
      () => POOL[Math.floor(random() * POOL.length)],
    );
    const text = words.join(random() < 0.5 ? ' ' : ', ');
    expect(readWords(text).contentHash, JSON.stringify(text)).toBe(contentHash(text));
  }
});

test('words know what they are', () => {
  const { flags } = readWords('He met Ana on 5 May. “Come in,” she said. Then');
  const has = (at: number, flag: number) => (flags[at]! & flag) !== 0;
  expect([0, 6, 10].map((at) => has(at, SENTENCE_START))).toEqual([true, true, true]);
  expect(has(2, CAPITALISED)).toBe(true);
  expect(has(4, NUMBER)).toBe(true);
  expect([5, 6, 7, 8].map((at) => has(at, QUOTED))).toEqual([false, true, true, false]);
});

test('a text of megabytes is read up to a bound', () => {
  expect(readWords('one more word '.repeat(200_000)).hashes.length).toBe(MAX_WORDS);
});

test('twenty-three equal words share a key with any text that holds them', () => {
  const random = randomOf(12);
  const noise = (count: number) => Array.from({ length: count }, () => `w${Math.floor(random() * 1e9)}`);
  for (let round = 0; round < 200; round += 1) {
    const passage = noise(23);
    const long = fingerprint([...noise(400), ...passage, ...noise(500)].join(' '));
    const short = fingerprint([...noise(Math.floor(random() * 60)), ...passage, ...noise(9)].join(' '));
    expect(new Set(long.keys).intersection(new Set(short.keys)).size, `round ${round}`).toBeGreaterThan(0);
  }
});
