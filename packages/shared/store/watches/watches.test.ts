import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON } from '../../../../tests/support/given.ts';
import { type Shelved, shelve } from '../../../../tests/support/shelf.ts';
import { readRecords } from '../articles/records.ts';
import { runnable } from '../journey/status.ts';
import { listAudit } from '../operations/audit.ts';
import { putIndexed, readIndexed } from '../search/index-article.ts';
import { alertsOf } from './alerts.ts';
import { applicationsOf, cancelApplication, moveApplication, requestApplication } from './apply.ts';
import { addMatches, countedAt, replaceMatches } from './matches.ts';
import { raiseStoryAlerts } from './raise.ts';
import { scanWatch } from './scan.ts';
import { findWatch, listWatches, loadWatches, removeWatch, saveWatch, watchesVersion } from './watches.ts';

const HOUR = 3_600_000;

describe.each(DIALECTS)('watches on %s', (dialect) => {
  const opened = useStore(dialect);
  const line = (query: string, weight = 1, language: string | null = null) => ({ query, weight, language });
  const save = (name: string, queries: string[], more: { replace?: boolean; url?: string } = {}) =>
    saveWatch(
      opened(),
      { name, lines: queries.map((query) => line(query)), threshold: 1 },
      {
        webhook: more.url ? { url: more.url, secretEnv: 'HOOK_SECRET' } : null,
        replace: more.replace ?? false,
        who: 'test',
        now: NOON,
      },
    ).then(({ row }) => row);

  /** An article as it stands when it was classified, in the search index too. */
  async function stand(piece: Shelved): Promise<string> {
    const store = opened();
    const id = await shelve(store, null, piece);
    await store.write(async (tx) => {
      const [article] = await tx.select().from(store.tables.articles).where(eq(store.tables.articles.id, id));
      const [found] = await readIndexed(store, tx, eq(store.tables.revisions.articleId, id));
      if (found) await putIndexed(store, tx, article!, found);
    });
    return id;
  }

  /** What the classifier does with an article that fits these watches. */
  async function fits(articleId: string, watchIds: string[], at = NOON): Promise<void> {
    const store = opened();
    const [article] = await store.db
      .select()
      .from(store.tables.articles)
      .where(eq(store.tables.articles.id, articleId));
    const hits = watchIds.map((id) => ({ id, name: id, matched: ['truce'], weight: 1 }));
    await store.write(async (tx) => {
      const fresh = await replaceMatches(store, tx, { id: articleId, at }, hits);
      await raiseStoryAlerts(store, tx, article!, [...fresh], at);
    });
  }

  test('a watch is saved under one name, changed, found, listed and removed; each change has a new version and an audit row', async () => {
    const store = opened();
    const versions = [await watchesVersion(store)];
    const row = await save('talks', ['truce OR ceasefire', 'ateşkes']);
    versions.push(await watchesVersion(store));
    await expect(save('talks', ['war'])).rejects.toThrow(/already/);
    expect(await save('talks', ['truce'], { replace: true })).toMatchObject({ id: row.id });
    versions.push(await watchesVersion(store));
    expect(new Set(versions).size).toBe(3);
    expect((await findWatch(store, 'talks')).id).toBe(row.id);
    expect((await findWatch(store, row.id)).name).toBe('talks');
    expect(await listWatches(store)).toMatchObject([{ watch: { name: 'talks' }, articles: 0, newestAt: null }]);
    expect(await loadWatches(store)).toMatchObject({ watches: [{ id: row.id, threshold: 1 }], unreadable: [] });
    await removeWatch(store, 'talks', 'test', NOON);
    await expect(findWatch(store, 'talks')).rejects.toThrow(/no watch "talks"/);
    expect((await listAudit(store, { limit: 9 })).map(({ action }) => action)).toEqual([
      'watch.remove',
      'watch.replace',
      'watch.add',
    ]);
  });

  test('a watch that an older grammar let through does not stop the others', async () => {
    const store = opened();
    const good = await save('good', ['truce']);
    const bad = await save('bad', ['envoy']);
    const { watches } = store.tables;
    await store.write((tx) =>
      tx
        .update(watches)
        .set({ lines: [line('envoy (')] })
        .where(eq(watches.id, bad.id)),
    );
    const loaded = await loadWatches(store);
    expect(loaded.watches.map(({ id }) => id)).toEqual([good.id]);
    expect(loaded.unreadable).toEqual([expect.stringContaining(bad.id)]);
  });

  test('the archive is tried and matched by weights, languages and labels, as it stands', async () => {
    const store = opened();
    const seen = (n: number) => NOON + n * HOUR;
    const english = await stand({ url: 'https://a.example/1', title: 'Truce', texts: ['Envoys met.'], at: seen(1) });
    const turkish = await stand({
      url: 'https://b.example/1',
      title: 'Ateşkes',
      texts: ['Elçiler görüştü.'],
      language: 'tr',
      countries: ['TUR'],
      at: seen(2),
    });
    await stand({
      url: 'https://c.example/1',
      title: 'Truce in the league',
      texts: ['A football derby.'],
      at: seen(3),
    });
    const lines = [line('truce'), line('football', -1), line('country:TUR', 1, 'tr')];
    const made = { webhook: null, replace: false, who: 'test', now: NOON };
    const { row } = await saveWatch(store, { name: 'talks', lines, threshold: 1 }, made);
    const [watch] = (await loadWatches(store)).watches;
    const hits: string[] = [];
    for await (const { article, hit } of scanWatch(store, watch!, { since: null, now: NOON }))
      if (hit) hits.push(article.id);
    expect(hits).toEqual([turkish, english]);
    const apply = async (since: number | null) => {
      const { id } = await requestApplication(store, row, { since, who: 'test', now: NOON });
      return moveApplication(
        store,
        id,
        () => NOON,
        () => true,
      );
    };
    expect(await apply(seen(2))).toMatchObject({ status: 'done', matched: 1 });
    expect(await apply(null)).toMatchObject({ status: 'done', looked: 3, matched: 2 });
    expect(await listWatches(store)).toMatchObject([{ articles: 2, newestAt: seen(2) }]);
    expect(await alertsOf(store, row.id, { limit: 9 })).toEqual([]);
    const exported = [];
    for await (const record of readRecords(store, { watch: row.id })) exported.push(record);
    expect(exported.map(({ id }) => id)).toEqual([english, turkish]);
    expect(exported[1]!.watches).toEqual([{ id: row.id, name: 'talks', matched: ['TUR'] }]);
    await save('talks', ['avalanche'], { replace: true });
    expect(await listWatches(store)).toMatchObject([{ articles: 0 }]);
  });

  test('an application goes on where it was broken off, is asked for once, begins anew with other queries, and can be ended', async () => {
    const store = opened();
    for (let n = 0; n < 130; n += 1)
      await stand({ url: `https://a.example/p${n}`, title: 'Ferry', texts: ['It sails.'], at: NOON + n * HOUR });
    const row = await save('ferries', ['ferry']);
    const asked = { since: null, who: 'test', now: NOON };
    const { id } = await requestApplication(store, row, asked);
    expect((await requestApplication(store, row, asked)).id).toBe(id);
    const now = () => NOON;
    const first = await moveApplication(store, id, now, () => false);
    expect(first).toMatchObject({ status: 'running', looked: 100, matched: 100 });
    const again = await save('ferries', ['sails'], { replace: true });
    expect(await applicationsOf(store, again.id)).toMatchObject([{ id, looked: 0, below: null }]);
    await moveApplication(store, id, now, () => false);
    const done = await moveApplication(store, id, now, () => false);
    expect(done).toMatchObject({ status: 'done', looked: 130, matched: 130 });
    expect(await listWatches(store)).toMatchObject([{ articles: 130 }]);
    const other = await requestApplication(store, again, asked);
    await cancelApplication(store, other.id, 'test', NOON);
    expect(await moveApplication(store, other.id, now, () => true)).toMatchObject({ status: 'cancelled', looked: 0 });
    await expect(cancelApplication(store, other.id, 'test', NOON)).rejects.toThrow(/does not run/);
    await removeWatch(store, 'ferries', 'test', NOON);
    expect(await applicationsOf(store, again.id)).toEqual([]);
  });

  test('an article is on the watches that fire on it now, and on no others', async () => {
    const store = opened();
    const [first, second] = [await save('first', ['truce']), await save('second', ['envoy'])];
    const id = await stand({ url: 'https://a.example/1', texts: ['Truce.'] });
    await fits(id, [first!.id, second!.id]);
    await fits(id, [second!.id]);
    const records = [];
    for await (const record of readRecords(store, {})) records.push(record);
    expect(records[0]!.watches.map(({ name }) => name)).toEqual(['second']);
    expect(await alertsOf(store, second!.id, { limit: 9 })).toHaveLength(1);
  });

  test('one alert a story, one for each further house, none for its other papers or when it is done again', async () => {
    const store = opened();
    const watch = await save('talks', ['truce'], { url: 'https://hooks.example/in' });
    const carried = (host: string, path: string, group: string) =>
      stand({ url: `https://${host}/${path}`, title: path, texts: [path], syndication: { group } });
    const wire = await carried('wire.example', 'wire', 'g1');
    const copy = await carried('post.example', 'copy', 'g1');
    const again = await carried('post.example', 'copy-two', 'g1');
    const sister = await carried('sister.example', 'sister', 'g1');
    const other = await carried('wire.example', 'other', 'g2');
    const { outlets, webhookDeliveries } = store.tables;
    for (const id of ['post.example', 'sister.example'])
      await store.write((tx) => tx.update(outlets).set({ house: 'Post Group' }).where(eq(outlets.id, id)));
    for (const id of [wire, copy, again, sister, other, wire]) await fits(id, [watch.id]);
    expect(await runnable(store, NOON + HOUR, 0)).toMatchObject({ applications: 0, deliveries: 3 });
    const told = await alertsOf(store, watch.id, { limit: 9 });
    expect(told.map(({ kind, article }) => [kind, article?.id])).toEqual([
      ['story', other],
      ['outlet', copy],
      ['story', wire],
    ]);
    expect(told[1]).toMatchObject({
      watch: 'talks',
      reason: expect.stringContaining('1 article'),
      article: { title: 'copy', outlet: 'post.example', matched: ['truce'] },
    });
    expect(await alertsOf(store, watch.id, { limit: 1, before: told[0]!.id })).toMatchObject([{ id: told[1]!.id }]);
    expect(await store.db.select().from(webhookDeliveries)).toHaveLength(3);
  });

  test('of copies that are told at one time each outlet is told', async () => {
    const store = opened();
    const watch = await save('talks', ['truce']);
    const hosts = Array.from({ length: 4 }, (_, n) => `paper${n}.example`);
    for (let round = 0; round < 5; round += 1) {
      const carry = (host: string) =>
        stand({ url: `https://${host}/${round}`, texts: [host], syndication: { group: `g${round}` } });
      const ids = await Promise.all(hosts.map(carry));
      await Promise.all(ids.map((id) => fits(id, [watch.id])));
      const told = await alertsOf(store, watch.id, { limit: 4 });
      expect(told.map(({ kind }) => kind).sort()).toEqual(['outlet', 'outlet', 'outlet', 'story']);
      expect(new Set(told.map(({ article }) => article?.id))).toEqual(new Set(ids));
    }
  });

  test('of copies that are told while their story gets its name one is news', async () => {
    const store = opened();
    const watch = await save('talks', ['truce']);
    const { syndication, articles } = store.tables;
    for (let round = 0; round < 5; round += 1) {
      const carry = (host: string) =>
        stand({ url: `https://${host}/${round}`, texts: [host], syndication: { group: `n${round}` } });
      const [one, two] = [await carry('one.example'), await carry('two.example')];
      const [article] = await store.db.select().from(articles).where(eq(articles.id, one));
      let other: Promise<void> = Promise.resolve();
      await store.write(async (tx) => {
        const hits = [{ id: watch.id, name: watch.id, matched: ['truce'], weight: 1 }];
        const fresh = await replaceMatches(store, tx, { id: one, at: NOON }, hits);
        await raiseStoryAlerts(store, tx, article!, [...fresh], NOON);
        // On SQLite the other stands in line.
        other = store
          .write((later) =>
            later
              .update(syndication)
              .set({ storyId: `s${round}` })
              .where(eq(syndication.groupId, `n${round}`)),
          )
          .then(() => fits(two, [watch.id]));
        await new Promise((resolve) => setTimeout(resolve, 50));
      });
      await other;
      const told = await alertsOf(store, watch.id, { limit: 2 });
      expect(told.map(({ kind }) => kind)).toEqual(['outlet', 'story']);
    }
  });

  test('groups that grow together are one story, and what a story is called decides where there is one', async () => {
    const store = opened();
    const watch = await save('talks', ['truce']);
    const { syndication } = store.tables;
    const a = await stand({ url: 'https://a.example/1', texts: ['a'], syndication: { group: 'g1' } });
    const b = await stand({ url: 'https://a.example/2', texts: ['b'], syndication: { group: 'g2' } });
    await fits(a, [watch.id]);
    await store.write((tx) => tx.update(syndication).set({ storyId: 's' }));
    await fits(b, [watch.id]);
    const c = await stand({ url: 'https://a.example/3', texts: ['c'], syndication: { group: 'g3' } });
    await store.write((tx) => tx.update(syndication).set({ groupId: 'g3', storyId: null }));
    await fits(c, [watch.id]);
    expect((await alertsOf(store, watch.id, { limit: 9 })).map(({ article }) => article?.id)).toEqual([a]);
  });

  test('what the past holds of a story is known when it comes up again', async () => {
    const store = opened();
    const watch = await save('talks', ['truce']);
    const old = await stand({ url: 'https://a.example/1', texts: ['a'], syndication: { group: 'g' } });
    const hit = { id: watch.id, name: 'talks', matched: [], weight: 1 };
    await store.write((tx) => addMatches(store, tx, [{ article: { id: old, at: NOON }, hit }]));
    await fits(await stand({ url: 'https://b.example/1', texts: ['a'], syndication: { group: 'g' } }), [watch.id]);
    expect(await alertsOf(store, watch.id, { limit: 9 })).toMatchObject([{ kind: 'outlet' }]);
  });
});

test('an article counts when it was first seen, unless it is older by more than a day', () => {
  expect(countedAt(NOON, null)).toBe(NOON);
  expect(countedAt(NOON, NOON - 5 * HOUR)).toBe(NOON);
  expect(countedAt(NOON, NOON + 5 * HOUR)).toBe(NOON);
  expect(countedAt(NOON, NOON - 50 * HOUR)).toBe(NOON - 50 * HOUR);
});
