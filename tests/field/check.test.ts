import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckStep } from '@wirewatch/shared/feeds/check-step.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wirewatch } from '../support/command.ts';
import { startDesk } from '../support/dashboard.ts';
import { plays, rssOf } from '../support/field.ts';
import { type PlayServer, startPlayServer } from '../support/play-server.ts';

let server: PlayServer;
let folder: string;
beforeAll(async () => {
  server = await startPlayServer();
  folder = mkdtempSync(join(tmpdir(), 'ww-check-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command; gives the steps by name, and how it ended. */
async function check(url: string) {
  const data = join(folder, 'data');
  const env = {
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_HOST_GAP_MS: '0',
    WIREWATCH_CONNECT_TO: `xn--bcher-kva.example:80:127.0.0.1:${server.port}`,
  };
  const ran = await wirewatch(['feeds', 'check', url, '--json', '--data', data], { env });
  // Nothing is stored: not even the folder is there.
  expect(existsSync(data)).toBe(false);
  const steps = ran.out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as CheckStep]));
  const of = (name: CheckStep['step']) =>
    steps.filter(({ step }) => step === name).map(({ level, said }) => `${level}: ${said}`);
  return { status: ran.status, err: ran.err, steps, of };
}

test('a feed that works is told step by step', async () => {
  const items = [
    '<item><title>Quay</title><link>/2026/quay</link><guid isPermaLink="false">1</guid><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>',
    '<item><title>Fog</title><link>/2026/fog?token=harbour</link><guid isPermaLink="false">2</guid></item>',
    '<item><title>No page</title><guid isPermaLink="false">3</guid></item>',
  ];
  const hub = '<atom:link rel="hub" href="http://hub.example/"/><ttl>90</ttl>';
  server.play('/robots.txt', plays('User-agent: *\nDisallow: /2026/\n', 'text/plain'));
  server.play('/feed', (_, response) => response.writeHead(301, { location: '/feed.xml' }).end());
  server.play('/feed.xml', plays(rssOf(items, `${server.origin}/`, hub), 'application/rss+xml', { etag: '"1"' }));
  const { status, steps, of } = await check(`http://ann:harbour@bücher.example/feed`);
  expect(of('address')[0]).toMatch(/with user and password/);
  expect(of('name')[0]).toMatch(/^good: bücher\.example \(xn--bcher-kva\.example in the DNS\) is reached at/);
  expect(of('answer')[0]).toMatch(/^good: status 200 .* an ETag: later polls may cost a 304/);
  expect(of('redirects')[0]).toMatch(/301 to .*\/feed\.xml \(lasting/);
  expect(of('kind')[0]).toMatch(/^good: RSS, "Harbour Paper", in utf-8/);
  expect(of('entries')[0]).toMatch(/^warning: 3: "Quay", "Fog", "No page"; .* 1 have neither a page nor a text/);
  expect(of('dates')[0]).toMatch(/^warning: .*2 have none that can be read/);
  expect(of('identity')[0]).toMatch(/^good: 3 are known by their GUID/);
  expect(of('pages')[0]).toMatch(/^bad: .* will not be fetched: robots.txt: "Disallow: \/2026\/"/);
  expect(of('hub')[0]).toMatch(/hub\.example/);
  expect(of('next poll')[0]).toMatch(/90 minutes after this one/);
  expect(JSON.stringify(steps)).not.toContain('harbour"');
  expect(status).toBe(1);
});

test.each<[string, () => string, string, RegExp]>([
  ['no address', () => 'ftp://paper.example/', 'address', /^bad: .*is not http/],
  ['a name that is not there', () => 'http://nobody.invalid/feed', 'name', /^bad: .*no such name/],
  ['a private address', () => 'http://10.1.2.3/feed', 'name', /^bad: .*WIREWATCH_ALLOW_NETS/],
  ['a page', () => `${server.origin}/page`, 'kind', /^bad: .*it announces .*\/rss/],
  [
    'a page that is not there',
    () => `${server.origin}/none`,
    'kind',
    /^bad: the server says 404: .*feeds discover http/,
  ],
  [
    'an address without its scheme',
    () => 'paper.example/feed',
    'address',
    /^bad: .*https:\/\/paper.example\/feed may be meant/,
  ],
  ['a port that nobody listens at', () => 'http://127.0.0.1:9/feed', 'answer', /^bad: connect: nothing listens there/],
])('%s is told at its step, and the command fails', async (_, url, step, said) => {
  server.play(
    '/page',
    plays('<html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>', 'text/html'),
  );
  const { status, of } = await check(url());
  expect(of(step as CheckStep['step'])[0]).toMatch(said);
  expect(status).toBe(1);
});

test('what had to be mended and what stands in an index is told in words', async () => {
  const cut = rssOf(['<item><title>Quay</title><link>/2026/quay</link></item>']).replace(
    '</channel></rss>',
    '<item><ti',
  );
  server.play('/cut.xml', plays(cut));
  expect((await check(`${server.origin}/cut.xml`)).of('kind')[0]).toMatch(/mended: .*the document breaks off/);
  const loc = `<loc>${server.origin}/news-sitemap.xml</loc>`;
  server.play(
    '/index.xml',
    plays(
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>${loc}</sitemap></sitemapindex>`,
      'text/xml',
    ),
  );
  const { of, status } = await check(`${server.origin}/index.xml`);
  expect(of('kind')[0]).toMatch(/an index of sitemaps, without a title/);
  expect(of('entries')).toEqual([expect.stringMatching(/^good: an index of sitemaps: 1 of them will be watched/)]);
  expect(status).toBe(0);
});

test("on the feed's page", async () => {
  const desk = await startDesk({ WIREWATCH_ALLOW_NETS: '127.0.0.0/8' });
  server.play('/desk.xml', plays(rssOf(['<item><title>Quay</title><link>/a</link></item>'])));
  const added = await fetch(`${desk.url}/api/v1/feeds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${server.origin}/desk.xml` }),
  });
  const { id } = (await added.json()) as { id: string };
  expect(await (await fetch(`${desk.url}/feeds/${id}`)).text()).toContain(`action="/feeds/${id}/check"`);
  const page = await fetch(`${desk.url}/feeds/${id}/check`, { method: 'POST' });
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/next poll.*30 minutes after this one/s);
  expect((await fetch(`${desk.url}/feeds/nobody/check`, { method: 'POST' })).status).toBe(404);
  await desk.stop();
});
