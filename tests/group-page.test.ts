import type { DedupArticle } from '@wirewatch/deduplicator/core/article.ts';
import { Engine } from '@wirewatch/deduplicator/engine.ts';
import { createStorePort } from '@wirewatch/deduplicator/store-port.ts';
import { clean } from '@wirewatch/deduplicator/test-support/clean.ts';
import { article, randomOf, story } from '@wirewatch/deduplicator/test-support/press.ts';
import { ensureOutlets } from '@wirewatch/shared/store/feeds/outlets.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from './support/dashboard.ts';

const random = randomOf(97);
const text = story(random, 9);
const SPEECH =
  '“Nobody who crossed on that ferry in the winter of the long ice has forgotten who stood at the wheel. He was asked to turn back and he did not, and forty families have him to thank for it. A captain is not a line in a budget, and a harbour that forgets its captains will not keep its boats.”';
const around = (words: string) => [...story(random, 4), words, ...story(random, 5)];

/** The hour of an instant on the day of the tests, in minutes after noon. */
const at = (minutes: number) => new Date(Date.UTC(2024, 4, 1, 12) + minutes * 60_000).toISOString();

const ARTICLES: DedupArticle[] = [
  article('victim', 'victim.example', text, 0, { seen: at(12), fetched: at(13), polledBefore: at(-3) }),
  article('thief', 'thief.example', text, -300, { seen: at(200), fetched: at(201), polledBefore: at(185) }),
  article('daily', 'daily.example', around(`At the grave she said: ${SPEECH} The band played.`), 0),
  article('evening', 'evening.example', around(`It was short. ${SPEECH} Then they went home.`), 200),
];

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  const { store } = desk;
  const { articles, revisions } = store.tables;
  const engine = new Engine(createStorePort(store, 'test'));
  await store.write((tx) =>
    ensureOutlets(
      store,
      tx,
      ARTICLES.map(({ host }) => host),
      0,
    ),
  );
  for (const one of ARTICLES) {
    await clean(store, one);
    const firstSeenAt = Date.parse(one.seen ?? one.fetched!);
    await store.db.update(articles).set({ firstSeenAt }).where(eq(articles.id, one.id));
    await store.db.update(revisions).set({ publishedAt: one.published! }).where(eq(revisions.articleId, one.id));
    await engine.deduplicate(one);
  }
});
afterAll(() => desk?.stop());

const page = async (path: string) => (await fetch(`${desk.url}${path}`)).text();
const call = async (path: string) => (await fetch(`${desk.url}/api/v1${path}`)).json();

test('a time that is stated and was not seen is told as such, beside when the text was first seen', async () => {
  const group = await page('/groups/victim');
  expect(group.match(/stated, not seen: first seen/g)).toHaveLength(1);
  expect(group).toMatch(/stated, not seen: first seen <time[^>]*datetime="2024-05-01T15:20/);
  expect(group).toContain('Who was first is contested');
  const thief = await call('/articles/thief');
  expect(thief).toMatchObject({ publishedAt: at(-300), firstSeenAt: at(200) });
  expect(thief.syndication).toMatchObject({ originalId: 'victim', timeBasis: 'seen', contested: true });
});

test('two that quote one speech name each other on their pages and in the API, and have no excerpt of one another', async () => {
  for (const [id, other] of [
    ['daily', 'evening'],
    ['evening', 'daily'],
  ]) {
    expect(await page(`/articles/${id}`)).toContain(`It quotes the same source as <a href="/articles/${other}">`);
    const { syndication } = await call(`/articles/${id}`);
    expect(syndication).toMatchObject({ relation: 'unique', sharedSources: [{ id: other, confidence: 0.6 }] });
  }
  expect(await page('/groups/daily')).toContain('both quote one source, as does <a href="/articles/evening">');
});
