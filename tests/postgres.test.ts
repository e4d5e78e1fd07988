import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { TOOLS } from '../services/cli/private-redis/debian-packages.ts';
import { startPrivatePostgres } from './support/postgres.ts';
import { ensurePostgresBinaries } from './support/postgres-binaries.ts';

async function useDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('CREATE TABLE piece (id int PRIMARY KEY, title text)');
    await client.query('INSERT INTO piece VALUES ($1, $2)', [1, 'Žluťoučký kůň, 日本語, عربي']);
    const { rows } = await client.query('SELECT title FROM piece');
    expect(rows).toEqual([{ title: 'Žluťoučký kůň, 日本語, عربي' }]);
  } finally {
    await client.end();
  }
}

test('a private database holds text of any script, and each call gives an empty one', async () => {
  const first = await startPrivatePostgres();
  await useDatabase(first.url);
  await first.stop();
  await expect(useDatabase(first.url)).rejects.toThrow();
  const second = await startPrivatePostgres();
  await useDatabase(second.url);
  await second.stop();
});

test.skipIf(!existsSync(join(TOOLS, 'postgres')))('one that was fetched runs, too', async () => {
  const fetched = await ensurePostgresBinaries({ log: () => {}, path: '', system: '/nowhere' });
  const server = await startPrivatePostgres({ binaries: fetched });
  await useDatabase(server.url);
  await server.stop();
});
