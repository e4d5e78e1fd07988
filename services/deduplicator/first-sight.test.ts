import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announce, entry, NOON, pages, rowOf } from '../../tests/support/given.ts';
import { firstSightOf } from './first-sight.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-sight-'));
  store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const MINUTE = 60_000;
const iso = (at: number) => new Date(at).toISOString();
const FIRST = 'https://gull.example/first';
const LATE = 'https://gull.example/late';

/** A poll of feed `f`, and what is announced by it. */
async function poll(minutes: number, entries: ReturnType<typeof entry>[] = [], outcome = 'new-body'): Promise<void> {
  const at = NOON + minutes * MINUTE;
  if (entries.length > 0) await announce(store, 'f', entries, at);
  const event = { at, outcome, reason: 'a test', bytes: 0, ms: 0, items: entries.length, newItems: entries.length };
  await store.write((tx) => tx.insert(store.tables.polls).values({ feedId: 'f', status: 200, ...event }));
}

const sight = async (url: string, statedMinutes: number | null) =>
  firstSightOf(
    store,
    await rowOf(store, articleIdOf(url)),
    statedMinutes === null ? null : NOON + statedMinutes * MINUTE,
  );

test('a feed that is polled as usual: the last poll before the entry', async () => {
  await poll(0, [entry(FIRST, { published: iso(NOON - MINUTE) })]);
  await poll(15, [], 'not-modified');
  await poll(25, [], 'failed');
  await poll(30, [entry(LATE)]);
  expect(await sight(LATE, 20)).toEqual({ seen: iso(NOON + 30 * MINUTE), polledBefore: iso(NOON + 15 * MINUTE) });
  expect(await sight(LATE, null)).toMatchObject({ polledBefore: iso(NOON + 15 * MINUTE) });
});

test('a feed that had shown what is dated later: it would have shown this as well', async () => {
  await poll(0, [entry(FIRST, { published: iso(NOON - 5 * MINUTE) })]);
  await poll(200, [], 'not-modified');
  await poll(300, [entry(LATE)]);
  expect(await sight(LATE, -60)).toMatchObject({ polledBefore: iso(NOON + 200 * MINUTE) });
});

test('what can have been missed: the first poll, a feed that stood still, a page that no feed announced', async () => {
  await poll(0, [entry(FIRST, { published: iso(NOON - 600 * MINUTE) })]);
  expect(await sight(FIRST, -600)).toEqual({ seen: iso(NOON), polledBefore: null });
  await poll(200, [], 'not-modified');
  await poll(300, [entry(LATE)]);
  expect(await sight(LATE, 20)).toMatchObject({ polledBefore: null });
  await pages(store, ['https://gull.example/listed']);
  expect(await sight('https://gull.example/listed', 0)).toEqual({ seen: null, polledBefore: null });
});

test('what another outlet wrote later in a feed of many says nothing', async () => {
  await poll(0, [entry('https://heron.example/one', { published: iso(NOON - 5 * MINUTE) })]);
  await poll(300, [entry(LATE)]);
  expect(await sight(LATE, -60)).toMatchObject({ polledBefore: null });
});

test('a record tells when its article was first seen, beside when it was fetched: later sights and fetches leave it', async () => {
  await poll(0, [entry(LATE, { published: iso(NOON - 90 * MINUTE) })]);
  const { articles } = store.tables;
  const id = articleIdOf(LATE);
  const seen = async (fetched: number | null) => {
    await store.db
      .update(articles)
      .set({ fetchedAt: fetched === null ? null : NOON + fetched * MINUTE })
      .where(eq(articles.id, id));
    const [record] = await recordsOf(store, [id]);
    return { firstSeenAt: record!.firstSeenAt, fetchedAt: record!.fetchedAt };
  };
  expect(await seen(null)).toEqual({ firstSeenAt: iso(NOON), fetchedAt: null });
  await announce(store, 'another', [entry(LATE)], NOON + 40 * MINUTE);
  await pages(store, [LATE], NOON + 50 * MINUTE);
  expect(await seen(55)).toEqual({ firstSeenAt: iso(NOON), fetchedAt: iso(NOON + 55 * MINUTE) });
  // The store's own sight orders it, whatever was stated and fetched.
  expect((await sight(LATE, -90)).seen).toBe(iso(NOON));
});
