import { describe, expect, test } from 'vitest';
import { MEDIA_TOPICS } from '../../contracts/media-topics.ts';
import { FIELDS } from '../ast.ts';
import { fieldsHelp } from '../fields.ts';
import { parseChecked, parseQuery } from '../parse.ts';
import { distance, knownValue, knownValues } from './closed.ts';

describe('names as well as codes', () => {
  test.each([
    ['country:Egypt', 'EGY'],
    ['country:egy', 'EGY'],
    ['country:EG', 'EGY'],
    ['country:Ägypten', 'EGY'],
    ['country:مصر', 'EGY'],
    ['country:"United Kingdom"', 'GBR'],
    ['country:Turkey', 'TUR'],
    ['topic:economics', '04000000'],
    ['topic:economy', 'economy'],
    ['topic:medtop:11000000', '11000000'],
    ['topic:"peace talks"', 'peace talks'],
    ['event:talks', 'CONSULT'],
    ['event:consult', 'CONSULT'],
    ['event:042', '042'],
    ['event:strike', 'PROTEST'],
    ['language:French', 'fr'],
    ['language:français', 'fr'],
    ['language:FR', 'fr'],
    ['relation:copies', 'copy'],
  ])('%s is %s', (text, value) => {
    for (const parse of [parseQuery, parseChecked]) expect(parse(text)).toMatchObject({ ok: true, query: { value } });
  });
});

describe('values that are in no set are refused with the nearest', () => {
  test.each([
    ['country:Egyptt', 8, 'Egypt EGY'],
    ['trains country:(FRA OR Belgum)', 23, 'Belgium BEL'],
    ['topic:econmy', 6, 'economy 20000344'],
    ['event:CONSULTT', 6, 'CONSULT'],
    ['event:99', 6, 'a kind of event'],
    ['language:Frensh', 9, 'French fr'],
    ['relation:twin', 9, 'nearest:'],
    ['country:""', 8, 'a value for country'],
  ])('%s', (text, at, words) => {
    const parsed = parseChecked(text);
    expect(parsed).toMatchObject({ ok: false, error: { at, message: expect.stringContaining(words) } });
  });

  test('stored queries keep running as they were', () => {
    expect(parseQuery('country:Atlantis')).toMatchObject({ ok: true, query: { value: 'ATLANTIS' } });
    expect(parseChecked('country:F* topic:econ* language:e*').ok).toBe(true);
  });

  test('open sets take any value', () => {
    for (const field of ['outlet', 'entity', 'credit', 'house', 'first', 'group', 'story'])
      expect(parseChecked(`${field}:nobody-knows`).ok).toBe(true);
  });
});

test('every field has its example, which reads; every value of a set is found by its code and its name', () => {
  expect(
    fieldsHelp()
      .map(({ field }) => field)
      .toSorted(),
  ).toEqual(FIELDS.toSorted());
  for (const { example } of fieldsHelp()) expect(parseChecked(example).ok, example).toBe(true);
  for (const field of ['country', 'language', 'event', 'relation'] as const) {
    for (const { value } of knownValues(field)) expect(knownValue(field, value), `${field}:${value}`).toBe(value);
  }
  for (const { code, label } of MEDIA_TOPICS) {
    expect(knownValue('topic', code)).toBe(code);
    expect(knownValue('topic', label), label).not.toBeNull();
  }
  expect(knownValues('country')).toHaveLength(250);
});

test('the distance of two words', () => {
  expect([
    distance('egypt', 'egypt'),
    distance('egyptt', 'egypt'),
    distance('', 'abc'),
    distance('kitten', 'sitting'),
  ]).toEqual([0, 1, 3, 3]);
});
