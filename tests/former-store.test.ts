import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { createBatch } from '@wirewatch/shared/store/journey/batches.ts';
import { searchArticles } from '@wirewatch/shared/store/search/search-articles.ts';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reindex } from 'wirewatch/archive/reindex.ts';

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
