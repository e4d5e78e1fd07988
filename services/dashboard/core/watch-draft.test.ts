import { expect, test } from 'vitest';
import { draftOf, fieldsOf } from './watch-draft.ts';

const said = (fields: Record<string, string>) => draftOf(fieldsOf(new URLSearchParams(fields)));

test('each line is a query; one weight or language is for all, several are for each', () => {
  expect(said({ name: ' Talks ', queries: 'truce\r\n\n ateşkes ', weights: '1, 0.5', languages: 'any,TR' })).toEqual({
    name: 'Talks',
    threshold: 1,
    webhook: null,
    lines: [
      { query: 'truce', weight: 1, language: null },
      { query: 'ateşkes', weight: 0.5, language: 'tr' },
    ],
  });
});

test.each([
  [{ name: 'x', queries: '' }, /at least one query/],
  [{ name: '', queries: 'a' }, /^name: /],
  [{ name: 'x', queries: 'a\nb', weights: '1,2,3' }, /one for each of the 2/],
  [{ name: 'x', queries: 'a', weights: 'heavy' }, /weight/],
  [{ name: 'x', queries: 'a', webhook: 'ftp://a.example/', secretEnv: 'WIREWATCH_HOOK_S' }, /http or https/],
  [
    { name: 'x', queries: 'a', webhook: 'https://me:word@a.example/', secretEnv: 'WIREWATCH_HOOK_S' },
    /without user name/,
  ],
  [{ name: 'x', queries: 'a', webhook: 'https://a.example/' }, /environment variable/],
])('%j is refused', (fields, why) => {
  expect(said(fields as Record<string, string>)).toMatchObject({ problem: expect.stringMatching(why) });
});
