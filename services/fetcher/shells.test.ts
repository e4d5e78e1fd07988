import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Running } from '@wirewatch/shared/service.ts';
import { feedsThatCarried } from '@wirewatch/shared/store/articles/announce.ts';
import { addFeed, findFeed, makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayServer, startPlayServer } from '../../tests/support/play-server.ts';
import { type OpenedContext, openServiceContext } from '../../tests/support/service-context.ts';
import { start } from './main.ts';
import { type ArchivedPage, readWarc } from './warc/reader.ts';

const HOSTS = ['paper.example', 'post.example', 'news.google.com', 'short.example'];

let server: PlayServer;
let opened: OpenedContext;
let fetcher: Running;
beforeAll(async () => {
  server = await startPlayServer();
  opened = await openServiceContext('fetcher', (folder) => ({
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: HOSTS.map((host) => `${host}:80:127.0.0.1:${server.port}`).join(','),
    WIREWATCH_HOST_GAP_MS: '30',
    WIREWATCH_WARC: join(folder, 'warc'),
    WIREWATCH_HONOUR_NOINDEX: '1',
  }));
  fetcher = await start(opened.context);
});
afterAll(async () => {
  await opened?.close();
  await server?.close();
});

const xml = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const item = (link: string, guid = link, more = '') =>
  `<item><title>About ${guid}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid>${more}</item>`;

function playFeed(path: string, ...items: string[]): void {
  const body = `<rss version="2.0"><channel><title>Paper</title><link>http://paper.example/</link>${items.join('')}</channel></rss>`;
  server.play(path, (_, response) => response.writeHead(200, xml).end(body));
}

function playPage(path: string, head = ''): void {
  const text = `<p>The council of ${path} met on the quay and spoke of the harbour wall.</p>`.repeat(5);
  server.play(path, (_, response) => response.writeHead(200, html).end(`<html><head>${head}</head>${text}</html>`));
}

/** Polls a feed once and waits for what came of it. */
async function poll(url: string) {
  const { store, queues } = opened.context;
  const added = await addFeed(store, { url }, Date.now());
  if ('problem' in added) throw new Error(added.problem);
  const before = (await findFeed(store, added.id))!;
  return until(async () => {
    // Again, as the scheduler does: a host that is busy with pages puts the poll off.
    await makeDue(store, [added.id], Date.now());
    await queues.add('poll', [{ id: added.id, epoch: before.epoch, lane: 'live' }], Date.now());
    const feed = (await findFeed(store, added.id))!;
    return feed.epoch > before.epoch ? feed : null;
  });
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  for (let turn = 0; turn < 400; turn += 1) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nothing came of it');
}

/** The article that stands for a page now, once it no longer waits to be fetched. */
async function fetched(guid: string) {
  const { store } = opened.context;
  const { articles, entries } = store.tables;
  return until(async () => {
    const [row] = await store.db
      .select({ article: articles })
      .from(entries)
      .innerJoin(articles, eq(articles.id, entries.articleId))
      .where(eq(entries.guid, guid));
    return row && row.article.stage !== 'fetch' ? row.article : null;
  });
}

const askedFor = (path: string) => server.seen.filter((request) => request.path === path).length;

test('a page that several feeds carry is fetched once, and every feed is recorded', async () => {
  playPage('/2026/quay-reopens');
  playFeed('/one.xml', item('http://paper.example/2026/quay-reopens'));
  playFeed('/two.xml', item('http://www.paper.example/2026/quay-reopens?utm_source=two', 'two'));
  await poll('http://paper.example/one.xml');
  await poll('http://paper.example/two.xml');
  const article = await fetched('two');
  expect(article).toMatchObject({ stage: 'clean', outletId: 'paper.example' });
  const feeds = await feedsThatCarried(opened.context.store, article.id);
  expect(feeds.map((feed) => feed.url)).toEqual(['http://paper.example/one.xml', 'http://paper.example/two.xml']);
  expect(askedFor('/2026/quay-reopens')).toBe(1);
});

test("a carrier's link becomes the publisher's article; the carrier is no outlet", async () => {
  playPage('/2026/ferry-returns');
  server.play('/rss/articles/AbC', (_, response) =>
    response.writeHead(302, { location: 'http://post.example/2026/ferry-returns' }).end(),
  );
  const source = '<source url="http://post.example/">The Post</source>';
  playFeed('/carrier.xml', item('http://news.google.com/rss/articles/AbC', 'carried', source));
  await poll('http://paper.example/carrier.xml');
  expect(await fetched('carried')).toMatchObject({
    url: 'http://post.example/2026/ferry-returns',
    outletId: 'post.example',
  });
  // The publisher's own feed announces the same page: it is not fetched again.
  playFeed('/post.xml', item('http://post.example/2026/ferry-returns', 'own'));
  await poll('http://post.example/post.xml');
  expect((await fetched('own')).id).toBe((await fetched('carried')).id);
  expect(askedFor('/2026/ferry-returns')).toBe(1);
  const outlets = await opened.context.store.db.select().from(opened.context.store.tables.outlets);
  expect(outlets.map((outlet) => outlet.id)).not.toContain('news.google.com');
});

test('two addresses of one page, by a lasting redirect or a canonical link, end as one article', async () => {
  playPage('/a/12345-mayor-resigns');
  server.play('/old/mayor', (_, response) => response.writeHead(301, { location: '/a/12345-mayor-resigns' }).end());
  playPage('/b/12345-mayor', '<link rel="canonical" href="http://paper.example/a/12345-mayor-resigns">');
  playFeed(
    '/twins.xml',
    item('http://paper.example/a/12345-mayor-resigns', 'first'),
    item('http://paper.example/old/mayor', 'second'),
    item('http://paper.example/b/12345-mayor', 'third'),
  );
  await poll('http://paper.example/twins.xml');
  const { store } = opened.context;
  await until(async () => {
    const rows = await store.db.select().from(store.tables.articles);
    return rows.some((row) => row.stage === 'fetch') ? null : rows;
  });
  const [first, second, third] = [await fetched('first'), await fetched('second'), await fetched('third')];
  expect([second.id, third.id]).toEqual([first.id, first.id]);
  const ended = await store.db
    .select()
    .from(store.tables.articles)
    .where(eq(store.tables.articles.outcome, 'same-page'));
  expect(ended).toHaveLength(2);
});

test('an archive under new names goes to the batch lane with a warning; renamed entries make no articles', async () => {
  const old = Array.from({ length: 12 }, (_, index) => `http://paper.example/2026/piece-${10_000 + index}`);
  for (const link of old) playPage(new URL(link).pathname);
  playFeed('/flood.xml', ...old.map((link) => item(link)));
  await poll('http://paper.example/flood.xml');
  playFeed('/flood.xml', ...old.map((link) => item(link, `${link}#renamed`)));
  const renamed = await poll('http://paper.example/flood.xml');
  expect(renamed.warning).toContain('changed its GUIDs');
  playFeed('/flood.xml', ...old.map((link) => item(link.replace('2026', '2011'))));
  const flooded = await poll('http://paper.example/flood.xml');
  expect(flooded).toMatchObject({ lastError: null, warning: expect.stringContaining('none has a date') });
  const { store } = opened.context;
  const rows = await store.db.select().from(store.tables.articles);
  expect(rows.filter((row) => row.url.includes('/piece-'))).toHaveLength(24);
  const archive = rows.filter((row) => row.url.includes('/2011/piece-'));
  expect(new Set(archive.map((row) => row.lane))).toEqual(new Set(['batch']));
  expect(opened.warnings.some(({ reason }) => String(reason).includes('none has a date'))).toBe(true);
  const [last] = (await store.db.select().from(store.tables.polls)).slice(-1);
  expect(last?.reason).toContain('none has a date');
});

test('a page given for a feed names the feeds that it announces; no log line shows a secret', async () => {
  playPage('/', '<link rel="alternate" type="application/rss+xml" href="/one.xml?token=abc">');
  const feed = await poll('http://user:word@paper.example/?key=1');
  expect(feed.lastError).toContain('http://paper.example/one.xml');
  const lines = JSON.stringify(opened.warnings);
  expect(lines).not.toMatch(/word@|token=abc|key=1/);
});

test('an index of sitemaps has its news watched', async () => {
  const map = (path: string) => `<sitemap><loc>http://paper.example${path}</loc></sitemap>`;
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${map('/pages.xml')}${map('/news-sitemap.xml')}</sitemapindex>`;
  server.play('/sitemap.xml', (_, response) => response.writeHead(200, { 'content-type': 'text/xml' }).end(index));
  expect(await poll('http://paper.example/sitemap.xml')).toMatchObject({ lastError: null, warning: null });
  const { store } = opened.context;
  await until(() => findFeed(store, 'http://paper.example/news-sitemap.xml'));
  expect(await findFeed(store, 'http://paper.example/pages.xml')).toBeNull();
});

test('noindex is honoured where it is asked for', async () => {
  playPage('/2026/not-for-machines', '<meta name="robots" content="noindex">');
  playFeed('/noindex.xml', item('http://paper.example/2026/not-for-machines', 'noindex'));
  await poll('http://paper.example/noindex.xml');
  expect(await fetched('noindex')).toMatchObject({ outcome: 'refused-by-robots' });
});

// The last one: it stops the fetcher.
test('every response stands in the archive, decoded, and none twice', async () => {
  await fetcher.stop();
  const folder = join(opened.folder, 'warc');
  const files = readdirSync(folder);
  expect(files).toHaveLength(1);
  expect(files[0]).toMatch(/\.warc\.gz$/);
  const pages: ArchivedPage[] = [];
  for await (const page of readWarc(join(folder, files[0]!))) pages.push(page);
  const quay = pages.filter((page) => page.url.endsWith('/2026/quay-reopens'));
  expect(quay).toHaveLength(1);
  expect(Buffer.from(quay[0]!.body).toString()).toContain('harbour wall');
  expect(pages.some((page) => page.url.endsWith('/one.xml'))).toBe(true);
  expect(quay[0]!.record).toMatch(/^urn:uuid:/);
  expect(await fetched('two')).toMatchObject({ warc: { record: quay[0]!.record, file: files[0] } });
});
