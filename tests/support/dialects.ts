import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startPrivatePostgres } from './postgres.ts';

/** For `describe.each`: what a repository does, it does on both. */
export const DIALECTS = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** An empty database of a dialect: its URL, and how it is put away. */
export async function emptyDatabase(dialect: Dialect): Promise<{ url: string; drop(): Promise<void> }> {
  if (dialect === 'postgres') {
    const server = await startPrivatePostgres();
    return { url: server.url, drop: server.stop };
  }
  const folder = mkdtempSync(join(tmpdir(), 'ww-store-'));
  return {
    url: `sqlite:${folder}/w.db`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A store for the tests of the suite that calls this: opened once, emptied before each test. */
export function useStore(dialect: Dialect): () => Store {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await emptyDatabase(dialect);
    drop = database.drop;
    store = await openStore(database.url, 'migrate');
  });
  beforeEach(async () => {
    const { meta: _, ...tables } = store.tables;
    await store.write(async (tx) => {
      for (const table of Object.values(tables)) await tx.delete(table);
      // Made by hand in each dialect, hence not among the tables.
      if (dialect === 'postgres') await store.rows(sql`delete from search_terms`, tx);
    });
  });
  afterAll(async () => {
    await store?.close();
    await drop?.();
  });
  return () => store;
}
