import { sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { type PgTable, getTableConfig as pgConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as liteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { pgKit, sqliteKit } from './columns.ts';
import { defineTables } from './tables.ts';

/** A table as both dialects should have it: names, what may be null, what is unique. */
function shapeOf(config: ReturnType<typeof pgConfig> | ReturnType<typeof liteConfig>) {
  return {
    columns: config.columns.map((column) => [
      toSnakeCase(column.name),
      column.notNull,
      column.primary,
      column.dataType,
    ]),
    keys: config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
    indexes: config.indexes
      .map(({ config: index }) => [
        index.name,
        index.unique ?? false,
        index.columns.map((column) => ('name' in column ? column.name : '?')),
      ])
      .sort(),
  };
}

test('both dialects declare the same tables, columns and indexes', () => {
  const pg = Object.values(defineTables(pgKit)).map((table) => pgConfig(table as unknown as PgTable));
  const lite = Object.values(defineTables(sqliteKit)).map((table) => liteConfig(table as unknown as SQLiteTable));
  expect(Object.fromEntries(lite.map((one) => [one.name, shapeOf(one)]))).toEqual(
    Object.fromEntries(pg.map((one) => [one.name, shapeOf(one)])),
  );
});

describe.each(DIALECTS)('the migrated database on %s', (dialect) => {
  const opened = useStore(dialect);

  test('has the tables, columns and indexes that are declared: the migrations are up to date', async () => {
    const store = opened();
    const declared = Object.values(defineTables(pgKit)).map((table) => pgConfig(table));
    const found = await (dialect === 'sqlite' ? liteCatalogue() : pgCatalogue());
    const inTables = (name: string) => declared.some((table) => name.startsWith(`${table.name}.`));
    expect(found.columns.filter(inTables).sort()).toEqual(
      declared
        .flatMap((table) =>
          table.columns.map((column) => {
            const inKey = column.primary || table.primaryKeys.some((key) => key.columns.includes(column));
            return `${table.name}.${toSnakeCase(column.name)} ${column.notNull || inKey ? 'required' : 'optional'}`;
          }),
        )
        .sort(),
    );
    expect(found.indexes.filter(inTables).sort()).toEqual(
      declared
        .flatMap((table) =>
          table.indexes.map(({ config }) => `${table.name}.${config.name}${config.unique ? ' unique' : ''}`),
        )
        .sort(),
    );

    async function liteCatalogue() {
      const columns = await store.rows<{ at: string }>(
        sql`select m.name || '.' || c.name || case when c."notnull" or c.pk then ' required' else ' optional' end as at
            from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'`,
      );
      const indexes = await store.rows<{ at: string }>(
        sql`select m.name || '.' || i.name || case when i."unique" then ' unique' else '' end as at
            from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c'`,
      );
      return { columns: columns.map((row) => row.at), indexes: indexes.map((row) => row.at) };
    }

    async function pgCatalogue() {
      const columns = await store.rows<{ at: string }>(
        sql`select table_name || '.' || column_name || case is_nullable when 'NO' then ' required' else ' optional' end as at
            from information_schema.columns where table_schema = 'public'`,
      );
      const indexes = await store.rows<{ at: string }>(
        sql`select t.relname || '.' || c.relname || case when i.indisunique then ' unique' else '' end as at
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
            where not i.indisprimary and t.relnamespace = 'public'::regnamespace`,
      );
      return { columns: columns.map((row) => row.at), indexes: indexes.map((row) => row.at) };
    }
  });
});
