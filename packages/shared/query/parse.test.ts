import { expect, test } from 'vitest';
import type { Query } from './ast.ts';
import { parseQuery } from './parse.ts';

function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.query;
}

/** A query as a short bracketed line. */
function show(q: Query): string {
  switch (q.type) {
    case 'and':
      return `(and ${[...q.clauses.map(show), ...q.optional.map((c) => `?${show(c)}`)].join(' ')})`;
    case 'or':
      return `(or ${q.clauses.map(show).join(' ')})`;
    case 'not':
      return `(not ${show(q.clause)})`;
    case 'term':
      return `${q.field ? `${q.field}:` : ''}${q.word}${q.prefix ? '*' : ''}${q.boost === 1 ? '' : `^${q.boost}`}`;
    case 'phrase':
      return `${q.field ? `${q.field}:` : ''}"${q.words.join(' ')}"${q.slop ? `~${q.slop}` : ''}${q.boost === 1 ? '' : `^${q.boost}`}`;
    case 'value':
      return `${q.field}=${q.value}${q.prefix ? '*' : ''}${q.boost === 1 ? '' : `^${q.boost}`}`;
    case 'date':
      return `date${q.includeFrom ? '[' : '{'}${q.from ?? '*'} ${q.to ?? '*'}${q.includeTo ? ']' : '}'}`;
    case 'all':
      return '*';
  }
}

test.each([
  ['ceasefire', 'ceasefire'],
  ['truce talks', '(and truce talks)'],
  ['a OR b c', '(or a (and b c))'],
  ['a AND (b OR c) NOT d', '(and a (or b c) (not d))'],
  ['+truce talks -rumour', '(and truce (not rumour) ?talks)'],
  ['a && b || !c', '(or (and a b) (not c))'],
  ['"prime minister"~5^2 negotiat*', '(and "prime minister"~5^2 negotiat*)'],
  ['title:(truce OR "peace talks")^3', '(or title:truce^3 title:"peace talks"^3)'],
  ['country:tur country:(USA OR lby)', '(and country=TUR (or country=USA country=LBY))'],
  ['event:consult event:04*', '(and event=CONSULT event=04*)'],
  ['topic:medtop:11000000 OR medtop:16000000', '(or topic=11000000 topic=16000000)'],
  ['topic:politics', 'topic=politics'],
  ['entity:"Jane Q. Doe" outlet:news.example', '(and entity=jane q doe outlet=news example)'],
  ['language:TR', 'language=tr'],
  ['date:[2021-03-01 TO 2021-03-31]', 'date[2021-03-01 2021-03-31]'],
  ['date:{2021 TO *]', 'date{2021 *]'],
  ['date:>=now-7d', 'date[now-7d *]'],
  ['date:2021-03', 'date[2021-03 2021-03]'],
  ['cease-fire', '"cease fire"'],
  ['Kalın görüşme*', '(and kalin gorusme*)'],
  ['переговоры "المفاوضات الأخيرة"', '(and переговоры "المفاوضات الاخيره")'],
  ['停战', '"停 战"'],
  ['10\\:30', '"10 30"'],
  ['*', '*'],
  ['“quoted words”', '"quoted words"'],
])('%s', (text, expected) => {
  expect(show(query(text))).toBe(expected);
});

test.each([
  ['', 0, 'a query'],
  ['(a OR b', 7, '")" for the "(" at 1'],
  ['a OR', 4, 'a word'],
  ['a OR OR b', 5, 'a word'],
  ['AND b', 0, 'a word before AND'],
  ['a AND', 5, 'a word'],
  ['a )', 2, 'the end'],
  ['"open phrase', 12, 'a closing "'],
  ['place:ankara', 0, 'a field (title, text'],
  ['title:', 6, 'a value for title:'],
  ['*word', 0, 'a * only at the end'],
  ['wo*rd', 2, 'a * only at the end'],
  ['date:yesterday', 5, 'a date as 2021'],
  ['date:2021-02-30', 5, 'a date as 2021'],
  ['date:[2021-01-01 2021-02-01]', 5, 'a range as'],
  ['title:[a TO b]', 6, 'a range after date: only'],
  ['word~3', 4, 'a "phrase" before ~'],
  ['"a b"~x', 6, 'a whole number'],
  ['a^', 2, 'a number after ^'],
  ['a }', 2, 'a word, a phrase'],
  ['...', 0, 'a word with letters'],
  ['('.repeat(100), 61, 'at most 60 brackets'],
])('what is wrong with %j', (text, at, expected) => {
  const parsed = parseQuery(text);
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.error.at).toBe(at);
  expect(parsed.error.expected).toContain(expected);
  expect(parsed.error.message).toContain(`at ${at + 1}: expected`);
});
