import type { Query } from './ast.ts';

/** A thing that a document has or has not: a word (`w:libya`), a word's beginning (`p:liby`), or a value (`country:LBY`). */
export type Key = string;

/**
 * Keys of which a document must have at least one for the query to match, the most telling choice; null where a document
 * may match without any (a mere negation, a date, a name's part).
 */
export function requiredKeys(query: Query): readonly Key[] | null {
  switch (query.type) {
    case 'term':
      return [query.prefix ? `p:${query.word}` : `w:${query.word}`];
    case 'phrase':
      return [`w:${query.words.reduce((best, word) => (word.length > best.length ? word : best))}`];
    case 'value':
      // Other fields match by parts of their values: they have no key of their own.
      return !query.prefix && (query.field === 'country' || query.field === 'language')
        ? [`${query.field}:${query.value}`]
        : null;
    case 'or': {
      const keys: Key[] = [];
      for (const clause of query.clauses) {
        const own = requiredKeys(clause);
        if (!own) return null;
        keys.push(...own);
      }
      return [...new Set(keys)];
    }
    case 'and': {
      let best: readonly Key[] | null = null;
      for (const clause of query.clauses) {
        const own = requiredKeys(clause);
        if (own && (best === null || cost(own) < cost(best))) best = own;
      }
      return best;
    }
    default:
      return null;
  }
}

/** How often keys will be met, by guess: long words are rare, many keys are met often, languages and countries nearly always. */
function cost(keys: readonly Key[]): number {
  let sum = 0;
  for (const key of keys) {
    if (key.startsWith('w:')) sum += 1 / (key.length - 1) ** 2;
    else if (key.startsWith('p:')) sum += 1.5 / (key.length - 1) ** 2;
    else sum += key.startsWith('country:') ? 0.3 : 1;
  }
  return sum;
}

/** Whether a query that a watch is made of would fire on (nearly) everything: it asks for nothing that a document must have. */
export function matchesEverything(query: Query): boolean {
  switch (query.type) {
    case 'all':
    case 'not':
      return true;
    case 'date':
      return query.from === null && query.to === null;
    case 'and':
      return query.clauses.every(matchesEverything);
    case 'or':
      return query.clauses.some(matchesEverything);
    default:
      return false;
  }
}
