import { isStandingField, type Query, type StandingField, type ValueField } from '../../query/ast.ts';
import type { PreparedDocument } from '../../query/document.ts';

/*
 * What an article is labelled with stands in the full-text index beside its words, as tokens that no text holds: they begin with a
 * character of Unicode's private use area. So a query that mixes words with labels, in any nesting and negated, is one look-up.
 */
type IndexField = Exclude<ValueField, StandingField>;

const MARKS: Readonly<Record<IndexField, string>> = {
  outlet: '\uE000',
  country: '\uE001',
  event: '\uE002',
  topic: '\uE003',
  entity: '\uE004',
  language: '\uE005',
  credit: '\uE00B',
};
/** Begins the token that holds a whole value, for `entity:begin*`. */
const WHOLE = '\uE006';
/** Stands in such a token for everything that is neither letter nor digit. */
const GLUE = '\uE007';
/** Stands between two values, so that no phrase runs from one to the next. */
const BETWEEN = '\uE008';
/** In every article: what a query takes away from where it names nothing else (`-truce`). */
const EVERY = '\uE009';
/** Postgres refuses lexemes of more than 2 kB; nobody asks for words of this length. */
const MAX_WORD = 250;

type Labels = PreparedDocument['values'];
const BY_WORDS: readonly ValueField[] = ['topic', 'entity', 'credit'];

/** The index's tokens for an article's labels. Of its outlet the id stands there, not the name: names change. */
export function labelTokens(values: Labels, outletId: string): string[] {
  const tokens = [EVERY, whole('outlet', outletId)];
  for (const field of ['country', 'event', 'topic', 'entity', 'language', 'credit'] as const) {
    for (const value of values[field]) {
      tokens.push(BETWEEN, whole(field, value));
      if (BY_WORDS.includes(field)) tokens.push(...value.split(' ').map((word) => MARKS[field] + cut(word)));
    }
  }
  return tokens;
}

/** A word as it stands in the index. */
export function cut(word: string): string {
  return word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word;
}

function whole(field: IndexField, value: string): string {
  return cut(`${MARKS[field]}${WHOLE}${value.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, GLUE)}`);
}

/**
 * A query with its labels put as words of the index; what only dates and standings can say stays.
 * @param outlets the ids of the outlets that a value names, themselves or by their house
 */
export function overIndex(query: Query, outlets: (value: Query & { type: 'value' }) => string[]): Query {
  const inner = (clause: Query): Query => {
    switch (clause.type) {
      case 'term':
        return { ...clause, word: cut(clause.word) };
      case 'phrase':
        return { ...clause, words: clause.words.map(cut) };
      case 'value':
        return label(clause, outlets);
      case 'all':
        return token(EVERY);
      case 'or':
        return { type: 'or', clauses: clause.clauses.map(inner) };
      case 'not':
        return { type: 'and', clauses: [token(EVERY), { type: 'not', clause: inner(clause.clause) }], optional: [] };
      case 'and': {
        // Optional words add to a score, and pages go by time.
        const clauses = clause.clauses.map((one) =>
          one.type === 'not' ? { ...one, clause: inner(one.clause) } : inner(one),
        );
        const positive = clauses.some((one) => one.type !== 'not' && one.type !== 'date');
        const negative = clauses.some((one) => one.type === 'not');
        return { type: 'and', clauses: positive || !negative ? clauses : [token(EVERY), ...clauses], optional: [] };
      }
      default:
        return clause;
    }
  };
  return query.type === 'all' ? query : inner(query);
}

function label(value: Query & { type: 'value' }, outlets: (value: Query & { type: 'value' }) => string[]): Query {
  const { field, prefix } = value;
  if (field === 'outlet' || field === 'house') {
    const tokens = outlets(value).map((id) => token(whole('outlet', id)));
    if (tokens.length === 1) return tokens[0]!;
    return tokens.length === 0 ? token(MARKS.outlet) : { type: 'or', clauses: tokens };
  }
  if (isStandingField(field)) return value;
  const code = field === 'event' && /^\d+$/.test(value.value);
  if (prefix || code) return token(whole(field, value.value), true);
  if (!BY_WORDS.includes(field)) return token(whole(field, value.value));
  const words = value.value.split(' ').map((word) => MARKS[field] + cut(word));
  return words.length === 1 ? token(words[0]!) : { type: 'phrase', field: null, words, slop: 0, boost: 1 };
}

function token(word: string, prefix = false): Query {
  return { type: 'term', field: null, word, prefix, boost: 1 };
}
