import { describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../../tests/support/dialects.ts';
import { NOON, pages } from '../../../../tests/support/given.ts';
import { ensureOutlets, listOutlets, nameOutlet, outletNameOfFeed, outletOf, setOutlet } from './outlets.ts';

describe.each(DIALECTS)('outlets on %s', (dialect) => {
  const opened = useStore(dialect);
  const name = (id: string, said: string, from: 'user' | 'page' | 'feed') =>
    opened().write((tx) => nameOutlet(opened(), tx, id, said, from));

  test('an outlet is made once, and its name comes from the best source, the first of it', async () => {
    const store = opened();
    await store.write((tx) => ensureOutlets(store, tx, ['b.example', 'a.example', 'b.example'], NOON));
    await store.write((tx) => ensureOutlets(store, tx, ['a.example'], NOON + 1));
    expect(await outletOf(store, 'a.example')).toMatchObject({ name: 'a.example', nameFrom: 'host', createdAt: NOON });
    await name('a.example', ' The  Anchor\0 ', 'feed');
    expect(await outletOf(store, 'a.example')).toMatchObject({ name: 'The Anchor', nameFrom: 'feed' });
    await name('a.example', 'Anchor Daily', 'page');
    await name('a.example', 'Anchor Weekly', 'page');
    await name('a.example', 'The Anchor', 'feed');
    await name('a.example', '  ', 'user');
    expect(await outletOf(store, 'a.example')).toMatchObject({ name: 'Anchor Daily', nameFrom: 'page' });
    await name('nobody.example', 'Nobody', 'user');
    expect(await outletOf(store, 'nobody.example')).toBeNull();
  });

  test('what the user sets stays, and what is not named is left alone', async () => {
    const store = opened();
    await store.write((tx) => ensureOutlets(store, tx, ['a.example'], NOON));
    expect(await setOutlet(store, 'a.example', { kind: 'agency', aliases: ['ANCHOR', 'Anker'] })).toBe(true);
    expect(await setOutlet(store, 'a.example', { name: 'Anchor', house: 'Harbour group' })).toBe(true);
    expect(await setOutlet(store, 'nobody.example', { name: 'Nobody' })).toBe(false);
    await name('a.example', 'Another', 'page');
    expect(await outletOf(store, 'a.example')).toMatchObject({
      name: 'Anchor',
      nameFrom: 'user',
      kind: 'agency',
      house: 'Harbour group',
      aliases: ['ANCHOR', 'Anker'],
    });
  });

  test('the list counts articles and copies as numbers', async () => {
    const store = opened();
    const ids = await pages(store, ['https://a.example/1', 'https://a.example/2', 'https://b.example/1']);
    await store.write(async (tx) => {
      const row = { groupId: 'g', basis: [], confidence: 1, reason: 'r', version: 'v', updatedAt: NOON };
      await tx.insert(store.tables.syndication).values([
        { ...row, articleId: ids[0]!, relation: 'original' },
        { ...row, articleId: ids[2]!, relation: 'copy', lagSeconds: 4_000_000_000 },
      ]);
    });
    expect(await listOutlets(store)).toMatchObject([
      { id: 'a.example', articles: 2, originals: 1, copies: 0 },
      { id: 'b.example', articles: 1, originals: 0, copies: 1 },
    ]);
  });
});

test.each([
  ['Harbour Post | World', 'Harbour Post'],
  ['Harbour Post - RSS', 'Harbour Post'],
  ['Harbour Post RSS Feed', 'Harbour Post'],
  ['Порт — Новости', 'Порт'],
])('%s is the feed of %s', (title, outlet) => {
  expect(outletNameOfFeed(title)).toBe(outlet);
});
