import type { SchemaPolicy } from './migrate.ts';
import type { Store } from './store.ts';

/**
 * Opens the store that a database URL names: `sqlite:PATH`, `postgres://...` or `postgresql://...`.
 * Only the dialect that is asked for is loaded.
 * @throws StoreUnavailable, SchemaMismatch
 */
export async function openStore(url: string, policy: SchemaPolicy): Promise<Store> {
  if (url.startsWith('sqlite:')) {
    const { openSqlite } = await import('./open-sqlite.ts');
    return openSqlite(url.slice('sqlite:'.length), policy);
  }
  const { openPostgres } = await import('./open-postgres.ts');
  return openPostgres(url, policy);
}
