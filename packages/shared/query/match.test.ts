import { expect, test } from 'vitest';
import type { Query } from './ast.ts';
import { compileQuery } from './compile.ts';
import { prepareDocument, type QueryDocument } from './document.ts';
import { highlightSpans } from './highlight.ts';
import { parseQuery } from './parse.ts';
import { matchesEverything } from './required-keys.ts';
import { toFts5 } from './to-fts5.ts';
import { toTsquery } from './to-tsquery.ts';
import { createWatchIndex, type Watch } from './watch-index.ts';

const NOW = Date.UTC(2021, 2, 5, 12);

function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.query;
}

const document: QueryDocument = {
  title: 'Envoys of two neighbours meet on border truce',
  text: 'The foreign minister received the envoy on Monday. Both sides spoke about a lasting truce, İbrahim Kalın said. Negotiators will return to the harbour town next week.',
  language: 'en',
  publishedAt: '2021-03-02T18:40:00+04:00',
  outlet: { name: 'The Harbour Post', host: 'harbourpost.example' },
  countries: ['TUR', 'LBY'],
  topics: [{ code: 'medtop:11000000', label: 'politics' }],
  events: [{ plover: 'CONSULT', cameo: '042' }],
  entities: [{ name: 'İbrahim Kalın' }],
};
const prepared = prepareDocument(document);

test.each([
  ['truce', ['truce']],
  ['negotiat*', ['negotiators']],
  ['"foreign minister"', ['foreign minister']],
  ['"minister foreign"', null],
  ['"minister envoy"~2', ['minister', 'envoy']],
  ['"minister envoy"~1', null],
  ['"envoy minister"~2', ['envoy', 'minister']],
  ['title:truce', ['truce']],
  ['title:harbour', null],
  ['text:neighbours', null],
  ['kalin', ['kalin']],
  ['truce NOT war', ['truce']],
  ['truce -harbour', null],
  ['+truce war', ['truce']],
  ['war OR truce', ['truce']],
  ['country:TUR country:LBY', ['TUR', 'LBY']],
  ['country:FRA', null],
  ['event:CONSULT', ['CONSULT']],
  ['event:04', ['042']],
  ['topic:11000000', ['11000000']],
  ['topic:politics', ['politics']],
  ['entity:kalin', ['ibrahim kalin']],
  ['outlet:"harbour post"', ['the harbour post']],
  ['outlet:harbourpost.example', ['harbourpost example']],
  ['language:en', ['en']],
  ['date:[2021-03-01 TO 2021-03-31]', []],
  ['date:2021-03-02', []],
  ['date:{2021-03-02 TO *]', null],
  ['date:>=now-7d', []],
  ['date:<2021-03-02', null],
  ['*', []],
])('%s', (text, matched) => {
  expect(compileQuery(query(text)).match(prepared, NOW)?.matched ?? null).toEqual(matched);
});

test('boosts and the title raise the score', () => {
  const score = (text: string) => compileQuery(query(text)).match(prepared, NOW)!.score;
  expect(score('truce^3')).toBeCloseTo(3 * score('truce'), 2);
  expect(score('truce')).toBeGreaterThan(score('harbour'));
});

test('a day without an hour lies in every range that touches the day', () => {
  const day = prepareDocument({ ...document, publishedAt: '2021-03-02' });
  expect(compileQuery(query('date:>=2021-03-02T18:00Z')).match(day, NOW)).not.toBeNull();
  expect(compileQuery(query('date:[* TO 2021-03-01]')).match(day, NOW)).toBeNull();
});

function watch(id: string, lines: [string, number, string | null][], threshold = 1): Watch {
  return {
    id,
    name: id,
    threshold,
    lines: lines.map(([text, weight, language]) => ({ query: query(text), weight, language })),
  };
}

test('watches fire by weight, threshold and language, and are found by their words', () => {
  const index = createWatchIndex([
    watch('sum', [
      ['truce', 0.6, null],
      ['envoy*', 0.6, null],
    ]),
    watch('below', [
      ['truce', 0.6, null],
      ['avalanche', 0.6, null],
    ]),
    watch('against', [
      ['truce', 1, null],
      ['harbour', -0.5, null],
    ]),
    watch('other language', [['truce', 1, 'de']]),
    watch('several languages', [
      ['waffenruhe', 1, 'de'],
      ['truce', 1, 'en'],
    ]),
    watch('metadata', [['country:TUR event:CONSULT', 1, null]]),
    watch('name', [['entity:kalin', 1, null]]),
    watch('not', [['NOT avalanche', 1, null]]),
  ]);
  expect(index.match(prepared, NOW).map(({ id }) => id)).toEqual([
    'sum',
    'several languages',
    'metadata',
    'name',
    'not',
  ]);
  expect(index.match(prepared, NOW)[0]!.matched).toEqual(['truce', 'envoys', 'envoy']);
});

test('the index finds what a look at every watch would find', () => {
  const texts = [
    'truce',
    'envoy* AND border',
    '"foreign minister" OR war',
    'peace',
    'title:envoys -war',
    '"lasting truce"~3 kalin',
    'tow* country:LBY',
  ];
  const index = createWatchIndex(texts.map((text) => watch(text, [[text, 1, null]])));
  const direct = texts.filter((text) => compileQuery(query(text)).match(prepared, NOW) !== null);
  expect(index.match(prepared, NOW).map(({ id }) => id)).toEqual(direct);
});

test.each([
  ['*', true],
  ['NOT war', true],
  ['truce OR NOT war', true],
  ['truce NOT war', false],
  ['date:[* TO *]', true],
  ['language:en', false],
])('%s matches everything: %s', (text, expected) => {
  expect(matchesEverything(query(text))).toBe(expected);
});

test('matched words are found again in the text as written', () => {
  const text = 'Kalın met the Foreign Minister; KALIN left.';
  expect(highlightSpans(text, ['kalin', 'foreign minister']).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Kalın',
    'Foreign Minister',
    'KALIN',
  ]);
});

test.each([
  ['truce talk*', '("truce" AND "talk"*)', "('truce' & 'talk':*)", null],
  ['title:truce OR "peace talks"', '(title : "truce" OR "peace talks")', "('truce':A | ('peace' <-> 'talks'))", null],
  ['truce -war', '("truce" NOT "war")', "('truce' & !'war')", null],
  [
    '"truce war"~1',
    'NEAR("truce" "war", 1)',
    "('truce' <1> 'war' | 'truce' <2> 'war' | 'war' <1> 'truce' | 'war' <2> 'truce')",
    null,
  ],
  ['"truce war"~40', 'NEAR("truce" "war", 40)', "('truce' & 'war')", null],
  ['NOT war', null, null, 'not'],
  ['truce OR country:TUR', null, null, 'or'],
])('%s for the full-text indexes', (text, fts5, tsquery, residual) => {
  expect(toFts5(query(text))).toMatchObject({ text: fts5, residual: residual === null ? null : { type: residual } });
  expect(toTsquery(query(text)).text).toBe(tsquery);
});

test('metadata that must hold is handed to the store as filters', () => {
  const { text, filters, residual } = toFts5(query('truce country:TUR date:2021-03 -language:de'));
  expect(text).toBe('"truce"');
  expect(filters.map(({ type }) => type)).toEqual(['value', 'date', 'not']);
  expect(residual).toBeNull();
});

test('a proximity of hundreds of repeated words stays quick to decide', () => {
  const long = prepareDocument({ ...document, text: 'truce '.repeat(30_000) });
  expect(compileQuery(query('"truce truce war"~1000')).match(long, NOW)).toBeNull();
});
