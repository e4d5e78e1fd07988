import type { Store } from '../database/store.ts';
import type { Terms } from './terms.ts';
import { postgresTerms } from './terms-postgres.ts';
import { sqliteTerms } from './terms-sqlite.ts';

/** The index of a store. */
export function termsOf(store: Store): Terms {
  return store.dialect === 'sqlite' ? sqliteTerms : postgresTerms;
}
