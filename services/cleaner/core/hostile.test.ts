import { expect, test } from 'vitest';
import { HOSTILE_PAGES } from '../../../tests/support/hostile-pages.ts';
import { cleanPage } from './clean-page.ts';

/** Where the article cannot be had; every other page keeps its text. */
const WITHOUT_TEXT: Record<string, string> = {
  'one paragraph 200,000 times': 'too-large',
  '60,000 different paragraphs': 'not-an-article',
  '200,000 list items': 'too-large',
  'a million words of one letter': 'passed',
  'ten million opening brackets': 'too-large',
  'ten million letters in one word': 'too-large',
  'a million Chinese characters': 'passed',
  '60,000 headlines': 'too-large',
  // All of its text is one link, or stands where no browser shows it.
  '50,000 nested links': 'not-an-article',
  '50,000 nested templates': 'empty',
};

test.each(Object.keys(HOSTILE_PAGES))('%s: ends in an honest outcome', { timeout: 60_000 }, (name) => {
  const result = cleanPage(
    { url: 'https://a.example/2021/03/02/pass', body: HOSTILE_PAGES[name]?.() ?? '' },
    { now: 0 },
  );
  const text = result.text.includes('the road opened again');
  expect({ text, outcome: text ? 'text' : result.outcome }).toEqual({
    text: !(name in WITHOUT_TEXT),
    outcome: WITHOUT_TEXT[name] ?? 'text',
  });
  expect(result.reason).not.toBe('');
});
