import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DedupArticle } from '@wirewatch/deduplicator/core/article.ts';
import { Engine } from '@wirewatch/deduplicator/engine.ts';
import { createStorePort } from '@wirewatch/deduplicator/store-port.ts';
import { clean } from '@wirewatch/deduplicator/test-support/clean.ts';
import { article, randomOf, story } from '@wirewatch/deduplicator/test-support/press.ts';
import { syndicationOf } from '@wirewatch/shared/store/copies/standing.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { ensureOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wirewatch } from './support/command.ts';
import { type Desk, startDesk } from './support/dashboard.ts';

const text = story(randomOf(91), 9);
/** The first in time is named by one outlet only, and its rival by two. */
const ARTICLES = [
  article('early', 'early.example', text, 0),
  article('named', 'named.example', text, 60),
  article('v', 'v.example', text, 70, { credit: { source: 'named.example', kind: 'whole' } }),
  article('w', 'w.example', text, 75, { credit: { source: 'named.example', kind: 'whole' } }),
];

async function take(store: Store, articles: readonly DedupArticle[]): Promise<void> {
  const engine = new Engine(createStorePort(store, 'test'));
  const hosts = articles.map(({ host }) => host);
  await store.write((tx) => ensureOutlets(store, tx, hosts, 0));
  for (const one of articles) {
    await clean(store, one);
    await engine.deduplicate(one);
  }
}

describe('at the dashboard', () => {
  let desk: Desk;
  const token = (name: string) => `the-token-of-${name}-0000`;
  beforeAll(async () => {
    desk = await startDesk({ WIREWATCH_TOKENS: `ada:desk:${token('ada')},rob:read:${token('rob')}` });
    await take(desk.store, ARTICLES);
  });
  afterAll(() => desk?.stop());

  const ask = (path: string, options: { who?: string; body?: URLSearchParams | object } = {}) => {
    const { body } = options;
    const form = body instanceof URLSearchParams;
    return fetch(`${desk.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${token(options.who ?? 'ada')}`,
        ...(body !== undefined && !form ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
  };

  test('the page of a group tells who contests the original, with both sides, and has the form', async () => {
    const page = await (await ask('/groups/named')).text();
    expect(page).toContain('Who was first is contested');
    expect(page).toContain('2 of the group name named.example');
    expect(page).toContain('published at 2024-05-01T12:00Z, before named.example');
    expect(page).toContain('<form method="post" action="/rulings"');
    const { syndication, firstSeenAt, fetchedAt } = await (await ask('/api/v1/articles/named')).json();
    expect({ firstSeenAt, fetchedAt }).toEqual({ firstSeenAt: '1970-01-01T00:00:00.000Z', fetchedAt: null });
    expect(syndication).toMatchObject({ contested: true, contestedBy: [{ id: 'early' }], timeBasis: 'stated' });
    const member = (await (await ask('/api/v1/groups/named')).json()).items[0];
    expect(member).toMatchObject({ timeBasis: 'stated', contestedBy: [{ id: 'early' }], sharedSources: [] });
    expect(await (await ask('/articles/v')).text()).toContain('Who was first is contested');
  });

  test('a ruling is made by the form, stands on the page and in the audit list, and is taken back', async () => {
    const body = new URLSearchParams({ kind: 'first', subject: 'early', other: 'named', note: 'their editor told us' });
    expect((await ask('/rulings', { who: 'rob', body })).status).toBe(403);
    const made = await ask('/rulings', { body });
    expect(made.headers.get('location')).toMatch(/^\/articles\/early\?done=\d+$/);
    expect(await syndicationOf(desk.store, 'early')).toMatchObject({ relation: 'original', basis: ['ruling'] });
    const page = await (await ask('/groups/early')).text();
    expect(page).toContain('their editor told us');
    expect(page).not.toContain('Who was first is contested');
    const [ruling] = (await (await ask('/api/v1/rulings')).json()).items;
    expect(ruling).toMatchObject({ kind: 'first', subject: 'early', other: null, who: 'web:ada' });
    expect(await (await ask(`/rulings/${ruling.id}/take-back`)).text()).toContain('Take back: early was first?');
    const back = await ask(`/rulings/${ruling.id}/take-back`, { body: new URLSearchParams({ sure: 'yes' }) });
    expect(back.status).toBe(303);
    expect(await syndicationOf(desk.store, 'named')).toMatchObject({ relation: 'original' });
    expect(await (await ask('/rulings')).text()).toContain('taken back by');
    expect((await ask(`/api/v1/rulings/${ruling.id}/take-back`, { body: {} })).status).toBe(409);
  });

  test('by the API, and of outlets by their articles; what cannot be ruled says why', async () => {
    const house = new URLSearchParams({ kind: 'house', subject: 'v', other: 'w' });
    expect((await ask('/rulings', { body: house })).status).toBe(303);
    expect(await syndicationOf(desk.store, 'early')).toMatchObject({ relation: 'original', contested: true });
    const apart = await ask('/api/v1/rulings', { body: { kind: 'apart', subject: 'early', other: 'named' } });
    expect(apart.status).toBe(200);
    expect((await syndicationOf(desk.store, 'named'))!.group).not.toBe('early');
    const wrong = [
      [{ kind: 'apart', subject: 'early' }, 400],
      [{ kind: 'best', subject: 'early' }, 400],
      [{ kind: 'first', subject: 'nobody' }, 404],
      [{ kind: 'apart', subject: 'named', other: 'early' }, 409],
    ] as const;
    for (const [body, status] of wrong) expect((await ask('/api/v1/rulings', { body })).status).toBe(status);
  });
});

test('on the command line: ruled, listed, taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ww-rule-'));
  try {
    const open = () => openStore(`sqlite:${folder}/wirewatch.db`, 'migrate');
    const before = await open();
    await take(before, ARTICLES);
    await before.close();
    const rule = (...args: string[]) => wirewatch(['rule', ...args, '--data', folder]);
    const standing = async (id: string) => {
      const store = await open();
      const row = await syndicationOf(store, id);
      await store.close();
      return row;
    };
    expect((await rule('first', 'early', '--note', 'by its own log')).err).toContain(
      'ruled: number 1, early was first',
    );
    expect(await standing('early')).toMatchObject({ relation: 'original', basis: ['ruling'] });
    expect((await rule('list')).out).toMatch(/1 early was first \(cli:.*\): by its own log/);
    expect((await rule('first', 'nobody')).status).toBe(1);
    expect((await rule('take-back', '1')).err).toContain('taken back: number 1');
    expect(await standing('named')).toMatchObject({ relation: 'original' });
    expect((await rule('list')).out).toBe('');
    expect(JSON.parse((await rule('list', '--all', '--json')).out)).toMatchObject({ id: 1, kind: 'first' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
