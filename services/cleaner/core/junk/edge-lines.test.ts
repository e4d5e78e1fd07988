import { expect, test } from 'vitest';
import { cleanPage } from '../clean-page.ts';
import { withoutEdgeLines } from './edge-lines.ts';

const TEXT = [
  'The ferry company of Sollen will sail twice a day from the first of May, as it did before the fire in the engine house.',
  'Passengers may take bicycles and dogs without paying more, and lorries have to be at the quay half an hour before the rest.',
  'The island council had asked for a third sailing on Sundays, and the company will look at it when the summer is over.',
];

test('lines round a text whose paragraphs are parted by single line breaks go', () => {
  const { text, cut } = withoutEdgeLines(
    ['07.05.2024 09:15', ...TEXT, 'Editör: Selin Yamaç', 'Share on Facebook'].join('\n'),
  );
  expect(text).toBe(TEXT.join('\n'));
  expect(cut).toEqual(['07.05.2024 09:15', 'Editör: Selin Yamaç', 'Share on Facebook']);
});

test('a text without such lines, and a short one, are as they were', () => {
  for (const text of [TEXT.join('\n'), 'Share on Facebook\nPrint\nCopy link', TEXT[0] as string])
    expect(withoutEdgeLines(text)).toEqual({ text, cut: [] });
});

test('a span that its style sets as a block is one', () => {
  const spans = [...TEXT, 'Copy link'].map((t) => `<span style="display: block">${t}</span>`).join('');
  const { text } = cleanPage({
    url: 'https://courier.example/news/ferry-sails',
    body: `<html><body><h1>Ferry sails again</h1><div>${spans}</div></body></html>`,
  });
  expect(text.split('\n\n')).toEqual(TEXT);
});
