import { readMigrations } from '@wirewatch/shared/store/database/migrate.ts';
import pg from 'pg';

/**
 * Brings an empty Postgres database to the schema of a former release: by SQL alone, for what runs after a step needs rows to work on,
 * and there are none.
 * @param last name of the last migration that the release had, without `.sql`
 */
export async function makeFormer(url: string, last: string): Promise<void> {
  const all = readMigrations('postgres');
  const until = all.findIndex(({ name }) => name === `${last}.sql`) + 1;
  if (until === 0) throw new Error(`no migration ${last}`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const { parts } of all.slice(0, until)) for (const text of parts.flat()) await client.query(text);
    await client.query("insert into meta (key, value) values ('schema', $1)", [String(until)]);
  } finally {
    await client.end();
  }
}
