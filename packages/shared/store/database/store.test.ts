import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startPrivatePostgres } from '../../../../tests/support/postgres.ts';
import { openStore } from './open.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a transaction that fails leaves nothing, and the next one goes on', async () => {
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  const { meta } = store.tables;
  const failing = store.write(async (tx) => {
    await tx.insert(meta).values({ key: 'a', value: '1' });
    throw new Error('on purpose');
  });
  const following = store.write(async (tx) => {
    await tx.insert(meta).values({ key: 'b', value: '2' });
  });
  await expect(failing).rejects.toThrow('on purpose');
  await following;
  expect(await store.db.select().from(meta)).toEqual([{ key: 'b', value: '2' }]);
  await store.close();
});

test('readers do not see what is not committed', async () => {
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  const { meta } = store.tables;
  await store.write(async (tx) => {
    await tx.insert(meta).values({ key: 'a', value: '1' });
    expect(await store.db.select().from(meta)).toEqual([]);
  });
  expect(await store.db.select().from(meta)).toHaveLength(1);
  await store.close();
});

test('a single statement waits for another process that writes, and is not in the way of the transaction before it', async () => {
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  const { meta } = store.tables;
  const Database = (await import('better-sqlite3')).default;
  const other = new Database(`${folder}/w.db`);
  other.exec('BEGIN IMMEDIATE');
  const single = store.writeOne((db) => db.insert(meta).values({ key: 'a', value: '1' }).returning());
  setTimeout(() => other.exec('COMMIT'), 200);
  expect(await single).toEqual([{ key: 'a', value: '1' }]);
  other.close();
  const failing = store.write(async (tx) => {
    await tx.insert(meta).values({ key: 'b', value: '2' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    throw new Error('on purpose');
  });
  const next = store.writeOne((db) => db.insert(meta).values({ key: 'c', value: '3' }).returning());
  await expect(failing).rejects.toThrow('on purpose');
  await next;
  expect((await store.db.select().from(meta)).map(({ key }) => key)).toEqual(['a', 'c']);
  await store.close();
});

test('a database of a newer schema is refused by name, and not touched', async () => {
  const store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
  await store.rows(sql`select 1`);
  await store.close();
  const Database = (await import('better-sqlite3')).default;
  const raw = new Database(`${folder}/w.db`);
  raw.pragma('user_version = 999');
  raw.close();
  await expect(openStore(`sqlite:${folder}/w.db`, 'migrate')).rejects.toThrow(/schema version 999.*newer wirewatch/s);
});

test('a service refuses an empty database and names the command that fills it', async () => {
  await expect(openStore(`sqlite:${folder}/w.db`, 'require')).rejects.toThrow(/wirewatch db migrate/);
});

test('ten openings at once migrate once', async () => {
  const stores = await Promise.all(Array.from({ length: 10 }, () => openStore(`sqlite:${folder}/w.db`, 'migrate')));
  for (const store of stores) await store.close();
  expect(stores).toHaveLength(10);
});

test('a Postgres is given the connections that its address allows, and no more', async () => {
  const server = await startPrivatePostgres();
  try {
    const store = await openStore(`${server.url}?connections=2`, 'migrate');
    const asked = Array.from({ length: 6 }, () =>
      store.write(async (tx) => {
        const [row] = await store.rows<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(.05)`, tx);
        return row!.pid;
      }),
    );
    expect(new Set(await Promise.all(asked)).size).toBe(2);
    await store.close();
    for (const wrong of ['0', 'many', '1.5'])
      await expect(openStore(`${server.url}?connections=${wrong}`, 'migrate')).rejects.toThrow(/whole number.*from 1/);
  } finally {
    await server.stop();
  }
});
