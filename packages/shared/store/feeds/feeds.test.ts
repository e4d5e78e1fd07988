import { count, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON } from '../../../../tests/support/given.ts';
import type { Store } from '../database/store.ts';
import {
  addFeed,
  addFeeds,
  claimFeed,
  deathsOf,
  dueFeeds,
  findFeed,
  foldersOf,
  listFeeds,
  makeDue,
  putOffPoll,
  removeFeed,
  savePoll,
  takeBackFuture,
} from './feeds.ts';

const FEED = 'https://harbour.example/feed.xml';
const POLL = { at: NOON, outcome: 'new', reason: '3 new', status: 200, bytes: 900, ms: 12, items: 3, newItems: 3 };

async function given(store: Store, url = FEED): Promise<string> {
  const added = await addFeed(store, { url, title: 'Harbour\0 Post', folder: 'Ports' }, NOON);
  if ('problem' in added) throw new Error(added.problem);
  return added.id;
}

describe.each(DIALECTS)('feeds on %s', (dialect) => {
  const opened = useStore(dialect);
  const lease = { owner: 'w1', ms: 90_000 };
  const poll = async (id: string, columns: Partial<Parameters<typeof savePoll>[3]> = {}) => {
    const store = opened();
    const [row] = await store.db.select().from(store.tables.feeds).where(eq(store.tables.feeds.id, id));
    const set = { nextPollAt: NOON + 600_000, pollReason: 'rhythm', status: 'active' as const, ...columns };
    await store.write((tx) => savePoll(store, tx, row!, set, POLL));
  };

  test('a feed is added once, whatever follows # in its address', async () => {
    const store = opened();
    const id = await given(store);
    expect(await addFeed(store, { url: `${FEED}#latest` }, NOON)).toEqual({ id, url: FEED, added: false });
    expect(await addFeed(store, { url: 'mailto:desk@harbour.example' }, NOON)).toHaveProperty('problem');
    expect(await listFeeds(store)).toMatchObject([
      { id, url: FEED, title: 'Harbour Post', folder: 'Ports', status: 'active' },
    ]);
    expect((await findFeed(store, `${FEED}#top`))?.id).toBe(id);
    expect((await findFeed(store, id))?.url).toBe(FEED);
    expect(await findFeed(store, 'https://nobody.example/')).toBeNull();
  });

  /** Lets the lease of a feed run out. */
  const expire = (id: string) =>
    opened().write((tx) =>
      tx.update(opened().tables.feeds).set({ leaseUntil: 1 }).where(eq(opened().tables.feeds.id, id)),
    );

  test('a due feed is claimed by one, polled, and due again at its time', async () => {
    const store = opened();
    const id = await given(store);
    expect((await dueFeeds(store, NOON, 10)).map((feed) => feed.id)).toEqual([id]);
    const asked = Array.from({ length: 5 }, (_, n) =>
      claimFeed(store, { feedId: id, epoch: 1 }, { ...lease, owner: `w${n}` }, NOON),
    );
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
    expect(await dueFeeds(store, NOON, 10)).toEqual([]);
    await poll(id, { memory: { etag: '"1\0"' }, lastSuccessAt: NOON });
    expect(await findFeed(store, id)).toMatchObject({
      epoch: 2,
      leaseOwner: null,
      lastPolledAt: NOON,
      memory: { etag: '"1"' },
      pollReason: 'rhythm',
    });
    expect(await dueFeeds(store, NOON + 599_999, 10)).toEqual([]);
    expect(await dueFeeds(store, NOON + 600_000, 10)).toHaveLength(1);
    expect(await claimFeed(store, { feedId: id, epoch: 1 }, lease, NOON + 600_000)).toBeNull();
    expect(await store.db.select().from(store.tables.polls)).toMatchObject([{ feedId: id, items: 3, newItems: 3 }]);
  });

  test('what a clock that ran ahead by days polled is due again once it is right; skew of minutes is not minded', async () => {
    const store = opened();
    const ids: string[] = [];
    for (const name of ['ahead', 'askew']) {
      const made = await addFeed(store, { url: `https://${name}.example/rss` }, NOON);
      if ('added' in made) ids.push(made.id);
    }
    const { feeds } = store.tables;
    const day = 86_400_000;
    const put = (id: string, by: number) =>
      store.write((tx) =>
        tx
          .update(feeds)
          .set({ lastPolledAt: NOON + by, nextPollAt: NOON + by + day })
          .where(eq(feeds.id, id)),
      );
    await put(ids[0]!, 5 * day);
    await put(ids[1]!, 120_000);
    expect(await dueFeeds(store, NOON, 10)).toEqual([]);
    expect(await takeBackFuture(store, NOON)).toBe(1);
    expect((await dueFeeds(store, NOON, 10)).map(({ id }) => id)).toEqual([ids[0]]);
  });

  test('a dead poller is followed by another, whose poll stands', async () => {
    const store = opened();
    const id = await given(store);
    const first = await claimFeed(store, { feedId: id, epoch: 1 }, lease, NOON);
    expect(await claimFeed(store, { feedId: id, epoch: 1 }, { ...lease, owner: 'w2' }, NOON + 90_001)).toBeNull();
    await expire(id);
    expect(await claimFeed(store, { feedId: id, epoch: 1 }, { ...lease, owner: 'w2' }, NOON)).not.toBeNull();
    await poll(id, { pollReason: 'the second' });
    const late = { nextPollAt: NOON, pollReason: 'the first', status: 'active' as const };
    await store.write((tx) => savePoll(store, tx, first!, late, POLL));
    expect(await findFeed(store, id)).toMatchObject({ pollReason: 'the second', epoch: 2 });
  });

  test('pollers that died over a feed are counted until a poll ends', async () => {
    const store = opened();
    const id = await given(store);
    const claim = (owner: string) => claimFeed(store, { feedId: id, epoch: 1 }, { ...lease, owner }, NOON);
    const deaths = [];
    for (const owner of ['w1', 'w2', 'w3']) {
      await expire(id);
      deaths.push(deathsOf((await claim(owner))!));
    }
    expect(deaths).toEqual([0, 1, 2]);
    // Who puts a poll off is alive.
    await putOffPoll(store, id, NOON, 'busy');
    expect(deathsOf((await claim('w4'))!)).toBe(2);
    await poll(id, { memory: { etag: null } });
    expect(deathsOf((await findFeed(store, id))!)).toBe(0);
  });

  test('a pause that was asked for during a poll holds', async () => {
    const store = opened();
    const id = await given(store);
    const feed = await claimFeed(store, { feedId: id, epoch: 1 }, lease, NOON);
    await store.write(async (tx) => {
      await tx.update(store.tables.feeds).set({ status: 'paused' });
    });
    const found = { nextPollAt: NOON, pollReason: 'rhythm', status: 'active' as const };
    await store.write((tx) => savePoll(store, tx, feed!, found, POLL));
    expect(await findFeed(store, id)).toMatchObject({ status: 'paused', epoch: 2, lastPolledAt: NOON });
    await makeDue(store, 'all', NOON);
    expect(await dueFeeds(store, NOON, 10)).toEqual([]);
  });

  test('a feed that moved keeps its id; one that moved onto another that is watched is switched off and says so', async () => {
    const store = opened();
    const id = await given(store);
    await poll(id, { url: 'https://harbour.example/new.xml' });
    expect(await addFeed(store, { url: 'https://harbour.example/new.xml' }, NOON)).toMatchObject({ id, added: false });
    expect(await addFeed(store, { url: FEED }, NOON)).toMatchObject({ id, added: false });
    const other = await given(store, 'https://harbour.example/rss');
    await poll(other, { url: 'https://harbour.example/new.xml' });
    expect(await findFeed(store, other)).toMatchObject({
      url: 'https://harbour.example/rss',
      status: 'disabled',
      pollReason: 'moved to https://harbour.example/new.xml, which is watched already',
    });
  });

  test('put off, made due, removed; what it announced stays', async () => {
    const store = opened();
    const [one, two] = [await given(store), await given(store, 'https://b.example/feed')];
    await claimFeed(store, { feedId: one, epoch: 1 }, lease, NOON);
    await putOffPoll(store, one, NOON + 5000, 'the host asks for a pause');
    expect(await findFeed(store, one)).toMatchObject({ leaseOwner: null, nextPollAt: NOON + 5000, epoch: 1 });
    await makeDue(store, [one], NOON + 1);
    expect((await dueFeeds(store, NOON + 1, 10)).map((feed) => feed.id)).toEqual([two, one]);
    await removeFeed(store, one);
    expect(await listFeeds(store)).toHaveLength(1);
    const [outlets] = await store.db.select({ n: count() }).from(store.tables.outlets);
    expect(outlets?.n).toBe(2);
  });

  test('a long list is taken in stretch by stretch, each written down; taken again nothing changes', async () => {
    const store = opened();
    const list = Array.from({ length: 1200 }, (_, n) => ({
      url: `http://paper${n % 1100}.example/rss`,
      title: `Paper ${n}`,
      folders: n === 0 ? ['World', 'Wires'] : [],
    }));
    list.push({ url: 'mailto:a@b.example', title: 'none', folders: [] });
    const stretches: number[][] = [];
    const note = async (_: unknown, { from, to, added }: { from: number; to: number; added: number }) =>
      void stretches.push([from, to, added]);
    const { added, leftOut } = await addFeeds(store, list, NOON, note);
    expect({ added, leftOut }).toEqual({ added: 1100, leftOut: ['"mailto:a@b.example" is no http(s) address'] });
    expect(stretches).toEqual([
      [1, 500, 500],
      [501, 1000, 500],
      [1001, 1201, 100],
    ]);
    const first = await findFeed(store, 'http://paper0.example/rss');
    expect(first).toMatchObject({ title: 'Paper 0', status: 'active' });
    expect(foldersOf(first!)).toEqual(['World', 'Wires']);
    expect((await addFeeds(store, list, NOON)).added).toBe(0);
  });
});
