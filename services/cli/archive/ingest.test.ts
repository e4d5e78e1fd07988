import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBlobStore, folderPlace } from '@wirewatch/shared/store/blobs/blobs.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { outletOf } from '@wirewatch/shared/store/feeds/outlets.ts';
import { eq } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON, rowOf } from '../../../tests/support/given.ts';
import { ingestPage, ingestUrls } from './ingest.ts';

const folder = mkdtempSync(join(tmpdir(), 'ww-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const blobs = createBlobStore(folderPlace(folder));
const url = 'https://a.example/1';
const page = (html: string) => ({
  url,
  body: new TextEncoder().encode(html),
  contentType: 'text/html',
  fetchedAt: NOON - 5,
});

describe.each(DIALECTS)('ingest on %s', (dialect) => {
  const opened = useStore(dialect);
  const options = { now: NOON, lane: 'batch' } as const;

  test('addresses wait to be fetched, each once', async () => {
    const store = opened();
    expect(await ingestUrls(store, [url, 'https://a.example/2', url], options)).toBe(2);
    expect(await ingestUrls(store, [url], options)).toBe(0);
    expect(await rowOf(store, articleIdOf(url))).toMatchObject({ stage: 'fetch', lane: 'batch' });
  });

  test('a page at hand sets out from the cleaner; the same bytes again change nothing, others start a journey', async () => {
    const store = opened();
    const { articles } = store.tables;
    const first = await ingestPage(store, blobs, { ...page('<p>One'), outlet: 'The Anchor' }, options);
    expect(first).toEqual({ id: articleIdOf(url), taken: true });
    const row = await rowOf(store, first.id);
    expect(row).toMatchObject({ stage: 'clean', epoch: 1, rawType: 'text/html', rawBytes: 6, fetchedAt: NOON - 5 });
    expect(new TextDecoder().decode(await blobs.get(row.rawHash!))).toBe('<p>One');
    expect(await outletOf(store, 'a.example')).toMatchObject({ name: 'The Anchor', nameFrom: 'user' });
    expect((await ingestPage(store, blobs, page('<p>One'), options)).taken).toBe(false);
    await store.write(async (tx) => {
      await tx.update(articles).set({ stage: null, outcome: 'done' }).where(eq(articles.id, first.id));
    });
    expect((await ingestPage(store, blobs, page('<p>Two'), options)).taken).toBe(true);
    expect(await rowOf(store, first.id)).toMatchObject({ stage: 'clean', epoch: 2 });
  });

  test('a forgotten page is not taken', async () => {
    const store = opened();
    await ingestUrls(store, [url], options);
    await store.write(async (tx) => {
      await tx.update(store.tables.articles).set({ stage: null, outcome: 'forgotten' });
    });
    expect((await ingestPage(store, blobs, page('<p>One'), options)).taken).toBe(false);
    expect(await rowOf(store, articleIdOf(url))).toMatchObject({ stage: null, rawHash: null });
  });

  test('given twice at once it is taken once', async () => {
    const store = opened();
    const both = await Promise.all([1, 2].map(() => ingestPage(store, blobs, page('<p>One'), options)));
    expect(both.filter(({ taken }) => taken)).toHaveLength(1);
  });
});
