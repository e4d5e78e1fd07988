import { expect, test } from 'vitest';
import { draftOf, fieldsOf } from './watch-draft.ts';

const said = (fields: Record<string, string>) => draftOf(fieldsOf(new URLSearchParams(fields)));

test('each line is a query; one weight or language is for all, several are for each', () => {
  expect(said({ name: ' Talks ', queries: 'truce\r\n\n ateşkes ', weights: '1, 0.5', languages: 'any,TR' })).toEqual({
    name: 'Talks',
    threshold: 1,
    webhook: null,
    textsOnly: false,
    mail: null,
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

test('a watch of texts alone, with a letter a day: addresses as people write them, the hour where none is said', () => {
  const fields = { name: 'Talks', queries: 'truce', textsOnly: 'yes', mail: 'ada@news.example; bo@news.example' };
  const mail = { to: ['ada@news.example', 'bo@news.example'], hour: 6 };
  expect(said(fields)).toMatchObject({ textsOnly: true, mail });
  expect(said({ ...fields, hour: '22' })).toMatchObject({ mail: { ...mail, hour: 22 } });
  expect(said({ ...fields, mail: 'ada' })).toMatchObject({ problem: expect.stringContaining('expected an address') });
  expect(said({ ...fields, hour: '24' })).toMatchObject({ problem: expect.stringContaining('hour') });
});
