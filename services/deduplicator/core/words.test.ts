import { foldForMatching } from '@wirewatch/shared/text/letters.ts';
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

/** What the reader should see, the slow way: the words of a text as they are matched. */
const matched = (text: string) => foldForMatching(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

test('two texts have one key where their words are matched as one, whatever the script', () => {
  const random = randomOf(11);
  const texts = new Map<string, string>();
  for (let round = 0; round < 400; round += 1) {
    const words = Array.from(
      { length: 35 + Math.floor(random() * 25) },
      () => POOL[Math.floor(random() * POOL.length)],
    );
    const text = words.join(random() < 0.5 ? ' ' : ', ');
    const { textKey } = readWords(text);
    expect(readWords(matched(text).join(' ')).textKey, JSON.stringify(text)).toBe(textKey);
    texts.set(textKey!, matched(text).join(' '));
  }
  expect(new Set(texts.values()).size).toBe(texts.size);
});

test('spelling, digits, accents and what cannot be seen make no other word; another word is another', () => {
  const same: [string, string][] = [
    ['١٤ ۳۲۰ ४८० １２', '14 320 480 12'],
    ['أمانة إلى مسؤولة', 'امانه الي مسئوله'],
    ['\u0645\u062d\u064e\u0645\u0651\u062f قوا\u0640رب', 'محمد قوارب'],
    ['می\u200cگوید کتاب', 'ميگويد كتاب'],
    ['b\u034Fo\u{E0041}at sh\uFE0Fip', 'boat ship'],
    ['p\u0430yment Kr\u0435ml\u0456n', 'payment kremlin'],
    ['р\u0061бота', 'работа'],
    ['z\u0336a\u0336l', 'zal'],
    ['São Straße', 'sao strasse'],
  ];
  for (const [a, b] of same) expect([...readWords(a).hashes], a).toEqual([...readWords(b).hashes]);
  for (const [a, b] of [
    ['сор', 'cop'],
    ['О1', '01'],
    ['किला', 'कल'],
  ] as const)
    expect([...readWords(a).hashes], a).not.toEqual([...readWords(b).hashes]);
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
