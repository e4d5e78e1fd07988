import type { TextField } from './ast.ts';
import { type Dialect, type FullTextQuery, toFullText } from './to-full-text.ts';

/**
 * A query for PostgreSQL's `to_tsquery('simple', ...)` over a vector whose title has weight A and whose text has weight B,
 * made from the tokens of {@link ./search-tokens.ts} joined by a space.
 */
export function toTsquery(query: Parameters<typeof toFullText>[0]): FullTextQuery {
  return toFullText(query, TSQUERY);
}

const TSQUERY: Dialect = {
  term: ({ field, word, prefix }) => lexeme(word, field, prefix),
  phrase({ field, words, slop }) {
    const lexemes = words.map((word) => lexeme(word, field, false));
    // A distance in tsquery is exact and ordered: nearness is checked on the rows found. A phrase may also run on from
    // title to text there, hence never exact without a field.
    if (slop > 0) return { text: `(${lexemes.join(' & ')})`, exact: false };
    return { text: `(${lexemes.join(' <-> ')})`, exact: field !== null };
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
