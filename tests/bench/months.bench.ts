import { monthOf } from '@wirewatch/shared/store/database/months.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { clearBefore } from '@wirewatch/shared/store/operations/clear-before.ts';
import { sql } from 'drizzle-orm';
import { startPrivatePostgres } from '../support/postgres.ts';

/** `npm run bench -- months`: a month of so many polls and a tenth as many replaced results, dropped, and deleted from a table that is not partitioned. */
const POLLS = Number(process.env.MONTHS_POLLS ?? 3_000_000);
const SETTINGS = { shared_buffers: '256MB', max_wal_size: '2GB', wal_compression: 'on', autovacuum: 'off' };
const TURNS = 2_000;

async function main(): Promise<void> {
  const server = await startPrivatePostgres({ durable: true, settings: SETTINGS });
  const store = await openStore(server.url, 'migrate');
  try {
    const month = monthOf(Date.now());
    for (const [table, rows, width] of [
      ['polls', POLLS, 0],
      ['previous_results', POLLS / 10, 1500],
    ] as const) {
      const plain = `${table}_plain`;
      await run(store, `create table ${plain} (like ${table} including defaults including identity, primary key (id))`);
      const [index] = table === 'polls' ? ['(feed_id, at)'] : ['(article_id, stage)'];
      await run(store, `create index on ${plain} ${index}`);
      if (table === 'previous_results') await run(store, `create index on ${plain} (batch_id)`);
      for (const name of [table, plain]) {
        await filled(store, name, month.from, rows, width);
        // What stays: a twentieth, in the next month.
        await filled(store, name, month.until, rows / 20, width);
        await run(store, `vacuum analyze ${name}`);
      }
      console.log(`${table}: ${rows} rows of a month, ${rows / 20} of the next`);
      const at = table === 'polls' ? 'at' : 'replaced_at';
      for (const name of [table, plain]) await often(store, name, table, month.until);
      await timed(store, plain, 'deleted at once', () =>
        run(store, `delete from ${plain} where ${at} < ${month.until}`),
      );
      await timed(store, plain, 'vacuum of it', () => run(store, `vacuum ${plain}`));
      await timed(store, table, 'dropped', async () => {
        const { months } = await clearBefore(store, table, month.until, month.until + 1);
        if (months.length !== 1) throw new Error(`dropped ${months.join()}`);
      });
    }
  } finally {
    await store.close();
    await server.stop();
  }
}

const run = (store: Store, text: string) => store.rows(sql.raw(text));

async function filled(store: Store, name: string, from: number, rows: number, width: number): Promise<void> {
  const at = `${from} + n::bigint * 800`;
  await run(
    store,
    name.startsWith('polls')
      ? `insert into ${name} (feed_id, at, outcome, reason, bytes, ms, items, new_items)
         select 'feed' || n % 5000, ${from} + (n % 2400000)::bigint * 1000, 'unchanged', 'not modified since', 0, 30, 0, 0 from generate_series(1, ${rows}) n`
      : `insert into ${name} (article_id, stage, version, batch_id, result, replaced_at)
         select md5(n::text), 'classify', 'before', 'batch' || n / 100000,
         jsonb_build_object('text', (select string_agg(md5((n * 64 + k)::text), '') from generate_series(1, ${Math.ceil(width / 32)}) k)), ${at}
         from generate_series(1, ${rows}) n`,
  );
}

async function sizeOf(store: Store, name: string): Promise<number> {
  const [row] = await store.rows<{ n: number }>(
    sql.raw(
      `select (pg_total_relation_size('${name}') + coalesce((select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = '${name}'::regclass), 0))::float as n`,
    ),
  );
  return row!.n / 1e6;
}

async function timed(store: Store, name: string, what: string, work: () => Promise<unknown>): Promise<void> {
  const wal = async () =>
    (await store.rows<{ n: number }>(sql.raw("select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::float as n")))[0]!
      .n;
  const [walBefore, sizeBefore, began] = [await wal(), await sizeOf(store, name), performance.now()];
  await work();
  const ms = performance.now() - began;
  console.log(
    `  ${what.padEnd(18)} ${ms.toFixed(0).padStart(7)} ms, ${(((await wal()) - walBefore) / 1e6).toFixed(2).padStart(8)} MB of log, ` +
      `${sizeBefore.toFixed(0)} MB before, ${(await sizeOf(store, name)).toFixed(0)} after`,
  );
}

/** What is asked of them at work: a feed's last poll before an instant, an article's results, a row added. */
async function often(store: Store, name: string, table: string, from: number): Promise<void> {
  const asked =
    table === 'polls'
      ? (n: number) => `execute ${name}_asked('feed${n % 5000}', ${from})`
      : (n: number) => `execute ${name}_asked(md5('${n}'), 0)`;
  await run(
    store,
    `prepare ${name}_asked(text, bigint) as ${table === 'polls' ? `select max(at) from ${name} where feed_id = $1 and at < $2` : `select * from ${name} where article_id = $1 and stage = 'classify'`}`,
  );
  const began = performance.now();
  for (let n = 0; n < TURNS; n += 1) await run(store, asked(n));
  const each = (performance.now() - began) / TURNS;
  const added = performance.now();
  await filled(store, name, from + 1, 20_000, 1500);
  const add = (performance.now() - added) / 20_000;
  console.log(`  ${name.padEnd(24)} asked ${each.toFixed(2)} ms (prepared), a row added ${(add * 1000).toFixed(0)} µs`);
}

await main();
