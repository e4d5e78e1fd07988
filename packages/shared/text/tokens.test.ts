import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, tokenize } from './tokens.ts';

/** What stands beside one another in texts, and what folds otherwise there than alone. */
const PARTS = [
  'plain',
  'CAPITALS',
  'Straße',
  'café',
  'cafe\u0301',
  'İSTANBUL',
  'ΟΔΟΣ',
  'ΣΑΣ ',
  'ﬁle',
  '½',
  '²',
  'ª',
  'soft\u00ADhyphen',
  'zero\u200Bwidth',
  '“quoted” – ’',
  '…',
  '\u00A0',
  '´',
  'Ｆｕｌｌ',
  'ｶﾞ',
  '가',
  '\u1100\u1161\u11A8',
  '漢字かな',
  'ภาษาไทย',
  'سَلام',
  '٣',
  '𝒜𠮷😀',
  '\uD800',
  '\u0307',
  '\u212A\u212B',
  'Ǆ',
  'ŉ',
  '\n',
  ' ',
  '-',
  '_',
];

test('a text is read into the tokens of its folded form', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(text, (given) => {
      expect(tokenize(given)).toEqual(fold(given).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
    }),
    { numRuns: 500 },
  );
  const differing: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit += 1) {
    const given = `a${String.fromCharCode(unit)}B`;
    const tokens = fold(given).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    if (tokenize(given).join(' ') !== tokens.join(' ')) differing.push(unit.toString(16));
  }
  expect(differing).toEqual([]);
});
