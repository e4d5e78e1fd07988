import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** Whether a column holds these words, in any case: LIKE alone minds the case in Postgres and not in SQLite, and takes % and _ for more. */
export function holds(column: SQLWrapper, words: string): SQL {
  const pattern = `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}
