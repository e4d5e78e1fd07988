import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchSelection } from '@wirewatch/shared/contracts/batch.ts';
import { parseQuery } from '@wirewatch/shared/query/parse.ts';
import { saveClassification } from '@wirewatch/shared/store/articles/classifications.ts';
import { saveRevision } from '@wirewatch/shared/store/articles/revisions.ts';
import { type BlobStore, createBlobStore, folderPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { addPostings } from '@wirewatch/shared/store/copies/postings.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, claimFeed, savePoll } from '@wirewatch/shared/store/feeds/feeds.ts';
import { indexArticle } from '@wirewatch/shared/store/search/index-article.ts';
import { searchArticles } from '@wirewatch/shared/store/search/search-articles.ts';
import { eq, getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, emptyDatabase, useStore } from '../../../tests/support/dialects.ts';
import { announce, cleaned, entry, NOON, pages, rowOf } from '../../../tests/support/given.ts';
import { backup, restore } from './backup.ts';
import { copyStore } from './copy-store.ts';
import { ingestPage } from './ingest.ts';

let folder: string;
beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), 'ww-copy-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const blobsAt = (name: string) => createBlobStore(folderPlace(join(folder, name)));

/** A store with something in most tables, and its raw pages. */
async function fill(store: Store, blobs: BlobStore): Promise<string> {
  const { articles, counters, outcomes, audit, syndication, batches } = store.tables;
  const feed = await addFeed(store, { url: 'https://a.example/feed' }, NOON);
  if ('problem' in feed) throw new Error(feed.problem);
  const row = await claimFeed(store, { feedId: feed.id, epoch: 1 }, { owner: 'w', ms: 1 }, NOON);
  const poll = { at: NOON, outcome: 'new', reason: 'r', status: 200, bytes: 1, ms: 1, items: 1, newItems: 1 };
  const set = {
    memory: { etag: '"1"' },
    nextPollAt: Number.MAX_SAFE_INTEGER,
    pollReason: 'r',
    status: 'active',
  } as const;
  await store.write((tx) => savePoll(store, tx, row!, set, poll));
  // More rows than one statement takes.
  await announce(
    store,
    feed.id,
    Array.from({ length: 1200 }, (_, n) => entry(`https://a.example/${n}`)),
  );
  const page = { url: 'https://a.example/5', body: new TextEncoder().encode('<p>Rückkehr'), fetchedAt: NOON };
  const { id } = await ingestPage(store, blobs, page, { now: NOON, lane: 'batch' });
  const article = await rowOf(store, id);
  await store.write(async (tx) => {
    const made = {
      version: 'v',
      rawHash: article.rawHash!,
      fetchedAt: NOON,
      now: NOON,
      batchId: null,
      frameVersion: null,
    };
    const revisionId = await saveRevision(store, tx, article, cleaned({ title: 'Žluťoučký kůň, 日本語' }), made);
    await tx.update(articles).set({ revisionId, leaseOwner: 'w', leaseUntil: NOON }).where(eq(articles.id, id));
    const found = { language: 'cs', topics: [], topicScores: { x: 0.1 }, entities: [], countries: ['CZE'], events: [] };
    await saveClassification(store, tx, article, found, { version: 'v', revisionId, now: NOON });
    await indexArticle(store, tx, article, revisionId);
    const step = { articleId: id, stage: 'fetch', lane: 'live', outcome: 'passed', reason: 'r', version: 'v' } as const;
    for (const epoch of [1, 2])
      await tx.insert(outcomes).values({ ...step, epoch, worker: 'w', waitedMs: 3e9, workedMs: 1, at: NOON });
    await tx.insert(counters).values(
      [1, 2].map((hour) => ({
        hour,
        stage: 'fetch' as const,
        lane: 'live' as const,
        outcome: 'passed' as const,
        count: 3,
        waitedMs: 1,
        workedMs: 1,
      })),
    );
    await tx.insert(audit).values({ at: NOON, who: 'ann', action: 'a', target: 't', count: 1, detail: null });
    await tx.insert(syndication).values({
      articleId: id,
      groupId: 'g',
      relation: 'unique',
      basis: ['text'],
      confidence: 0.25,
      reason: 'r',
      version: 'v',
      updatedAt: NOON,
    });
    const selection = { from: 'clean', stale: false } as unknown as BatchSelection;
    const batch = { id: 'b', selection, dryRun: true, status: 'done', total: 1, started: 1 } as const;
    await tx.insert(batches).values({ ...batch, cursorAt: 0, cursorId: '', who: 'ann', createdAt: NOON });
    await addPostings(
      store,
      tx,
      [1, 2, 3].map((n): [number, number] => [n * 4_000_000_000, n]),
    );
  });
  return id;
}

/** Every row of every table, but what is each store's own and what only says which jobs are under way. */
async function everything(store: Store): Promise<Record<string, unknown[]>> {
  const { meta: _, workers: __, ...tables } = store.tables;
  const all: Record<string, unknown[]> = {};
  for (const table of Object.values(tables)) {
    const rows = (await store.db.select().from(table)) as Array<Record<string, unknown>>;
    const lasting = rows.map(({ leaseOwner, leaseUntil, enqueuedAt, ...row }) => row);
    all[getTableName(table)] = lasting.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return all;
}

async function found(store: Store, text: string): Promise<string[]> {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return (await searchArticles(store, parsed.query, { limit: 9, now: NOON })).hits.map((hit) => hit.article.id);
}

describe.each(DIALECTS)('from %s', (from) => {
  const source = useStore(from);

  describe.each(DIALECTS)('to %s', (to) => {
    const target = useStore(to);

    test('a copy is the same row for row, found by search, and goes on where the source stood', async () => {
      const id = await fill(source(), blobsAt('blobs'));
      const copied = await copyStore(source(), target());
      expect(copied).toMatchObject({ articles: 1200, entries: 1200, outcomes: 2, dedupLists: 3 });
      expect(await everything(target())).toEqual(await everything(source()));
      expect(await found(target(), 'kun country:CZE')).toEqual([id]);
      const { audit, articles } = target().tables;
      const row = { at: NOON, who: 'ann', action: 'b', target: 't', count: 1 };
      const [added] = await target().write((tx) => tx.insert(audit).values(row).returning({ id: audit.id }));
      const [held] = await source().db.select().from(source().tables.audit);
      expect(added?.id).toBeGreaterThan(held!.id);
      // Its jobs were the source's: all of them are wanted anew.
      expect((await target().db.select().from(articles)).every((one) => one.enqueuedAt === 0)).toBe(true);
      await expect(copyStore(source(), target())).rejects.toThrow(/is not empty \(it has rows in "outlets"\)/);
    });

    test.each(['archive.tar.zst', 'kept'])('%s: a backup comes back with store and raw pages', async (name) => {
      const id = await fill(source(), blobsAt('blobs'));
      const path = join(folder, name);
      const made = await backup(source(), blobsAt('blobs'), path, NOON);
      expect(made).toMatchObject({ from, blobs: 1, missing: [] });
      const before = await everything(source());
      expect(await restore(path, target(), blobsAt('back'))).toEqual(made);
      expect(await everything(target())).toEqual(before);
      const { rawHash } = await rowOf(target(), id);
      expect(new TextDecoder().decode(await blobsAt('back').get(rawHash!))).toBe('<p>Rückkehr');
      expect(await found(target(), '日本')).toEqual([id]);
      await expect(backup(source(), blobsAt('blobs'), path, NOON)).rejects.toThrow(/exists already/);
      await expect(restore(path, target(), blobsAt('back'))).rejects.toThrow(/is not empty/);
    });
  });

  test('what is written while a copy reads is not in it', async () => {
    const store = source();
    await pages(store, ['https://a.example/1']);
    const count = await store.snapshot(async (db) => {
      const before = await db.select().from(store.tables.articles);
      await pages(store, ['https://a.example/2']);
      return [before.length, (await db.select().from(store.tables.articles)).length];
    });
    expect(count).toEqual([1, 1]);
    expect(await store.db.select().from(store.tables.articles)).toHaveLength(2);
  });
});

describe('a backup', () => {
  const source = useStore('sqlite');
  let drop: () => Promise<void>;
  let empty: Store;
  beforeAll(async () => {
    const database = await emptyDatabase('sqlite');
    drop = database.drop;
    empty = await openStore(database.url, 'migrate');
  });
  afterAll(async () => {
    await empty.close();
    await drop();
  });
  const files = (at: string) =>
    readdirSync(at, { recursive: true, withFileTypes: true }).filter(
      (file) => file.isFile() && file.name.endsWith('.zst'),
    );

  test('names the raw pages that are missing or damaged, and is whole but for them', async () => {
    const blobs = blobsAt('blobs');
    await fill(source(), blobs);
    const [file] = files(join(folder, 'blobs'));
    writeFileSync(join(file!.parentPath, file!.name), 'not zstd');
    const made = await backup(source(), blobs, join(folder, 'kept'), NOON);
    expect(made).toMatchObject({ blobs: 0, missing: [file!.name.replace('.zst', '')] });
  });

  test('that is damaged, cut off or none is refused by name, and nothing is restored', async () => {
    await fill(source(), blobsAt('blobs'));
    const archive = join(folder, 'a.tar.zst');
    await backup(source(), blobsAt('blobs'), archive, NOON);
    const kept = join(folder, 'kept');
    await backup(source(), blobsAt('blobs'), kept, NOON);
    const cut = join(folder, 'cut.tar.zst');
    writeFileSync(cut, readFileSync(archive).subarray(0, 5000));
    const junk = join(folder, 'junk.tar.zst');
    writeFileSync(junk, 'no archive');
    const [file] = files(join(kept, 'blobs'));
    writeFileSync(join(file!.parentPath, file!.name), 'not zstd');
    const back = blobsAt('back');
    await expect(restore(cut, empty, back)).rejects.toThrow(/cut\.tar\.zst is no whole backup/);
    await expect(restore(junk, empty, back)).rejects.toThrow(/junk\.tar\.zst is no whole backup/);
    await expect(restore(folder, empty, back)).rejects.toThrow(/has no manifest\.json/);
    await expect(restore(join(folder, 'nowhere'), empty, back)).rejects.toThrow(/there is no backup at/);
    await expect(restore(kept, empty, back)).rejects.toThrow(/kept is damaged/);
    writeFileSync(join(kept, 'wirewatch.db'), 'x'.repeat(20_000));
    await expect(restore(kept, empty, back)).rejects.toThrow(/kept is damaged: wirewatch\.db/);
    expect(await empty.db.select().from(empty.tables.articles)).toEqual([]);
  });

  test('that cannot be finished leaves nothing behind', async () => {
    await fill(source(), blobsAt('blobs'));
    const away = {
      ...blobsAt('blobs'),
      get: () => Promise.reject(Object.assign(new Error('away'), { name: 'BlobsUnavailable' })),
    };
    for (const name of ['a.tar.zst', 'kept']) {
      await expect(backup(source(), away, join(folder, name), NOON)).rejects.toThrow('away');
      expect(existsSync(join(folder, name))).toBe(false);
      expect(existsSync(join(folder, `${name}.part`))).toBe(false);
    }
  });
});
