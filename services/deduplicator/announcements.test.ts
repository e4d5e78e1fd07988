import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '@wirewatch/shared/contracts/outcome.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import { announcedOf } from '@wirewatch/shared/store/copies/announced.ts';
import { articleIdOf } from '@wirewatch/shared/store/database/ids.ts';
import { openStore } from '@wirewatch/shared/store/database/open.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { ensureOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { announce, entry, NOON } from '../../tests/support/given.ts';
import { linkAnnouncements } from './announcements.ts';
import { likenessOf } from './core/announced.ts';
import type { DedupArticle } from './core/article.ts';
import { Engine } from './engine.ts';
import { createStorePort } from './store-port.ts';
import { clean } from './test-support/clean.ts';
import { article, randomOf, story } from './test-support/press.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ww-announced-'));
  store = await openStore(`sqlite:${folder}/w.db`, 'migrate');
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const TITLE = 'Harbour pilots of Vellmark end their strike after nine days';
const TEXT = story(randomOf(101), 9);

async function take(one: DedupArticle): Promise<void> {
  await store.write((tx) => ensureOutlets(store, tx, [one.host], 0));
  await clean(store, one);
  const { articles, revisions } = store.tables;
  await store.db.update(articles).set({ firstSeenAt: NOON }).where(eq(articles.id, one.id));
  await store.db.update(revisions).set({ title: one.title }).where(eq(revisions.articleId, one.id));
  await new Engine(createStorePort(store, 'test')).deduplicate(one);
}

/** A page that a feed announced and nobody could read. */
async function shut(
  url: string,
  said: { title: string; summary?: string },
  outcome: Outcome = 'blocked',
): Promise<string> {
  await announce(store, 'f', [entry(url, said)], NOON);
  const id = articleIdOf(url);
  const { articles } = store.tables;
  await store.db.update(articles).set({ stage: null, outcome, finishedAt: NOON }).where(eq(articles.id, id));
  return id;
}

const link = (since = 0) => linkAnnouncements(store, 'test', since, NOON + 60_000);

test('a page behind a wall is known by its title, and keeps its outcome; it is no text and nobody of the group', async () => {
  await take(article('text', 'open.example', TEXT, 0, { title: TITLE }));
  const id = await shut('https://walled.example/strike', { title: TITLE });
  expect(await link()).toBe(1);
  expect(await announcedOf(store, ['text'])).toMatchObject([
    { id, outcome: 'blocked', group: 'text', confidence: 0.4 },
  ]);
  const [record] = await recordsOf(store, [id]);
  expect(record).toMatchObject({
    outcome: 'blocked',
    text: null,
    syndication: null,
    announcement: { carries: 'text', basis: ['announcement'] },
  });
  const [open] = await recordsOf(store, ['text']);
  expect(open!.syndication).toMatchObject({ relation: 'unique', houses: 1 });
  expect(await link()).toBe(0);
});

test('by its summary, whatever its title is; also where the text comes later', async () => {
  const id = await shut('https://walled.example/strike', { title: 'What we know', summary: TEXT[1]! }, 'too-short');
  expect(await link()).toBe(0);
  await take(article('text', 'open.example', TEXT, 0, { title: 'Something else' }));
  expect(await link()).toBe(1);
  expect((await announcedOf(store, ['text']))[0]).toMatchObject({ id, confidence: 0.5 });
});

test('not the same outlet, not a title that several texts bear, not two reports of one event', async () => {
  await take(article('own', 'walled.example', TEXT, 0, { title: TITLE }));
  await shut('https://walled.example/strike', { title: TITLE });
  expect(await link()).toBe(0);
  const form = 'The weather of the coming week in Vellmark';
  await take(article('one', 'one.example', story(randomOf(102), 9), 0, { title: form }));
  await take(article('two', 'two.example', story(randomOf(103), 9), 0, { title: form }));
  await shut('https://third.example/weather', { title: form });
  await shut('https://third.example/strike', { title: 'Vellmark harbour: pilots go back to work' });
  expect(await link()).toBe(0);
});

test('what is read after all is announced no more', async () => {
  await take(article('text', 'open.example', TEXT, 0, { title: TITLE }));
  const id = await shut('https://walled.example/strike', { title: TITLE });
  await link();
  const { articles, announcements } = store.tables;
  await store.db.update(articles).set({ revisionId: 'read' }).where(eq(articles.id, id));
  expect(await announcedOf(store, ['text'])).toEqual([]);
  await link();
  expect(await store.db.select().from(announcements)).toEqual([]);
});

test.each([
  ['short titles are alike by chance', { title: 'Pilots strike', summary: null }, { title: 'Pilots strike', text: '' }],
  [
    'a summary of a few words says nothing',
    { title: null, summary: 'The strike is over.' },
    { title: null, text: 'The strike is over. The ships sail.' },
  ],
])('%s', (_, announced, carried) => {
  expect(likenessOf(announced, carried)).toBeNull();
});
