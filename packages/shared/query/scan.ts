import { FIELDS, type Field, type QueryError } from './ast.ts';

/** The pieces of a query as written; `at` is where each begins. */
export type Piece =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'not' | 'plus' | 'minus'; at: number }
  | { kind: 'field'; field: Field; at: number }
  | { kind: 'word'; text: string; at: number }
  | { kind: 'phrase'; text: string; at: number }
  | { kind: 'range'; from: string; to: string; includeFrom: boolean; includeTo: boolean; at: number }
  | { kind: 'slop' | 'boost'; value: number; at: number }
  | { kind: 'end'; at: number };

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  '&&': 'and',
  OR: 'or',
  '||': 'or',
  NOT: 'not',
  '!': 'not',
};
const FIELD = /^([\p{L}_]+):/u;
/** What ends a bare word. */
const WORD = /(?:\\.|[^\s()"“”„[\]{}^~\\])+/uy;
const RANGE = /([[{])\s*(\S+)\s+TO\s+([^\s\]}]+)\s*([\]}])/y;
const QUOTES = '"“”„';

/** Thrown inside the parser only: {@link ./parse.ts} makes a result of it. */
export class BadQuery extends Error {
  readonly detail: QueryError;
  constructor(at: number, expected: string, found: string) {
    const message = `at ${at + 1}: expected ${expected}, found ${found}`;
    super(message);
    this.detail = { at, expected, message };
  }
}

/** Takes a query apart. @throws BadQuery */
export function scan(query: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < query.length) {
    const c = query[at]!;
    if (/\s/.test(c)) {
      at += 1;
    } else if (c === '(' || c === ')') {
      pieces.push({ kind: c === '(' ? 'open' : 'close', at });
      at += 1;
    } else if (QUOTES.includes(c)) {
      const end = closingQuote(query, at);
      pieces.push({ kind: 'phrase', text: unescaped(query.slice(at + 1, end)), at });
      at = end + 1;
    } else if (c === '[' || c === '{') {
      RANGE.lastIndex = at;
      const match = RANGE.exec(query);
      if (!match) throw new BadQuery(at, 'a range as [2021-03-01 TO 2021-03-31]', quote(query.slice(at, at + 20)));
      const [, open, from, to, close] = match;
      pieces.push({ kind: 'range', from: from!, to: to!, includeFrom: open === '[', includeTo: close === ']', at });
      at = RANGE.lastIndex;
    } else if (c === '^' || c === '~') {
      const [piece, next] = scanNumber(query, at, c);
      pieces.push(piece);
      at = next;
    } else if ((c === '+' || c === '-' || c === '!') && /[^\s]/.test(query[at + 1] ?? ' ')) {
      pieces.push({ kind: c === '+' ? 'plus' : c === '-' ? 'minus' : 'not', at });
      at += 1;
    } else {
      at = scanWord(query, at, pieces);
    }
  }
  pieces.push({ kind: 'end', at: query.length });
  return pieces;
}

function scanWord(query: string, at: number, pieces: Piece[]): number {
  WORD.lastIndex = at;
  const raw = WORD.exec(query)?.[0];
  if (raw === undefined) throw new BadQuery(at, 'a word, a phrase, a field or "("', quote(query[at]!));
  const end = at + raw.length;
  const operator = OPERATORS[raw];
  if (operator) {
    pieces.push({ kind: operator, at });
    return end;
  }
  const before = pieces.at(-1);
  const named = before?.kind === 'field' ? null : FIELD.exec(raw);
  if (!named) {
    pieces.push({ kind: 'word', text: unescaped(raw), at });
    return end;
  }
  const name = named[1]!.toLowerCase();
  // A topic's own code may stand alone: medtop:11000000.
  const field = name === 'medtop' ? 'topic' : FIELDS.find((f) => f === name);
  if (!field)
    throw new BadQuery(
      at,
      `a field (${FIELDS.join(', ')})`,
      `${quote(`${name}:`)}; write \\: for a colon that is none`,
    );
  pieces.push({ kind: 'field', field, at });
  return at + named[0].length;
}

function scanNumber(query: string, at: number, sign: '^' | '~'): [Piece, number] {
  const digits = /^\d+(?:\.\d+)?/.exec(query.slice(at + 1, at + 12))?.[0];
  const next = at + 1 + (digits?.length ?? 0);
  if (sign === '~') {
    if (digits === undefined || digits.includes('.'))
      throw new BadQuery(at + 1, 'a whole number of words after ~', quote(query[at + 1] ?? ''));
    return [{ kind: 'slop', value: Number(digits), at }, next];
  }
  if (digits === undefined) throw new BadQuery(at + 1, 'a number after ^', quote(query[at + 1] ?? ''));
  return [{ kind: 'boost', value: Number(digits), at }, next];
}

function closingQuote(query: string, at: number): number {
  for (let i = at + 1; i < query.length; i += 1) {
    if (query[i] === '\\') i += 1;
    else if (QUOTES.includes(query[i]!)) return i;
  }
  throw new BadQuery(query.length, `a closing " for the one at ${at + 1}`, 'the end');
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gu, '$1');
}

/** Some text of the query for a message; the end of the query by its name. */
export function quote(text: string): string {
  return text === '' ? 'the end' : `"${text}"`;
}
