import { inOneTransaction } from '@wirewatch/shared/store/database/one-transaction.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { addFeed, listFeeds } from '@wirewatch/shared/store/feeds/feeds.ts';
import { listAudit, writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON } from '../../../tests/support/given.ts';
import { shelve } from '../../../tests/support/shelf.ts';
import type { Ask } from '../handler.ts';
import { carryOut } from './action.ts';
import { FEED_ACTIONS } from './feed-actions.ts';
import { STAGE_ACTIONS } from './stage-actions.ts';

describe.each(DIALECTS)('changes on %s', (dialect) => {
  const opened = useStore(dialect);
  const change = { at: NOON, who: 'test', action: 'feed.add', target: 'x', count: 1, detail: null };

  test('a change and its line in the audit list are there together, or neither is', async () => {
    const store = opened();
    const both = inOneTransaction(store, async (one) => {
      await addFeed(one, { url: 'http://a.example/rss' }, NOON);
      await writeAudit(one, one.db, change);
      throw new Error('cut off');
    });
    await expect(both).rejects.toThrow('cut off');
    expect(await listFeeds(store)).toEqual([]);
    expect(await listAudit(store, { limit: 9 })).toEqual([]);
  });

  test('a feed is not paused where that cannot be written down', async () => {
    const store = opened();
    const added = await addFeed(store, { url: 'http://a.example/rss' }, NOON);
    const id = 'id' in added ? added.id : '';
    const pause = FEED_ACTIONS.find(({ name }) => name === 'feed.pause')!;
    const ask = { store, params: { id }, who: 'test', now: () => NOON } as unknown as Ask;
    const mute = { ...store.tables, audit: store.tables.feeds } as unknown as Store['tables'];
    await expect(carryOut(pause, { ...ask, store: { ...store, tables: mute } })).rejects.toThrow();
    expect((await listFeeds(store))[0]).toMatchObject({ status: 'active' });
    expect(await carryOut(pause, ask)).toMatchObject({ action: 'feed.pause', count: 1 });
    expect((await listFeeds(store))[0]).toMatchObject({ status: 'paused' });
  });

  test('what was put off is tried now, and that is written down with how many', async () => {
    const store = opened();
    const id = await shelve(store, null, { url: 'http://a.example/1', stage: 'clean' });
    const { articles } = store.tables;
    await store.write((tx) =>
      tx
        .update(articles)
        .set({ notBefore: NOON + 60_000 })
        .where(eq(articles.id, id)),
    );
    const hurry = STAGE_ACTIONS.find(({ name }) => name === 'queue.retry-now')!;
    const queues = { of: () => ({ getJob: async () => undefined }) };
    const ask = { store, queues, params: { stage: 'clean' }, who: 'test', now: () => NOON } as unknown as Ask;
    expect(await carryOut(hurry, ask)).toMatchObject({ action: 'queue.retry-now', target: 'clean', count: 1 });
    expect(await listAudit(store, { limit: 9 })).toMatchObject([{ action: 'queue.retry-now', count: 1 }]);
    const [row] = await store.db.select().from(articles).where(eq(articles.id, id));
    expect(row!.notBefore).toBeNull();
  });
});
