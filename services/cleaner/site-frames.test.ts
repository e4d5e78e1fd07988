import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { saveRevision } from '@wirewatch/shared/store/articles/revisions.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../tests/support/dialects.ts';
import { cleaned, NOON, pages, rowOf } from '../../tests/support/given.ts';
import type { FrameMemory } from './core/frame/frame-memory.ts';
import { openSiteFrames, type SiteFrames } from './site-frames.ts';

const HOST = 'press.example';

/** A cleaned article of blocks of its own, between a line of the site's and a notice of it. */
function article(number: number, notice = 'notice'): CleanResult {
  const own = Array.from({ length: 4 }, (_, index) => `own ${number} ${index}`);
  const keys = ['line', ...own, notice];
  const frameBlocks = keys.map((key, index) => ({
    key,
    length: 100,
    edge: index < 2 || index > 2,
    prose: false,
  }));
  return { ...cleaned(), frameBlocks };
}

describe.each(DIALECTS)('what is learnt of a site, %s', (dialect) => {
  const opened = useStore(dialect);

  async function learnAll(store: Store, frames: SiteFrames, numbers: number[], notice?: string): Promise<void> {
    for (const number of numbers) {
      const [id] = await pages(store, [`https://${HOST}/${number}`]);
      const row = await rowOf(store, id!);
      await frames.of(row.outletId);
      await store.write((tx) => frames.learn(tx, row, article(number, notice)));
    }
  }
  const memoryOf = async (store: Store) => {
    const [row] = await store.db.select().from(store.tables.frames);
    return row?.memory as FrameMemory;
  };
  const waiting = async (store: Store) => (await store.db.select().from(store.tables.frameNews)).length;
  const range = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => from + index);

  test('while it is young each article is learnt at once; a grown memory hears of several at a time, and of each', async () => {
    const store = opened();
    const frames = open(store);
    await learnAll(store, frames, range(0, 10));
    expect([(await memoryOf(store)).articles, await waiting(store)]).toEqual([10, 0]);
    await learnAll(store, frames, range(10, 17));
    expect([(await memoryOf(store)).articles, await waiting(store)]).toEqual([10, 7]);
    // Heard twice it counts once; another worker goes on where this one is.
    await learnAll(store, open(store), [16, 17]);
    expect([(await memoryOf(store)).articles, await waiting(store)]).toEqual([18, 0]);
  });

  test('a notice that is new on a grown site is frame once it has been heard of', async () => {
    const store = opened();
    const frames = open(store);
    await learnAll(store, frames, range(0, 10));
    expect([...(await frames.of(HOST)).keys].sort()).toEqual(['line', 'notice']);
    await learnAll(store, frames, range(10, 18), 'another notice');
    expect([...(await frames.of(HOST)).keys]).toContain('another notice');
    expect([...(await open(store).of(HOST)).keys]).toContain('another notice');
  });

  test('older articles that hold the stretch are cleaned again, others are not', async () => {
    const store = opened();
    const frames = open(store);
    const { articles } = store.tables;
    const kept = async (number: number, notice: string): Promise<string> => {
      const [id] = await pages(store, [`https://${HOST}/${number}`]);
      const row = await rowOf(store, id!);
      const made = { version: '1', frameVersion: null, rawHash: 'a', fetchedAt: NOON, now: NOON, batchId: null };
      const result = { ...article(number, notice), text: `The ${number}th text of the site.` };
      await store.write(async (tx) => {
        const revisionId = await saveRevision(store, tx, row, result, made);
        await tx.update(articles).set({ stage: null, outcome: 'passed', revisionId }).where(eq(articles.id, row.id));
        if (notice === 'notice') await frames.learn(tx, row, result);
      });
      return row.id;
    };
    const holder = await kept(1, 'notice');
    const other = await kept(2, 'line of its own');
    await store.write((tx) =>
      tx
        .update(store.tables.revisions)
        .set({ frameKeys: ['own'] })
        .where(eq(store.tables.revisions.articleId, other)),
    );
    await kept(3, 'notice');
    expect(await rowOf(store, holder)).toMatchObject({ stage: 'clean', lane: 'batch' });
    expect(await rowOf(store, other)).toMatchObject({ stage: null });
  });

  test('of more outlets than are held at hand each has its frame', async () => {
    const store = opened();
    const frames = open(store);
    await learnAll(store, frames, range(0, 3));
    for (let n = 0; n < 450; n += 1) await frames.of(`${n}.example`);
    expect([...(await frames.of(HOST)).keys].sort()).toEqual(['line', 'notice']);
    await learnAll(store, frames, range(3, 5));
    expect([(await memoryOf(store)).articles, await waiting(store)]).toEqual([5, 0]);
  });

  const open = (store: Store) => openSiteFrames({ store, log: createLogger('test', 'silent'), now: () => NOON });
});
