import { createHttpClient, type HttpClient } from '@wirewatch/fetcher/http/client.ts';
import { lookForFeeds } from '@wirewatch/fetcher/look-for-feeds.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plays, rssOf } from '../support/field.ts';
import { type PlayServer, startPlayServer } from '../support/play-server.ts';

let server: PlayServer;
let http: HttpClient;
beforeAll(async () => {
  server = await startPlayServer();
  http = createHttpClient({ userAgent: 'test/1', allowNets: ['127.0.0.0/8'] });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

const page = (path: string, html: string, headers = {}) => server.play(path, plays(html, 'text/html', headers));
const look = async (path: string) => {
  const { found, from } = await lookForFeeds(`${server.origin}${path}`, { http, gapMs: 10 });
  return { paths: found.map(({ url }) => url.replace(server.origin, '')), from };
};

test.each<[string, string, Record<string, string>]>([
  [
    'attributes in any order, with > in them',
    '<link title="a > b" href="/a.xml" type=\'application/rss+xml\' rel=alternate>',
    {},
  ],
  ['no quotes and capitals', '<LINK HREF=/a.xml TYPE=application/rss+xml REL="ALTERNATE home">', {}],
  [
    'a Link header',
    '',
    { link: '</style.css>; rel=preload, </a.xml>; rel="alternate"; type="application/rss+xml"; title="a, b"' },
  ],
])('announced by %s', async (_, html, headers) => {
  page('/', `<html><head>${html}</head><body>Home</body></html>`, headers);
  expect(await look('/')).toMatchObject({ paths: ['/a.xml'] });
});

test('an index of sitemaps is a source to watch as a feed is', async () => {
  const map = `<sitemap><loc>${server.origin}/news-sitemap.xml</loc></sitemap>`;
  const index = `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${map}</sitemapindex>`;
  server.play('/sitemap_index.xml', plays(index, 'text/xml'));
  expect(await look('/sitemap_index.xml')).toEqual({ paths: ['/sitemap_index.xml'], from: 'at the address itself' });
});

test('an address that is itself a feed is found as one', async () => {
  server.play('/own', plays(rssOf([]), 'text/html'));
  expect(await look('/own')).toEqual({ paths: ['/own'], from: 'at the address itself' });
});

test('usual addresses come last, one after the other, and only where nothing is announced', async () => {
  page('/bare', '<html><body>Nothing here</body></html>');
  server.play('/rss.xml', plays(rssOf([])));
  const before = server.seen.length;
  expect(await look('/bare')).toMatchObject({ paths: ['/rss.xml'] });
  const asked = server.seen.slice(before);
  expect(asked.length).toBeLessThanOrEqual(8);
  for (let at = 1; at < asked.length; at += 1) expect(asked[at]!.at - asked[at - 1]!.at).toBeGreaterThan(8);
});

test('a page that sends its readers on by meta refresh is followed', async () => {
  page('/moved', `<html><head><meta content="0; URL='/real'" http-equiv="Refresh"></head></html>`);
  page('/real', '<link rel="alternate" type="application/atom+xml" href="/b.xml">');
  expect(await look('/moved')).toMatchObject({ paths: ['/b.xml'] });
});
