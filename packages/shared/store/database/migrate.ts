import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { mergeDoubles } from '../articles/merge-doubles.ts';
import { packDedup } from '../copies/pack-dedup.ts';
import { attachFormer } from './partitions.ts';
import { type Db, SchemaMismatch, type Store } from './store.ts';

/** The store as a step finds it: it writes by its transaction alone. */
export type MigratingStore = Pick<Store, 'dialect' | 'tables' | 'rows'>;

/** One step of the schema, as drizzle-kit wrote it. Its version is its number from 1. */
export interface Migration {
  version: number;
  name: string;
  /**
   * Its statements. Postgres runs each part in a transaction of its own, so that a lock that one needs for a moment is not held while
   * another goes through a whole table; all but the last bear being run again, for a step that broke off begins anew.
   */
  parts: string[][];
  /** What SQL cannot say, run after the statements in the transaction of the last. */
  after: ((store: MigratingStore, tx: Db) => Promise<unknown>) | null;
}

const AFTER: Readonly<Record<string, Migration['after']>> = {
  '0002_lists.sql': packDedup,
  '0005_page_keys.sql': (store, tx) => mergeDoubles(within(store, tx), tx, Date.now()),
  '0014_months.sql': async (store, tx) => (store.dialect === 'postgres' ? attachFormer(store, tx) : undefined),
};

/** A store whose reads and writes all go through one transaction; it is not closed and has no copy made of it there. */
function within(store: MigratingStore, tx: Db): Store {
  return { ...store, db: tx, write: (change: (db: Db) => unknown) => change(tx) } as unknown as Store;
}

/** The schema's steps for a dialect, in order. */
export function readMigrations(dialect: 'sqlite' | 'postgres'): Migration[] {
  const folder = fileURLToPath(new URL(`../migrations/${dialect === 'sqlite' ? 'sqlite' : 'pg'}/`, import.meta.url));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name, index) => ({
      version: index + 1,
      name,
      after: AFTER[name] ?? null,
      parts: readFileSync(`${folder}${name}`, 'utf8')
        .split('--> transaction-breakpoint')
        .map((part) =>
          part
            .split('--> statement-breakpoint')
            .map((statement) => statement.trim())
            .filter((statement) => statement !== ''),
        ),
    }));
}

/** What `open` does with a database of an older schema: bring it up to date, or refuse it. */
export type SchemaPolicy = 'migrate' | 'require';

/**
 * Decides which steps to run.
 * @param found the database's version; 0 for an empty one
 * @throws SchemaMismatch for a newer database, and for an older one where migrating is not our business
 */
export function pendingMigrations(all: Migration[], found: number, policy: SchemaPolicy, where: string): Migration[] {
  const wanted = all.length;
  if (found > wanted) {
    throw new SchemaMismatch(
      `${where} has schema version ${found}, this wirewatch knows ${wanted}: it was written by a newer wirewatch. Nothing was changed; run that one, or use another data folder.`,
    );
  }
  if (found < wanted && policy === 'require') {
    throw new SchemaMismatch(
      `${where} has schema version ${found}, this wirewatch needs ${wanted}. Run "wirewatch db migrate" once, then start the services again.`,
    );
  }
  return all.filter((migration) => migration.version > found);
}
