import type { Query, ValueField } from '../../query/ast.ts';
import { distance } from '../../query/values/closed.ts';
import { nameKey } from '../../query/values/name-key.ts';
import type { Store } from '../database/store.ts';
import { searchIds } from './search-articles.ts';

/** Values that are looked up for one query: a list of hundreds is no slip of the pen. */
const MOST = 10;
const NEAREST = 3;

type Value = Query & { type: 'value' };

/** Words on values of open sets (outlet, house, first, credit, entity) that nothing in the store has: they are no fault, but find nothing. */
export async function unknownValues(store: Store, query: Query, now: number): Promise<string[]> {
  const asked = valuesIn(query).filter(({ field }) => OPEN.includes(field));
  const words: string[] = [];
  for (const value of asked.slice(0, MOST)) {
    const { ids } = await searchIds(store, { ...value, boost: 1 }, { limit: 1, now });
    if (ids.length > 0) continue;
    const name = `“${value.value}${value.prefix ? '*' : ''}”`;
    if (value.field === 'entity') words.push(`No article names ${name}.`);
    else if (value.field === 'credit') words.push(`No article credits ${name}.`);
    else
      words.push(`No article of the store is of ${NOUNS[value.field]} ${name}${await nearestOutlets(store, value)}.`);
  }
  return words;
}

const OPEN: readonly ValueField[] = ['outlet', 'house', 'first', 'credit', 'entity'];
const NOUNS: Readonly<Partial<Record<ValueField, string>>> = {
  outlet: 'an outlet',
  house: 'a house',
  first: 'an outlet that was first,',
};

function valuesIn(query: Query): Value[] {
  switch (query.type) {
    case 'value':
      return [query];
    case 'not':
      return valuesIn(query.clause);
    case 'and':
      return [...query.clauses, ...query.optional].flatMap(valuesIn);
    case 'or':
      return query.clauses.flatMap(valuesIn);
    default:
      return [];
  }
}

async function nearestOutlets(store: Store, { value, field }: Value): Promise<string> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ name: outlets.name, house: outlets.house }).from(outlets);
  const names = [...new Set(rows.flatMap(({ name, house }) => (field === 'house' ? (house ?? []) : name)))];
  const near = names
    .map((name) => ({ name, far: distance(nameKey(value), nameKey(name)) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAREST);
  return near.length === 0 ? '' : `; nearest: ${near.map(({ name }) => name).join(', ')}`;
}
