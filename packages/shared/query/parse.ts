import { foldForMatching } from '../text/letters.ts';
import type { Field, ParsedQuery, Query, ValueField } from './ast.ts';
import { day, range } from './date-clause.ts';
import { BadQuery, type Piece, quote, scan } from './scan.ts';
import { searchTokens } from './search-tokens.ts';
import { expectedValue, isClosed, knownValue } from './values/closed.ts';

/** Longer queries are refused: nobody types them, and time stays bounded. */
const MAX_LENGTH = 20_000;
/** Brackets nest no deeper. */
const MAX_DEPTH = 60;
const MAX_SLOP = 1000;

type Sign = 'plus' | 'minus' | null;

/**
 * Reads a query in Lucene's syntax: words, "phrases", "near words"~5, boosts^2, suffix*, AND OR NOT + - ( ),
 * fields `title: text: outlet: country: event: topic: entity: language: credit: house: relation: group: story: first: date:[a TO b]`.
 * Words that only stand beside each other are all required; where one of them has a `+`, those without are optional.
 * NOT binds closest, then AND and mere neighbourhood, then OR.
 */
export function parseQuery(text: string): ParsedQuery {
  return parse(text, false);
}

/**
 * The same for a query that somebody writes now: a value that is not of its closed set (country, topic, event, language, relation) is
 * refused with the nearest ones. Stored queries keep running as they are.
 */
export function parseChecked(text: string): ParsedQuery {
  return parse(text, true);
}

function parse(text: string, checked: boolean): ParsedQuery {
  try {
    if (text.length > MAX_LENGTH) throw new BadQuery(MAX_LENGTH, `at most ${MAX_LENGTH} characters`, `${text.length}`);
    const parser = new Parser(scan(text), checked);
    return { ok: true, query: parser.whole() };
  } catch (error) {
    if (error instanceof BadQuery) return { ok: false, error: error.detail };
    throw error;
  }
}

class Parser {
  #pieces: Piece[];
  #next = 0;
  #depth = 0;
  #checked: boolean;
  constructor(pieces: Piece[], checked: boolean) {
    this.#pieces = pieces;
    this.#checked = checked;
  }

  whole(): Query {
    if (this.#peek().kind === 'end') throw new BadQuery(0, 'a query', 'nothing');
    const query = this.#or(null);
    const left = this.#peek();
    if (left.kind !== 'end') throw new BadQuery(left.at, 'the end, or "(" before it', describe(left));
    return query;
  }

  #peek(): Piece {
    return this.#pieces[this.#next]!;
  }

  #take(): Piece {
    return this.#pieces[this.#next++]!;
  }

  #or(field: Field | null): Query {
    const clauses = [this.#and(field)];
    while (this.#peek().kind === 'or') {
      this.#take();
      clauses.push(this.#and(field));
    }
    return clauses.length === 1 ? clauses[0]! : { type: 'or', clauses };
  }

  #and(field: Field | null): Query {
    const signed: { sign: Sign; query: Query; joined: boolean }[] = [];
    let joined = false;
    for (;;) {
      const { kind } = this.#peek();
      if (kind === 'and') {
        if (signed.length === 0) throw new BadQuery(this.#peek().at, 'a word before AND', describe(this.#peek()));
        this.#take();
        joined = true;
        signed.at(-1)!.joined = true;
        continue;
      }
      if (!joined && signed.length > 0 && (kind === 'or' || kind === 'close' || kind === 'end')) break;
      const sign: Sign = kind === 'plus' || kind === 'minus' ? kind : null;
      if (sign) this.#take();
      signed.push({ sign, query: this.#unary(field), joined });
      joined = false;
    }
    const anyPlus = signed.some(({ sign }) => sign === 'plus');
    const clauses: Query[] = [];
    const optional: Query[] = [];
    for (const { sign, query, joined: byAnd } of signed) {
      if (sign === 'minus') clauses.push({ type: 'not', clause: query });
      else if (sign === null && anyPlus && !byAnd && query.type !== 'not') optional.push(query);
      else clauses.push(query);
    }
    return clauses.length === 1 && optional.length === 0 ? clauses[0]! : { type: 'and', clauses, optional };
  }

  #unary(field: Field | null): Query {
    if (this.#peek().kind !== 'not') return this.#primary(field);
    this.#take();
    return this.#deeper(() => ({ type: 'not', clause: this.#unary(field) }));
  }

  #primary(field: Field | null): Query {
    const piece = this.#take();
    switch (piece.kind) {
      case 'open':
        return this.#deeper(() => this.#group(field, piece.at));
      case 'field': {
        const after = this.#peek();
        if (!['word', 'phrase', 'range', 'open'].includes(after.kind)) {
          throw new BadQuery(after.at, `a value for ${piece.field}:`, describe(after));
        }
        return this.#deeper(() => this.#primary(piece.field));
      }
      case 'word':
        return this.#word(piece.text, piece.at, field);
      case 'phrase':
        return this.#phrase(piece.text, piece.at, field);
      case 'range':
        return range(piece, field);
      default:
        throw new BadQuery(piece.at, 'a word, a phrase, a field or "("', describe(piece));
    }
  }

  #group(field: Field | null, at: number): Query {
    const inner = this.#or(field);
    const close = this.#take();
    if (close.kind !== 'close') throw new BadQuery(close.at, `")" for the "(" at ${at + 1}`, describe(close));
    const boost = this.#boost();
    return boost === 1 ? inner : boosted(inner, boost);
  }

  #deeper<T>(run: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH)
      throw new BadQuery(this.#peek().at, `at most ${MAX_DEPTH} brackets in each other`, 'more');
    const result = run();
    this.#depth -= 1;
    return result;
  }

  #boost(): number {
    const piece = this.#peek();
    if (piece.kind === 'slop') throw new BadQuery(piece.at, 'a "phrase" before ~', 'something else');
    if (piece.kind !== 'boost') return 1;
    this.#take();
    return piece.value;
  }

  #word(text: string, at: number, field: Field | null): Query {
    if (field === 'date') return day(text, at);
    const prefix = text.endsWith('*');
    const bare = prefix ? text.slice(0, -1) : text;
    const star = bare.search(/[*?]/);
    if (star >= 0) throw new BadQuery(at + star, 'a * only at the end of a word', quote(bare[star]!));
    if (prefix && bare === '' && field === null) return { type: 'all' };
    if (isValueField(field)) {
      if (bare === '') throw new BadQuery(at, `a value for ${field}:`, quote(text));
      return { type: 'value', field, value: this.#value(field, bare, prefix, at), prefix, boost: this.#boost() };
    }
    const words = searchTokens(bare);
    if (words.length === 0) throw new BadQuery(at, 'a word with letters or digits', quote(text));
    if (words.length === 1) return { type: 'term', field, word: words[0]!, prefix, boost: this.#boost() };
    if (prefix) throw new BadQuery(at, 'one word before *', quote(text));
    return { type: 'phrase', field, words, slop: 0, boost: this.#boost() };
  }

  #value(field: ValueField, text: string, prefix: boolean, at: number): string {
    const known = isClosed(field) && (!prefix || field === 'topic') ? knownValue(field, text, prefix) : null;
    if (known !== null) return known;
    if (this.#checked && isClosed(field) && !prefix) throw new BadQuery(at, expectedValue(field, text), quote(text));
    return fieldValue(field, text);
  }

  #phrase(text: string, at: number, field: Field | null): Query {
    if (field === 'date') return day(text.trim(), at);
    if (isValueField(field)) {
      if (text.trim() === '') throw new BadQuery(at, `a value for ${field}:`, 'an empty phrase');
      return { type: 'value', field, value: this.#value(field, text, false, at), prefix: false, boost: this.#boost() };
    }
    const words = searchTokens(text);
    if (words.length === 0) throw new BadQuery(at, 'a phrase with letters or digits', quote(text));
    const after = this.#peek();
    let slop = 0;
    if (after.kind === 'slop') {
      this.#take();
      if (after.value > MAX_SLOP)
        throw new BadQuery(after.at + 1, `at most ${MAX_SLOP} words between`, `${after.value}`);
      slop = after.value;
    }
    const boost = this.#boost();
    if (words.length === 1) return { type: 'term', field, word: words[0]!, prefix: false, boost };
    return { type: 'phrase', field, words, slop, boost };
  }
}

function isValueField(field: Field | null): field is ValueField {
  return field !== null && field !== 'title' && field !== 'text' && field !== 'date';
}

/** Values as they are compared: codes in their own case, names by their words. */
function fieldValue(field: ValueField, text: string): string {
  const value = text.trim();
  if (field === 'country' || field === 'event') return value.toUpperCase();
  if (field === 'language' || field === 'relation') return value.toLowerCase();
  // Ids: as they are.
  if (field === 'group' || field === 'story') return value;
  if (field === 'topic') return searchTokens(value.replace(/^medtop:/i, '')).join(' ');
  return searchTokens(value).join(' ') || foldForMatching(value);
}

function boosted(query: Query, by: number): Query {
  switch (query.type) {
    case 'and':
      return {
        ...query,
        clauses: query.clauses.map((c) => boosted(c, by)),
        optional: query.optional.map((c) => boosted(c, by)),
      };
    case 'or':
      return { ...query, clauses: query.clauses.map((c) => boosted(c, by)) };
    case 'term':
    case 'phrase':
    case 'value':
      return { ...query, boost: query.boost * by };
    default:
      return query;
  }
}

function describe(piece: Piece): string {
  switch (piece.kind) {
    case 'end':
      return 'the end';
    case 'open':
      return '"("';
    case 'close':
      return '")"';
    case 'and':
    case 'or':
    case 'not':
      return piece.kind.toUpperCase();
    case 'plus':
      return '"+"';
    case 'minus':
      return '"-"';
    case 'field':
      return `"${piece.field}:"`;
    case 'slop':
      return '"~"';
    case 'boost':
      return '"^"';
    case 'range':
      return 'a range';
    default:
      return quote(piece.text);
  }
}
