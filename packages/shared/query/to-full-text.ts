import type { Query } from './ast.ts';

/** How one full-text engine writes the parts of a query; null where it cannot say it: then a wider part is asked for. */
export interface Dialect {
  term(query: Query & { type: 'term' }): string;
  /** `exact: false`: the engine's answer is wider than the query's. */
  phrase(query: Query & { type: 'phrase' }): { text: string; exact: boolean };
  and(parts: string[]): string;
  or(parts: string[]): string;
  /** `part` without what matches `negated`. */
  without(part: string, negated: string): string;
}

/**
 * A query for a store with a full-text index. `text` finds at least every document that the query matches (null: the index
 * cannot help, all rows are to be looked at); `filters` are metadata conditions that all must hold, for the store's own
 * columns; `residual` is what still has to be checked on the rows found, by the matcher (null: nothing).
 */
export interface FullTextQuery {
  text: string | null;
  filters: Query[];
  residual: Query | null;
}

interface Part {
  text: string | null;
  exact: boolean;
}

export function toFullText(query: Query, dialect: Dialect): FullTextQuery {
  const clauses = query.type === 'and' ? query.clauses : [query];
  const filters = clauses.filter(isFilter);
  const rest = clauses.filter((clause) => !isFilter(clause));
  if (rest.length === 0) return { text: null, filters, residual: null };
  const left: Query = rest.length === 1 ? rest[0]! : { type: 'and', clauses: rest, optional: [] };
  const { text, exact } = translate(left, dialect);
  return { text, filters, residual: exact ? null : left };
}

function isFilter(query: Query): boolean {
  if (query.type === 'value' || query.type === 'date') return true;
  if (query.type === 'not') return isFilter(query.clause);
  if (query.type === 'or') return query.clauses.every(isFilter);
  return query.type === 'and' && query.optional.length === 0 && query.clauses.every(isFilter);
}

function translate(query: Query, dialect: Dialect): Part {
  switch (query.type) {
    case 'term':
      return { text: dialect.term(query), exact: true };
    case 'phrase':
      return dialect.phrase(query);
    case 'all':
      return { text: null, exact: true };
    case 'or': {
      const parts = query.clauses.map((clause) => translate(clause, dialect));
      // One part that the index cannot narrow down leaves the whole open.
      if (parts.some(({ text }) => text === null))
        return { text: null, exact: query.clauses.some((c) => c.type === 'all') };
      return { text: dialect.or(parts.map(({ text }) => text!)), exact: parts.every(({ exact }) => exact) };
    }
    case 'and': {
      const plain = query.clauses.filter((clause) => clause.type !== 'not').map((clause) => translate(clause, dialect));
      const negated = query.clauses
        .filter((clause) => clause.type === 'not')
        .map(({ clause }) => translate(clause, dialect));
      const texts = plain.flatMap(({ text }) => text ?? []);
      if (texts.length === 0) return { text: null, exact: false };
      let text = texts.length === 1 ? texts[0]! : dialect.and(texts);
      let exact = plain.every((part) => part.exact);
      for (const part of negated) {
        // What is taken away must not be wider than the query says, or documents would be missed.
        if (part.text !== null && part.exact) text = dialect.without(text, part.text);
        else exact = false;
      }
      return { text, exact };
    }
    default:
      return { text: null, exact: false };
  }
}
