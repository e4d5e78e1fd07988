import { setTimeout as sleep } from 'node:timers/promises';
import { readMigrations } from '@wirewatch/shared/store/database/migrate.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import pg from 'pg';
import { makeFormer } from '../../support/former-postgres.ts';
import { startPrivatePostgres } from '../../support/postgres.ts';
import { cpuSecondsOfTree } from '../whole/cpu.ts';
import { type Former, fillFormer } from './former-rows.ts';

/** As in infra/postgres.conf. */
const SETTINGS = {
  shared_buffers: '256MB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
};
const PROBE_MS = 25;

/** What services ask of each table meanwhile: statements that every release knows. */
const PROBES: Record<string, string> = {
  'articles, written': 'update articles set enqueued_at = enqueued_at where id = (select id from articles limit 1)',
  'articles, read': 'select id from articles limit 1',
  'search, written': 'update search_docs set date_to = date_to where docid = (select docid from search_docs limit 1)',
  'search, read': 'select docid from search_docs limit 1',
  'classifications, written':
    'update classifications set version = version where article_id = (select article_id from classifications limit 1)',
  'polls, written':
    "insert into polls (feed_id, at, outcome, reason, bytes, ms, items, new_items) values ('probe', 1, 'ok', 'r', 1, 1, 1, 0)",
};

/** Upgrades a Postgres of so many articles from the schema whose last step is `from`, and tells what it took. */
export async function upgradePostgres(articles: number, from: string): Promise<void> {
  const server = await startPrivatePostgres({ durable: true, settings: SETTINGS });
  const client = new pg.Client({ connectionString: server.url });
  try {
    await makeFormer(server.url, from);
    await client.connect();
    const began = performance.now();
    await fillFormer(formerOn(client), articles);
    await client.query('analyze');
    console.log(
      `Postgres, ${articles} articles at ${from}, filled in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    for (const line of await sizesOf(client, articles)) console.log(line);
    await client.query('checkpoint');
    await upgrade(client, server.url, server.pid());
    for (const line of await sizesOf(client, articles)) console.log(line);
  } finally {
    await client.end().catch(() => undefined);
    await server.stop();
  }
}

function formerOn(client: pg.Client): Former {
  return {
    async columnsOf(table) {
      const { rows } = await client.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name = $1 and is_identity = 'NO' order by ordinal_position`,
        [table],
      );
      return rows.map(({ name }) => name);
    },
    async insert(table, columns, rows) {
      await client.query(
        `insert into ${table} (${columns.join()}) select ${columns.join()} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
        [JSON.stringify(rows)],
      );
    },
    async repeat(table, columns, values, times) {
      await client.query(
        `insert into ${table} (${columns.join()}) select ${values.join()} from ${table}, generate_series(1, ${times}) as n`,
      );
    },
  };
}

/** The largest tables, in megabytes and bytes an article. */
async function sizesOf(client: pg.Client, articles: number): Promise<string[]> {
  const { rows } = await client.query<{ name: string; rows: number; heap: number; all: number }>(
    `select relname as name, reltuples::float as rows, pg_table_size(oid)::float as heap, pg_total_relation_size(oid)::float as all
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 4 desc limit 12`,
  );
  return rows.map(
    ({ name, all, heap }) =>
      `  ${name.padEnd(26)} ${(all / 1e6).toFixed(0).padStart(7)} MB, ${(all / articles).toFixed(0)} bytes an article, ${((1 - heap / all) * 100).toFixed(0)} % of it indexes`,
  );
}

async function upgrade(client: pg.Client, url: string, pid: number | null): Promise<void> {
  const names = readMigrations('postgres').map(({ name }) => name);
  const numberOf = async (text: string) => Number((await client.query(`select ${text} as n`)).rows[0].n);
  const wal = () => numberOf("pg_current_wal_lsn() - '0/0'::pg_lsn");
  const disk = () => numberOf('pg_database_size(current_database())');
  const before = { wal: await wal(), disk: await disk(), cpu: pid === null ? 0 : cpuSecondsOfTree(pid) };
  const probes = await watch(url);
  const began = performance.now();
  const version = async () => Number((await client.query("select value from meta where key = 'schema'")).rows[0].value);
  let most = before.disk;
  let at = await version();
  let since = began;
  const done = openStore(url, 'migrate').then((store) => store.close());
  let ended = false;
  done.finally(() => (ended = true)).catch(() => undefined);
  while (!ended || at < names.length) {
    const now = await version();
    most = Math.max(most, await disk());
    if (now > at) {
      console.log(`  ${names.slice(at, now).join(' to ')}: ${((performance.now() - since) / 1000).toFixed(1)} s`);
      [at, since] = [now, performance.now()];
    }
    if (ended && now < names.length) break;
    await sleep(PROBE_MS);
  }
  await done;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const cpu = pid === null ? 0 : cpuSecondsOfTree(pid) - before.cpu;
  const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(2);
  console.log(
    `upgraded in ${seconds} s (${cpu.toFixed(1)} s CPU of Postgres, probes included); database ${gigabytes(before.disk)} GB, ` +
      `${gigabytes(most)} at most, ${gigabytes(await disk())} after; ${gigabytes((await wal()) - before.wal)} GB of log written`,
  );
  for (const [name, waited] of await probes.stop())
    console.log(`  ${name.padEnd(26)} waited ${waited.toFixed(1)} s at most`);
}

/** Asks each table again and again, as services do, and keeps the longest wait (s). */
async function watch(url: string): Promise<{ stop(): Promise<Array<[string, number]>> }> {
  let stopped = false;
  const loops = Object.entries(PROBES).map(async ([name, text]): Promise<[string, number]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    let longest = 0;
    while (!stopped) {
      const began = performance.now();
      await client.query(text);
      longest = Math.max(longest, performance.now() - began);
      await sleep(PROBE_MS);
    }
    await client.end();
    return [name, longest / 1000];
  });
  return {
    stop: () => {
      stopped = true;
      return Promise.all(loops);
    },
  };
}
