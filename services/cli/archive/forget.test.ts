import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@wirewatch/shared/log.ts';
import { saveRevision } from '@wirewatch/shared/store/articles/revisions.ts';
import { type BlobStore, createBlobStore, folderPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { clearForgotten, clearRaw } from '@wirewatch/shared/store/blobs/retention.ts';
import { addPostings, readPostings } from '@wirewatch/shared/store/copies/postings.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { finish } from '@wirewatch/shared/store/journey/finish.ts';
import { indexArticle } from '@wirewatch/shared/store/search/index-article.ts';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { announce, claim, cleaned, entry, NOON, rowOf } from '../../../tests/support/given.ts';
import { backup } from './backup.ts';
import { forgetPage } from './forget.ts';
import { ingestPage } from './ingest.ts';

const PAGE = 'https://harbour.example/news/1';
const OTHER = 'https://other.example/news/1';
const ID = articleIdOf(PAGE);

let folder: string;
let blobs: BlobStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ww-forget-'));
  blobs = createBlobStore(folderPlace(folder));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = createLogger('forget', 'silent');
const shell = (store: Store) => ({ store, queues: { add: async () => undefined }, log, worker: 'w', now: () => NOON });
const forget = (store: Store, url: string) => forgetPage({ store, blobs, log, now: () => NOON }, url, 'tester');

/** A page with a text, at rest, and all that the stages keep of it. */
async function given(store: Store, url: string, html: string) {
  const page = { url, body: new TextEncoder().encode(html), fetchedAt: NOON };
  const { id } = await ingestPage(store, blobs, page, { now: NOON, lane: 'live' });
  const row = await rowOf(store, id);
  await store.write(async (tx) => {
    const made = { version: '1', frameVersion: null, rawHash: row.rawHash!, fetchedAt: NOON, now: NOON, batchId: null };
    const revisionId = await saveRevision(store, tx, row, cleaned(), made);
    await indexArticle(store, tx, row, revisionId);
    const { articles, dedupArticles, dedupPlaces } = store.tables;
    await tx.update(articles).set({ stage: null, outcome: 'done', revisionId }).where(eq(articles.id, id));
    const [kept] = await tx
      .insert(dedupArticles)
      .values({ articleId: id, contentHash: null, article: {}, common: [] })
      .returning({ number: dedupArticles.number });
    await tx.insert(dedupPlaces).values({ key: 5, number: kept!.number });
    await addPostings(store, tx, [[7, kept!.number]]);
  });
  return { id, rawHash: row.rawHash! };
}

/** Where in the database a word still stands. */
async function standing(store: Store, word: string): Promise<string[]> {
  const found: string[] = [];
  for (const [name, table] of Object.entries(store.tables)) {
    const rows = await store.db.select().from(table);
    if (JSON.stringify(rows).includes(word)) found.push(name);
  }
  return found;
}

describe.each(DIALECTS)('forget on %s', (dialect) => {
  const opened = useStore(dialect);

  test('nothing of a page is left but a tombstone; the bytes that another page has too stay', async () => {
    const store = opened();
    await announce(store, 'f1', [entry(PAGE, { title: 'Fishermen speak', summary: 'Fishermen in short' })]);
    const { rawHash } = await given(store, PAGE, '<p>Fishermen');
    await given(store, OTHER, '<p>Others');
    expect(await standing(store, 'Fishermen')).toEqual(expect.arrayContaining(['entries', 'revisions']));
    await store.write(async (tx) => {
      const { dedupLinks, revisions } = store.tables;
      await tx.insert(dedupLinks).values({
        pair: 'p',
        newer: articleIdOf(OTHER),
        older: ID,
        kind: 'copy',
        link: {},
      });
      await tx
        .update(revisions)
        .set({ text: 'Others', title: null })
        .where(eq(revisions.articleId, articleIdOf(OTHER)));
    });
    expect(await forget(store, `${PAGE}?utm_source=x`)).toMatchObject({ id: ID, known: true, revisions: 1, blobs: 1 });
    expect(await standing(store, 'Fishermen')).toEqual([]);
    expect(await blobs.has(rawHash)).toBe(false);
    expect(await rowOf(store, ID)).toMatchObject({ url: PAGE, outcome: 'forgotten', stage: null, rawHash: null });
    for (const name of ['dedupArticles', 'dedupPlaces'] as const) {
      expect(await store.db.select().from(store.tables[name]), name).toHaveLength(1);
    }
    expect((await readPostings(store, [7], store.db)).get(7)).toHaveLength(1);
    const [terms] = await store.rows<{ n: number }>(sql`select count(*) as n from search_docs`);
    expect(Number(terms?.n)).toBe(1);
    // What was compared with it is compared again.
    expect(await rowOf(store, articleIdOf(OTHER))).toMatchObject({ stage: 'dedup', lane: 'batch' });
    const [audited] = await store.db.select().from(store.tables.audit);
    expect(audited).toMatchObject({ who: 'tester', action: 'forget', target: PAGE, count: 1 });
    expect(await forget(store, PAGE)).toMatchObject({ already: true });
  });

  test('neither a feed nor an ingest nor a worker that is at it brings it back', async () => {
    const store = opened();
    const { id, rawHash } = await given(store, PAGE, '<p>Boats');
    await store.write((tx) =>
      tx.update(store.tables.articles).set({ stage: 'dedup' }).where(eq(store.tables.articles.id, id)),
    );
    const held = await claim(store, id);
    await forget(store, PAGE);
    expect(await finish(shell(store), held, { outcome: 'passed', reason: 'late', version: '1' })).toBe(false);
    await announce(store, 'f2', [entry(PAGE, { title: 'Fishermen again' })]);
    await announce(store, 'f2', [entry(PAGE, { title: 'Fishermen again', stateHash: 'second' })]);
    const body = new TextEncoder().encode('<p>Boats');
    expect(
      await ingestPage(store, blobs, { url: PAGE, body, fetchedAt: NOON + 1 }, { now: NOON, lane: 'live' }),
    ).toEqual({
      id,
      taken: false,
    });
    expect(await rowOf(store, id)).toMatchObject({ outcome: 'forgotten', stage: null, title: null });
    expect(await standing(store, 'Fishermen')).toEqual([]);
    await blobs.remove(rawHash);
    // A deduplicator that wrote a moment later is cleared up after.
    await store.write((tx) =>
      tx.insert(store.tables.dedupArticles).values({ articleId: id, contentHash: null, article: {}, common: [] }),
    );
    await clearForgotten(store, NOON - 1);
    expect(await store.db.select().from(store.tables.dedupArticles)).toEqual([]);
  });

  test('an address that is not known yet is barred', async () => {
    const store = opened();
    expect(await forget(store, PAGE)).toMatchObject({ known: false, already: false, revisions: 0 });
    await announce(store, 'f1', [entry(PAGE)]);
    expect(await rowOf(store, ID)).toMatchObject({ outcome: 'forgotten', stage: null });
  });

  test('raw bytes past age or size go, the oldest first; those still to be read stay', async () => {
    const store = opened();
    const old = await given(store, PAGE, '<p>Old enough to go');
    const waiting = await given(store, OTHER, '<p>Old, but waiting');
    await store.write((tx) =>
      tx.update(store.tables.articles).set({ stage: 'clean' }).where(eq(store.tables.articles.id, waiting.id)),
    );
    const day = 86_400_000;
    expect(await clearRaw(store, blobs, { days: 0, maxBytes: 0 }, Date.now() + 9 * day)).toEqual({
      removed: 0,
      bytes: 0,
    });
    expect(await clearRaw(store, blobs, { days: 3, maxBytes: 0 }, Date.now() + 2 * day)).toMatchObject({ removed: 0 });
    expect(await clearRaw(store, blobs, { days: 3, maxBytes: 0 }, Date.now() + 4 * day)).toMatchObject({ removed: 1 });
    expect([await blobs.has(old.rawHash), await blobs.has(waiting.rawHash)]).toEqual([false, true]);
    const target = join(folder, 'backup');
    expect((await backup(store, blobs, target, NOON)).missing).toEqual([]);
    await store.write((tx) => tx.update(store.tables.articles).set({ stage: null }));
    expect(await clearRaw(store, blobs, { days: 0, maxBytes: 1e9 }, Date.now())).toMatchObject({ removed: 0 });
    expect(await clearRaw(store, blobs, { days: 0, maxBytes: 1 }, Date.now())).toMatchObject({ removed: 1 });
  });
});
