import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { monthOf } from '@wirewatch/shared/store/database/months.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import { openPostgres } from '@wirewatch/shared/store/database/open-postgres.ts';
import { partitionsOf } from '@wirewatch/shared/store/database/partitions.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { createBatch } from '@wirewatch/shared/store/journey/batches.ts';
import { clearBefore } from '@wirewatch/shared/store/operations/clear-before.ts';
import { searchArticles } from '@wirewatch/shared/store/search/search-articles.ts';
import Database from 'better-sqlite3';
import { asc, eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';
import { makeFormer } from './support/former-postgres.ts';
import { startPrivatePostgres } from './support/postgres.ts';

/** A store that the version before the rooms were laid anew wrote over the sample web: 80 articles, schema 7. */
const FORMER = join(import.meta.dirname, 'golden/store-of-0.1.db.gz');

const LINK = 'http://go.example/one-page-twice';

/** A second article of one page, as two links that were fetched at the same time could leave it behind. */
function double(path: string): void {
  const db = new Database(path);
  const names = (db.pragma('table_info(articles)') as Array<{ name: string }>).map(({ name }) => name);
  const own: Record<string, string> = { id: "'double'", url: `'${LINK}'`, url_key: "'go.example/one-page-twice'" };
  db.exec(`insert into articles (${names.join(', ')}) select ${names.map((name) => own[name] ?? name).join(', ')}
    from articles where outcome = 'done' and final_url = url order by id limit 1`);
  db.close();
}

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-former-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'wirewatch.db'), gunzipSync(readFileSync(FORMER)));
  double(join(folder, 'wirewatch.db'));
  store = await openStore(`sqlite:${join(folder, 'wirewatch.db')}`, 'migrate');
});
afterAll(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a store of the former version opens, with all that it held', async () => {
  const records = [];
  for await (const record of readRecords(store, { all: true })) records.push(record);
  expect(records.filter(({ outcome }) => outcome !== 'same-page')).toHaveLength(80);
  const relations = Map.groupBy(
    records.flatMap(({ syndication }) => syndication ?? []),
    ({ relation }) => relation,
  );
  expect(Object.fromEntries([...relations].map(([relation, list]) => [relation, list.length]))).toEqual({
    unique: 30,
    copy: 29,
    original: 12,
    revision: 2,
    excerpt: 1,
  });
  expect(await listFeeds(store)).toHaveLength(12);
  expect(records.filter(({ outcome }) => outcome === 'done')).toHaveLength(74);
});

test('a page that stood there twice is one article', async () => {
  const { articles } = store.tables;
  const [row] = await store.db.select().from(articles).where(eq(articles.id, 'double'));
  expect(row).toMatchObject({ outcome: 'same-page', revisionId: null, stage: null });
});

test('its rows are told as stale by their version, and can be done again', async () => {
  const now = Date.now();
  const selection = { from: 'dedup', staleVersion: 'dedup-of-now', since: null, until: null, outlets: [] } as const;
  const batch = await createBatch(store, { ...selection, outlets: [] }, { dryRun: true, who: 'test', now });
  expect(batch.total).toBe(74);
});

test('it is searched', async () => {
  const query = parseQuery('ferr*');
  if (!query.ok) throw new Error('the query does not read');
  const found = await searchArticles(store, query.query, { limit: 10, now: Date.now() });
  expect(found.hits.length).toBeGreaterThan(0);
});

test('what lists show of an article is made at once, as the index makes it', async () => {
  const cards = async () => {
    const { searchDocs } = store.tables;
    const rows = await store.db.select({ id: searchDocs.articleId, card: searchDocs.card }).from(searchDocs);
    return new Map(rows.map(({ id, card }) => [id, card]));
  };
  const migrated = await cards();
  expect(migrated.size).toBeGreaterThan(50);
  expect([...migrated.values()].some((card) => (card?.events.length ?? 0) > 1 && card!.topics.length > 0)).toBe(true);
  await reindex(store);
  expect(migrated).toEqual(await cards());
});

test('a step of an upgrade may take longer than a statement of a service', async () => {
  const server = await startPrivatePostgres();
  const limits = { connect: 10_000, statement: 500, lock: 30_000, idleInTransaction: 60_000, silence: 130_000 };
  try {
    await makeFormer(server.url, '0013_country_scores');
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await other.query('begin');
    await other.query('lock table polls');
    const held = sleep(1_500).then(() => other.query('commit'));
    await (await openPostgres(server.url, 'migrate', limits)).close();
    await held;
    await other.end();
  } finally {
    await server.stop();
  }
});

test('a step that has ended is free to be read and written while the next one waits', async () => {
  const server = await startPrivatePostgres();
  try {
    await makeFormer(server.url, '0010_frame_news');
    const [other, service] = [new pg.Client(server.url), new pg.Client(server.url)];
    await Promise.all([other.connect(), service.connect()]);
    await other.query('begin');
    await other.query('lock table polls in share mode');
    const upgraded = openStore(server.url, 'migrate');
    const version = async () => (await service.query("select value from meta where key = 'schema'")).rows[0].value;
    // The last step stands before the lock; what the first has altered is not held meanwhile.
    await expect.poll(version).toBe('16');
    await service.query("set lock_timeout = '2s'");
    await service.query('update articles set enqueued_at = 0');
    await other.query('commit');
    await (await upgraded).close();
    await Promise.all([other.end(), service.end()]);
  } finally {
    await server.stop();
  }
});

test('what goes through a whole table lets it be read meanwhile', async () => {
  const server = await startPrivatePostgres();
  try {
    await makeFormer(server.url, '0011_warc_records');
    const [other, service] = [new pg.Client(server.url), new pg.Client(server.url)];
    await Promise.all([other.connect(), service.connect()]);
    await other.query("insert into search_docs (docid, article_id) values (1, 'a'), (2, 'b')");
    await other.query(
      "insert into articles (id, url, url_key, outlet_id, lane, epoch, enqueued_at, attempts, claims, first_seen_at, revision_id) values ('a', 'u', 'u', 'o', 'live', 1, 0, 0, 0, 1, 'r')",
    );
    await other.query(
      "insert into revisions (id, article_id, number, raw_hash, text_hash, byline, text, language, quality, cuts, version, fetched_at, created_at) values ('r', 'a', 1, '', '', '[]', 'x', 'en', '{}', '[]', 'v', 1, 1)",
    );
    await other.query('begin');
    // What the cards are made of.
    await other.query('lock table revisions');
    const upgraded = openStore(server.url, 'migrate');
    const added = async () =>
      (
        await service.query(
          "select 1 from information_schema.columns where table_name = 'search_docs' and column_name = 'card'",
        )
      ).rowCount;
    await expect.poll(added).toBe(1);
    await service.query("set lock_timeout = '2s'");
    expect((await service.query('select card from search_docs order by docid')).rows).toEqual([
      { card: null },
      { card: null },
    ]);
    await other.query('commit');
    const store = await upgraded;
    expect((await service.query('select card from search_docs where docid = 1')).rows[0].card).toMatchObject({
      url: 'u',
    });
    await store.close();
    await Promise.all([other.end(), service.end()]);
  } finally {
    await server.stop();
  }
});

test('on Postgres what one table held becomes the partition of the past, and goes as a whole', async () => {
  const server = await startPrivatePostgres();
  const now = Date.now();
  const { until } = monthOf(now);
  const at = [now - 40 * 86_400_000, now, until + 5];
  try {
    await makeFormer(server.url, '0013_country_scores');
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    for (const instant of at) {
      await client.query(
        "insert into polls (feed_id, at, outcome, reason, bytes, ms, items, new_items) values ('f', $1, 'ok', 'r', 1, 1, 1, 0)",
        [instant],
      );
      await client.query(
        "insert into previous_results (article_id, stage, version, result, replaced_at) values ('a', 'clean', 'v', '{}', $1)",
        [instant],
      );
    }
    await client.end();
    // Of two that are started at once each step is done by one.
    const [upgraded, second] = await Promise.all([openStore(server.url, 'migrate'), openStore(server.url, 'migrate')]);
    await second.close();
    const { polls, previousResults } = upgraded.tables;
    const row = { feedId: 'f', at: now + 1, outcome: 'ok', reason: 'r', bytes: 1, ms: 1, items: 1, newItems: 0 };
    await upgraded.write((tx) => tx.insert(polls).values(row));
    const rows = () => upgraded.db.select({ id: polls.id, at: polls.at }).from(polls).orderBy(asc(polls.id));
    expect(await rows()).toEqual([...at, now + 1].map((instant, n) => ({ id: n + 1, at: instant })));
    expect(await upgraded.db.select({ at: previousResults.replacedAt }).from(previousResults)).toHaveLength(3);
    expect((await partitionsOf(upgraded, 'polls')).map(({ name }) => name)).toEqual([
      'polls_former',
      `polls_${monthOf(now, 1).name}`,
      `polls_${monthOf(now, 2).name}`,
    ]);
    const [rest] = await upgraded.rows<{ n: number }>(sql`select count(*)::int as n from polls_rest`);
    expect(rest).toEqual({ n: 0 });
    expect(await clearBefore(upgraded, 'polls', until, until)).toEqual({ rows: 0, months: ['polls_former'] });
    expect(await rows()).toEqual([{ id: 3, at: until + 5 }]);
    await upgraded.close();
  } finally {
    await server.stop();
  }
});
