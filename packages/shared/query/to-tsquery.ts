import type { TextField } from './ast.ts';
import { type Dialect, type FullTextQuery, toFullText } from './to-full-text.ts';

/**
 * A query for PostgreSQL, to be cast to `tsquery` as it is, over a vector of the tokens of {@link ./search-tokens.ts} whose title
 * has weight A and whose text has weight B, with positions left out between the two: a phrase does not run on from one to the other.
 */
export function toTsquery(query: Parameters<typeof toFullText>[0]): FullTextQuery {
  return toFullText(query, TSQUERY);
}

const TSQUERY: Dialect = {
  term: ({ field, word, prefix }) => lexeme(word, field, prefix),
  phrase({ field, words, slop }) {
    const lexemes = words.map((word) => lexeme(word, field, false));
    // A distance in tsquery is exact and ordered: nearness is checked on the rows found.
    if (slop > 0) return { text: `(${lexemes.join(' & ')})`, exact: false };
    return { text: `(${lexemes.join(' <-> ')})`, exact: true };
  },
  and: (parts) => `(${parts.join(' & ')})`,
  or: (parts) => `(${parts.join(' | ')})`,
  without: (part, negated) => `(${part} & !${negated})`,
};

function lexeme(word: string, field: TextField | null, prefix: boolean): string {
  const weight = field === null ? '' : field === 'title' ? 'A' : 'B';
  const flags = `${prefix ? '*' : ''}${weight}`;
  return `'${word}'${flags === '' ? '' : `:${flags}`}`;
}
