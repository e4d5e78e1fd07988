import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { assignStory } from '../../services/deduplicator/assign-story.ts';
import type { DedupArticle } from '../../services/deduplicator/core/article.ts';
import { Engine } from '../../services/deduplicator/engine.ts';
import { firstSightOf } from '../../services/deduplicator/first-sight.ts';
import { createStorePort } from '../../services/deduplicator/store-port.ts';
import { clean } from '../../services/deduplicator/test-support/clean.ts';
import { article, edit, randomOf, story, wrap } from '../../services/deduplicator/test-support/press.ts';
import { startPrivatePostgres } from '../support/postgres.ts';

/**
 * `npm run bench -- dedup-plans`; this file takes `--sqlite`, `--postgres`, `--verbose` (each plan). What the deduplicator asks of a store
 * with 100,000 articles: which statements go through a whole table, how long an article takes, and in how much memory.
 */
const SAID = new Set(process.argv.slice(2));
const SIZE = 100_000;
const FIRST = 500;
const TURNS = 300;
const statements = new Map<string, unknown[]>();
let noting = false;

/** Notes each statement that goes to a store, while it is asked to. */
function listen(): void {
  const prepare = Database.prototype.prepare;
  Database.prototype.prepare = function (this: Database.Database, source: string) {
    statements.set(source, []);
    return prepare.call(this, source) as never;
  } as never;
  const query = pg.Client.prototype.query as unknown as (...args: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    if (noting)
      statements.set(
        typeof first === 'string' ? first : first.text,
        (typeof first === 'string' ? values : (first.values ?? values)) ?? [],
      );
    return query.apply(this, args);
  } as never;
}

/** Texts, their copies and pages that frame them: some of everything that is settled. */
function pressed(seed: number, many: number): DedupArticle[] {
  const random = randomOf(seed);
  const all: DedupArticle[] = [];
  for (let n = 0; all.length < many; n += 1) {
    const text = story(random, 20);
    const id = (k: number) => `s${seed}n${n}k${k}`;
    const rest = { language: 'en', credit: null };
    all.push(article(id(0), `h${n % 90}.example`, text, n * 9, rest));
    all.push(article(id(1), `h${(n + 7) % 90}.example`, wrap(random, text), n * 9 + 30, rest));
    all.push(article(id(2), `h${(n + 31) % 90}.example`, edit(random, text.slice(0, 15), 0.05), n * 9 + 60, rest));
    all.push(article(id(3), `h${(n + 3) % 90}.example`, story(random, 20), n * 9 + 70, rest));
  }
  return all;
}

/** Columns that name a row or lead to one: in each repetition of a row they are others. */
const NAMES =
  /^(id|url_key|article_id|revision_id|pair|newer|older|group_id|original_id|source_id|raw_hash|text_hash|content_hash)$/;

/** Repeats the rows of a table under other names until there are as many as are asked for. */
async function repeat(store: Store, table: string, columns: readonly string[], times: number): Promise<void> {
  const values = columns.map((name) =>
    NAMES.test(name)
      ? `${name} || '-' || n`
      : name === 'key'
        ? 'key + n * 65537'
        : name === 'number'
          ? `number + n * ${FIRST}`
          : name,
  );
  const numbers = `with recursive times(n) as (select 1 union all select n + 1 from times where n < ${times})`;
  await store.write(async (tx) => {
    await store.rows(
      sql.raw(
        store.dialect === 'sqlite'
          ? `insert or ignore into ${table} (${columns.join()}) ${numbers} select ${values.join()} from ${table}, times where true returning 1`
          : `insert into ${table} (${columns.join()}) ${numbers} select ${values.join()} from ${table}, times on conflict do nothing`,
      ),
      tx,
    );
  });
}

async function columnsOf(store: Store, table: string): Promise<string[]> {
  const rows = await store.rows<{ name: string }>(
    store.dialect === 'sqlite'
      ? sql`select name from pragma_table_info(${table})`
      : sql`select column_name as name from information_schema.columns where table_name = ${table} and is_generated = 'NEVER'`,
  );
  // A serial number is given by the store.
  return rows.map(({ name }) => name).filter((name) => !(name === 'number' && table === 'dedup_articles'));
}

/** One article through the whole stage, as the service does it. */
async function take(store: Store, engine: Engine, one: DedupArticle): Promise<void> {
  await clean(store, one);
  const [row] = await store.db.select().from(store.tables.articles).where(sql`id = ${one.id}`);
  await firstSightOf(store, row!, Date.parse(one.published!));
  await engine.deduplicate(one);
  await assignStory(store, one.id);
}

/** Postgres goes through what is small or empty whichever way is quickest: at such a cost it is neither. */
const DEAR = 500;

function isScan(line: string): boolean {
  const cost = /Seq Scan on .*cost=[\d.]+\.\.([\d.]+)/.exec(line);
  return cost ? Number(cost[1]) >= DEAR : /\bSCAN (?!json_each|CONSTANT|value|v\b)/.test(line);
}

async function plansOf(store: Store): Promise<string[]> {
  const told: string[] = [];
  for (const [text, values] of statements) {
    if (!/^\s*(select|insert|update|delete|with)/i.test(text)) continue;
    const plan =
      store.dialect === 'sqlite'
        ? (await store.rows<{ detail: string }>(sql.raw(`explain query plan ${bare(text)}`))).map(
            ({ detail }) => detail,
          )
        : (await explainPostgres(store, text, values)).split('\n');
    const scans = plan.filter(isScan);
    if (SAID.has('--verbose')) console.log(`    ${text}\n      ${plan.join('\n      ')}`);
    for (const scan of scans) told.push(`${scan.trim()}: ${text.replace(/\s+/g, ' ').slice(0, 240)}`);
  }
  return told;
}

/** A statement without its places for values: any value gives SQLite the same plan. */
function bare(text: string): string {
  return text.replace(/\?\d*/g, "'1'");
}

async function explainPostgres(store: Store, text: string, values: unknown[]): Promise<string> {
  const filled = text.replace(/\$(\d+)/g, (_, at: string) => literalOf(values[Number(at) - 1]));
  const rows = await store.rows<{ 'QUERY PLAN': string }>(sql.raw(`explain ${filled}`));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join()}}`);
  return pg.escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

/** Fills a store with articles that were settled, and with their repetitions. */
async function fill(url: string): Promise<void> {
  const store = await openStore(url, 'migrate');
  try {
    const engine = new Engine(createStorePort(store, 'bench'));
    for (const one of pressed(1, FIRST)) await take(store, engine, one);
    for (const table of ['articles', 'revisions', 'dedup_articles', 'dedup_places', 'dedup_links', 'syndication'])
      await repeat(store, table, await columnsOf(store, table), SIZE / FIRST - 1);
    if (store.dialect === 'postgres') await store.rows(sql`vacuum analyze`);
  } finally {
    await store.close();
  }
}

/** In a process of its own, as the service is: what was filled with lies in no memory of it. */
async function measure(url: string): Promise<void> {
  listen();
  const store = await openStore(url, 'require');
  try {
    const [held] = await store.rows<{ n: number }>(sql`select count(*) as n from dedup_articles`);
    statements.clear();
    noting = true;
    const engine = new Engine(createStorePort(store, 'bench'));
    const times: number[] = [];
    const cpu = process.cpuUsage();
    for (const one of pressed(2, TURNS)) {
      const began = performance.now();
      await take(store, engine, one);
      times.push(performance.now() - began);
    }
    noting = false;
    const { user, system } = process.cpuUsage(cpu);
    times.sort((a, b) => a - b);
    console.log(
      `${store.dialect}, ${held!.n} articles: median ${times[times.length >> 1]!.toFixed(1)} ms an article, CPU of this process ${((user + system) / 1000 / times.length).toFixed(1)} ms, memory ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`,
    );
    const asked = statements.size;
    const scans = await plansOf(store);
    console.log(`  ${asked} statements, ${scans.length} that go through a table`);
    for (const scan of scans) console.log(`  ${scan}`);
  } finally {
    await store.close();
  }
}

async function main(): Promise<void> {
  const [given] = [...SAID].filter((word) => word.startsWith('--store='));
  if (given) return measure(given.slice('--store='.length));
  for (const dialect of ['sqlite', 'postgres']) {
    if ((SAID.has('--sqlite') || SAID.has('--postgres')) && !SAID.has(`--${dialect}`)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'ww-bench-'));
    const server = dialect === 'postgres' ? await startPrivatePostgres() : null;
    try {
      const url = server?.url ?? `sqlite:${folder}/w.db`;
      await fill(url);
      spawnSync(process.execPath, [import.meta.filename, ...SAID, `--store=${url}`], { stdio: 'inherit' });
    } finally {
      await server?.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

await main();
