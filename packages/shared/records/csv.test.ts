import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { ofEachStage } from '@wirewatch/shared/pipeline.ts';
import { expect, test } from 'vitest';
import { CSV_HEAD, csvLine } from './csv.ts';

const record: ArticleRecord = {
  id: 'a1',
  url: 'http://harbour.example/a',
  canonicalUrl: null,
  outlet: { id: 'harbour.example', name: 'Harbour, the Post', host: 'harbour.example' },
  feeds: [{ url: 'http://harbour.example/feed', guid: null, seenAt: '2026-11-01T00:00:00Z' }],
  title: '=HYPERLINK("http://bad.example")',
  byline: ['A. Reed', 'B. Stone'],
  text: 'One line.\n\nAnother "quoted" line.',
  language: 'en',
  publishedAt: '2026-11-01',
  publishedFrom: 'meta',
  updatedAt: null,
  fetchedAt: null,
  firstSeenAt: '2026-03-01T08:00:00.000Z',
  contentHash: null,
  credit: null,
  announcement: null,
  syndication: null,
  topics: [],
  topicScores: {},
  countryScores: {},
  entities: [],
  countries: ['EGY', 'FRA'],
  events: [],
  watches: [],
  reading: [],
  versions: ofEachStage(() => null),
  outcome: 'done',
  reason: null,
};

test('fields are quoted where they must be, lists joined, formulas disarmed', () => {
  const line = csvLine(record, { independentTexts: null });
  expect(line).toContain('"Harbour, the Post"');
  expect(line).toContain('"A. Reed; B. Stone"');
  expect(line).toContain(`"'=HYPERLINK(""http://bad.example"")"`);
  expect(line).toContain('"One line.\n\nAnother ""quoted"" line."');
  expect(line).toContain('"EGY; FRA"');
});

test('every line has as many fields as the head', () => {
  const plain = { ...record, title: 'Ferries stop', text: 'Short.', outlet: { ...record.outlet, name: 'Post' } };
  expect(csvLine(plain, { independentTexts: null }).split(',')).toHaveLength(CSV_HEAD.split(',').length);
});

test.each([
  ['＝cmd', "'＝cmd"],
  ['A. Reed; =1+1', "A. Reed; '=1+1"],
  ['one\n@SUM(1)', "one\n'@SUM(1)"],
  ['+49 30', "'+49 30"],
])('a formula that hides as %j is disarmed', (title, shown) => {
  expect(csvLine({ ...record, title }, { independentTexts: '3 to 5' })).toContain(shown);
});
