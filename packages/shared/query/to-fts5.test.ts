import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { compileQuery } from './compile.ts';
import { prepareDocument } from './document.ts';
import { parseQuery } from './parse.ts';
import { searchTokens } from './search-tokens.ts';
import { toFts5 } from './to-fts5.ts';

const ARTICLES = [
  { title: 'Truce talks begin', text: 'The envoy said the talks may fail.' },
  { title: 'Harbour reopens', text: 'Fishermen returned after the truce; the talks go on, an envoy of the town said.' },
  { title: 'Kalın görüştü', text: 'Sözcü İbrahim Kalın, limanın açılacağını söyledi.' },
  { title: 'Переговоры о перемирии', text: 'Посланник прибыл в порт.' },
  { title: 'युद्धविराम वार्ता', text: 'दूत ने कहा कि वार्ता जारी है।' },
  { title: '停战谈判', text: '特使今天抵达港口。' },
];

const database = new Database(':memory:');
database.exec(
  `CREATE VIRTUAL TABLE article USING fts5(title, text, tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
);
const insert = database.prepare('INSERT INTO article(rowid, title, text) VALUES (?, ?, ?)');
for (const [at, { title, text }] of ARTICLES.entries()) {
  insert.run(at, searchTokens(title).join(' '), searchTokens(text).join(' '));
}

test.each([
  'truce',
  'talk*',
  'title:truce',
  'text:talks -fishermen',
  '"the talks"',
  '"talks envoy"~3',
  '"envoy the talks"~2',
  'truce talks OR kalin',
  '+envoy harbour',
  'görüş*',
  'перемирии порт',
  'वार्ता',
  '谈判',
  '"特使今天"',
  'envoy NOT (harbour OR avalanche)',
])('the index and the matcher agree on %s', (text) => {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const fts = toFts5(parsed.query);
  const rows = database.prepare('SELECT rowid FROM article WHERE article MATCH ? ORDER BY rowid').all(fts.text) as {
    rowid: number;
  }[];
  const matcher = compileQuery(parsed.query);
  const expected = ARTICLES.flatMap((article, at) => {
    const document = prepareDocument({
      ...article,
      language: 'en',
      publishedAt: null,
      outlet: null,
      countries: [],
      topics: [],
      events: [],
      entities: [],
    });
    return matcher.match(document, 0) ? [at] : [];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(rows.map(({ rowid }) => rowid)).toEqual(expected);
  expect(fts.residual).toBeNull();
});
