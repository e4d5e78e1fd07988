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
    // Whether the words stand in one field and all of them together is checked on the rows found.
    if (slop > 0) return { text: near(lexemes, slop + words.length - 1), exact: false };
    return { text: `(${lexemes.join(' <-> ')})`, exact: true };
  },
  and: (parts) => `(${parts.join(' & ')})`,
  or: (parts) => `(${parts.join(' | ')})`,
  without: (part, negated) => `(${part} & !${negated})`,
};

/** Distances that are written out; of a wider nearness the index is asked for the words alone. */
const MOST_DISTANCES = 60;

/** The first word with each other, in either order, at most `width` apart: a distance in tsquery is exact and ordered. */
function near(lexemes: readonly string[], width: number): string {
  const [first, ...others] = lexemes;
  if (2 * width * others.length > MOST_DISTANCES) return `(${lexemes.join(' & ')})`;
  const pairs = others.map((other) => {
    const apart = Array.from({ length: width }, (_, n) => `${first} <${n + 1}> ${other}`);
    const back = other === first ? [] : Array.from({ length: width }, (_, n) => `${other} <${n + 1}> ${first}`);
    return `(${[...apart, ...back].join(' | ')})`;
  });
  return pairs.length === 1 ? pairs[0]! : `(${pairs.join(' & ')})`;
}

function lexeme(word: string, field: TextField | null, prefix: boolean): string {
  const weight = field === null ? '' : field === 'title' ? 'A' : 'B';
  const flags = `${prefix ? '*' : ''}${weight}`;
  return `'${word}'${flags === '' ? '' : `:${flags}`}`;
}
