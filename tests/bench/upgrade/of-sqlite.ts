import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readMigrations } from '@wirewatch/shared/store/database/migrate.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import Database from 'better-sqlite3';
import { type Former, fillFormer } from './former-rows.ts';
import type { Waited } from './sqlite-probe.ts';

/** Of the file's pages kept at hand while the store is filled (kB). */
const FILLING_KB = 500_000;

/** What services ask meanwhile: statements that every release knows. */
const PROBES: Record<string, string> = {
  'articles, read': 'select id from articles limit 1',
  'search, read': 'select docid from search_docs limit 1',
  'polls, written':
    "insert into polls (feed_id, at, outcome, reason, bytes, ms, items, new_items) values ('probe', 1, 'ok', 'r', 1, 1, 1, 0)",
};

/** Upgrades an SQLite store of so many articles from the schema whose last step is `from`, and tells what it took. */
export async function upgradeSqlite(articles: number, from: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ww-upgrade-'));
  const path = join(folder, 'wirewatch.db');
  const gigabytes = () =>
    [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0) / 1e9;
  try {
    const began = performance.now();
    await makeFormer(path, from, articles);
    const filled = ((performance.now() - began) / 1000).toFixed(0);
    console.log(`SQLite, ${articles} articles at ${from}, filled in ${filled} s`);
    const before = gigabytes();
    const probes = await Promise.all(Object.entries(PROBES).map(([name, text]) => startProbe(name, text, path)));
    const cpu = process.cpuUsage();
    const start = performance.now();
    const store = await openStore(`sqlite:${path}`, 'migrate');
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const most = gigabytes();
    const waits = await Promise.all(probes.map((stop) => stop()));
    await store.close();
    console.log(
      `upgraded in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s CPU, probes included); with its log ` +
        `${before.toFixed(2)} GB before, ${most.toFixed(2)} at the end, ${gigabytes().toFixed(2)} after`,
    );
    for (const { name, seconds: waited, times } of waits)
      console.log(`  ${name.padEnd(26)} ${times} times, waited ${waited.toFixed(1)} s at most`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A store of a former release, by SQL alone and without a log: a file that is half filled is thrown away. */
async function makeFormer(path: string, last: string, articles: number): Promise<void> {
  const all = readMigrations('sqlite');
  const until = all.findIndex(({ name }) => name === `${last}.sql`) + 1;
  if (until === 0) throw new Error(`no migration ${last}`);
  const db = new Database(path);
  try {
    db.pragma('journal_mode = off');
    db.pragma('synchronous = off');
    db.pragma(`cache_size = -${FILLING_KB}`);
    for (const { parts } of all.slice(0, until)) for (const text of parts.flat()) db.exec(text);
    db.pragma(`user_version = ${until}`);
    await fillFormer(formerOn(db), articles);
    db.pragma('journal_mode = wal');
  } finally {
    db.close();
  }
}

function formerOn(db: Database.Database): Former {
  return {
    async columnsOf(table) {
      const columns = db.pragma(`table_info(${table})`) as Array<{ name: string; type: string; pk: number }>;
      // A table's one integer key is the number that the database gives; the search's own is given.
      const given = columns.filter(({ name, type, pk }) => pk !== 1 || !/^integer$/i.test(type) || name === 'docid');
      return given.map(({ name }) => name);
    },
    async insert(table, columns, rows) {
      // What a row does not name has its default, as if it had not been told of the column.
      const named = columns.filter((name) => rows.some((row) => name in row));
      const statement = db.prepare(
        `insert or ignore into ${table} (${named.join()}) values (${named.map(() => '?').join()})`,
      );
      db.transaction(() => {
        for (const row of rows) statement.run(named.map((name) => driven(row[name])));
      })();
    },
    async repeat(table, columns, values, times) {
      // Apart, so that what is read does not grow.
      db.exec(`create temp table made as select * from ${table}`);
      db.exec(
        `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${times})
         insert into ${table} (${columns.join()}) select ${values.join()} from made cross join numbers`,
      );
      db.exec('drop table made');
    },
  };
}

function driven(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** Asks again and again in a thread of its own, for SQLite's calls wait in place; resolves when the first answer is there. */
async function startProbe(name: string, text: string, path: string): Promise<() => Promise<Waited & { name: string }>> {
  const stop = new SharedArrayBuffer(4);
  const worker = new Worker(new URL('./sqlite-probe.ts', import.meta.url), { workerData: { path, text, stop } });
  await once(worker, 'message');
  return async () => {
    const waited = once(worker, 'message');
    Atomics.store(new Int32Array(stop), 0, 1);
    const [found] = (await waited) as [Waited];
    return { name, ...found };
  };
}
