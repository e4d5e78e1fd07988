/**
 * The queries that watches, search and the API share. Words are kept as they are compared ({@link ./search-tokens.ts}).
 *
 * - `and`: all of `clauses`; `optional` ones only add to the score (`+a b`: b is optional).
 * - `or`: any of `clauses`. `not`: a document that `clause` does not match.
 * - `term`: a word, or with `prefix` any word that begins so. `phrase`: the words in this order, or with `slop` > 0 in any
 *   order with at most so many other words among them.
 * - `value`: metadata compared as a whole (country, event, language, relation, group, story), by its words (outlet, house, first, credit,
 *   entity) or either (topic).
 * - `date`: published within, bounds as written; `null` is open.
 * - `all`: everything (`*`).
 */
export type Query =
  | { type: 'and'; clauses: Query[]; optional: Query[] }
  | { type: 'or'; clauses: Query[] }
  | { type: 'not'; clause: Query }
  | { type: 'term'; field: TextField | null; word: string; prefix: boolean; boost: number }
  | { type: 'phrase'; field: TextField | null; words: string[]; slop: number; boost: number }
  | { type: 'value'; field: ValueField; value: string; prefix: boolean; boost: number }
  | { type: 'date'; from: string | null; to: string | null; includeFrom: boolean; includeTo: boolean }
  | { type: 'all' };

/** `null` as a field means title or text. */
export type TextField = 'title' | 'text';
export type ValueField = 'outlet' | 'country' | 'event' | 'topic' | 'entity' | 'language' | 'credit' | StandingField;
/** Where an article stands among the copies, which changes after it was seen: for searches, not for watches. */
export type StandingField = 'house' | 'relation' | 'group' | 'story' | 'first';
export type Field = TextField | ValueField | 'date';

export const FIELDS: readonly Field[] = [
  'title',
  'text',
  'outlet',
  'country',
  'event',
  'topic',
  'entity',
  'language',
  'credit',
  'house',
  'relation',
  'group',
  'story',
  'first',
  'date',
];

/** Why a query cannot be read: where (0-based UTF-16 offset), what was expected there, and both in a sentence. */
export interface QueryError {
  at: number;
  expected: string;
  message: string;
}

const STANDING_FIELDS: readonly ValueField[] = ['house', 'relation', 'group', 'story', 'first'];

export function isStandingField(field: ValueField): field is StandingField {
  return STANDING_FIELDS.includes(field);
}

export type ParsedQuery = { ok: true; query: Query } | { ok: false; error: QueryError };
