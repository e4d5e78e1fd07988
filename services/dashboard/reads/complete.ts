import { FIELDS, type ValueField } from '@wirewatch/shared/query/ast.ts';
import { isClosed, knownValues } from '@wirewatch/shared/query/values/closed.ts';
import { nameKey } from '@wirewatch/shared/query/values/name-key.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';

/** A way to end what somebody has begun to type. */
export interface Completion {
  /** The last word of the query, whole. */
  text: string;
  /** What it means, where the value does not say it. */
  name: string;
}

const MOST = 12;
const OUTLETS: readonly ValueField[] = ['outlet', 'house', 'first', 'credit'];

/** How the last word of a query may go on: a field's name, or a value of a field. */
export async function completions(store: Store, begun: string): Promise<Completion[]> {
  const [, name, value] = /^([a-z]+):"?([^"]*)$/i.exec(begun) ?? [];
  if (name === undefined || value === undefined) {
    const fields = begun === '' ? [] : FIELDS.filter((field) => field.startsWith(begun.toLowerCase()));
    return fields.map((field) => ({ text: `${field}:`, name: '' }));
  }
  const field = FIELDS.find((each) => each === name.toLowerCase());
  if (!field || field === 'title' || field === 'text' || field === 'date') return [];
  const key = nameKey(value);
  if (isClosed(field)) {
    const fits = knownValues(field).filter((known) =>
      [known.value, known.name].some((each) => ` ${nameKey(each)}`.includes(` ${key}`)),
    );
    return fits.slice(0, MOST).map((known) => ({ text: `${field}:${known.value}`, name: known.name }));
  }
  if (!OUTLETS.includes(field)) return [];
  const names = await outletNames(store, field);
  const fits = names.filter((each) => ` ${nameKey(each)}`.includes(` ${key}`));
  return fits.slice(0, MOST).map((each) => ({ text: `${field}:"${each}"`, name: '' }));
}

async function outletNames(store: Store, field: ValueField): Promise<string[]> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ name: outlets.name, house: outlets.house }).from(outlets);
  return [...new Set(rows.flatMap(({ name, house }) => (field === 'house' ? (house ?? []) : name)))].sort();
}
