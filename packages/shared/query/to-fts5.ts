import type { Query } from './ast.ts';
import { type Dialect, type FullTextQuery, toFullText } from './to-full-text.ts';

/**
 * A query for SQLite's FTS5 over a table with the columns `title` and `text`, filled with the tokens of
 * {@link ./search-tokens.ts} joined by a space (tokenizer `unicode61 remove_diacritics 0 categories 'L* N* M* Co'`).
 */
export function toFts5(query: Query): FullTextQuery {
  return toFullText(query, FTS5);
}

const FTS5: Dialect = {
  term: ({ field, word, prefix }) => column(field, `"${word}"${prefix ? '*' : ''}`),
  phrase({ field, words, slop }) {
    if (slop === 0) return { text: column(field, `"${words.join(' ')}"`), exact: true };
    // NEAR counts the tokens between the first and the last phrase, the wanted ones in the middle included.
    const near = `NEAR(${words.map((word) => `"${word}"`).join(' ')}, ${slop + words.length - 2})`;
    return { text: column(field, near), exact: new Set(words).size === words.length };
  },
  and: (parts) => `(${parts.join(' AND ')})`,
  or: (parts) => `(${parts.join(' OR ')})`,
  without: (part, negated) => `(${part} NOT ${negated})`,
};

function column(field: (Query & { type: 'term' })['field'], text: string): string {
  return field === null ? text : `${field} : ${text}`;
}
