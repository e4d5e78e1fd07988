import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type Fate, type Stretch } from './compare-texts.ts';

const of = (stretches: Stretch[], fate: Fate) =>
  stretches.filter((each) => each.fate === fate).map((each) => each.text.trim());

test('tells what was kept, cut, added and changed', () => {
  const { before, after, words } = compareTexts(
    'The council met on Monday. It spoke of the old harbour. The mayor was not there.',
    'A portal reports: The council met on Tuesday. It spoke of the old harbour.',
  );
  expect(of(before, 'kept')).toEqual(['The council met on', 'It spoke of the old harbour.']);
  expect(of(before, 'changed')).toEqual(['Monday.']);
  expect(of(after, 'changed')).toEqual(['Tuesday.']);
  expect(of(before, 'cut')).toEqual(['The mayor was not there.']);
  expect(of(after, 'added')).toEqual(['A portal reports:']);
  expect(words).toEqual({ before: 16, after: 14, kept: 10 });
});

test('case, accents written in two ways and invisible marks are no change', () => {
  const { after } = compareTexts('Cafe\u0301 opens in Paris', 'CAFÉ opens in Pa\u00ADris');
  expect(of(after, 'kept')).toEqual(['CAFÉ opens in Pa\u00ADris']);
});

test('scripts without spaces are compared by character', () => {
  const { before, after } = compareTexts('总统周一访问开罗会见部长', '总统周二访问开罗会见部长');
  expect(of(before, 'changed')).toEqual(['一']);
  expect(of(after, 'changed')).toEqual(['二']);
});

test('a few shared words between unlike texts are chance', () => {
  const { before } = compareTexts(
    'Fishermen of the northern coast asked for another quota in spring',
    'Libraries and museums of the capital city close early during winter holidays',
  );
  expect(of(before, 'kept')).toEqual([]);
});

test('nothing against something, and nothing against nothing', () => {
  expect(compareTexts('', 'new words').after).toEqual([{ fate: 'added', text: 'new words' }]);
  expect(compareTexts('old words', '').before).toEqual([{ fate: 'cut', text: 'old words' }]);
  expect(compareTexts('', '')).toEqual({ before: [], after: [], words: { before: 0, after: 0, kept: 0 } });
});

test('long texts with a paragraph taken out of their middle', () => {
  const paragraphs = Array.from({ length: 60 }, (_, index) =>
    Array.from({ length: 40 }, (_, word) => `w${(index * 7919 + word * 104729) % 5000}`).join(' '),
  );
  const { before, words } = compareTexts(paragraphs.join('\n\n'), paragraphs.toSpliced(30, 2).join('\n\n'));
  expect(of(before, 'cut').join(' ').split(/\s+/)).toHaveLength(80);
  expect(words.kept).toBe(58 * 40);
});

test('each side says its whole text, in order, whatever is compared', () => {
  const word = fc.constantFrom('a', 'b', 'of', 'the', 'x1', 'Zug', '中', 'ق', ' ', '\n\n', '. ');
  const text = fc.array(word, { maxLength: 120 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = compareTexts(before, after);
      const said = (stretches: Stretch[]) => stretches.map((each) => each.text).join('');
      if (found.words.before > 0) expect(said(found.before)).toBe(before);
      if (found.words.after > 0) expect(said(found.after)).toBe(after);
    }),
  );
});
