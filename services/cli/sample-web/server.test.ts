import { type IncomingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unmarked } from './article.ts';
import { ARTICLES } from './articles/index.ts';
import { addressOf, feedAddress, OUTLETS, outletOf } from './outlets.ts';
import { type SampleWeb, startSampleWeb } from './server.ts';

let web: SampleWeb;

beforeAll(async () => {
  web = await startSampleWeb();
});
afterAll(() => web.close());

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Fetches a public address of the sample web from the loopback port, as a resolver would lead to it. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  const { host, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: web.port,
      path: pathname + search,
      method,
      headers: { host, ...headers },
    };
    request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const charset = /charset=([\w-]+)/.exec(response.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
        const text = new TextDecoder(charset).decode(Buffer.concat(chunks));
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Text of a page: references resolved, so that an article's words can be looked for. */
function visible(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

test('every article is served in its template and its charset', async () => {
  for (const article of ARTICLES.filter((each) => each.answer === undefined)) {
    const reply = await get(addressOf(article));
    expect([addressOf(article), reply.status]).toEqual([addressOf(article), 200]);
    const page = visible(reply.text);
    for (const paragraph of article.paragraphs) expect(page).toContain(unmarked(paragraph));
    if (article.credit) expect(page).toContain(article.credit.line);
  }
});

test('some addresses answer as real ones do', async () => {
  const statuses = ARTICLES.filter((article) => article.answer !== undefined).map(
    async (article) => [article.answer, (await get(addressOf(article))).status] as const,
  );
  expect(new Map(await Promise.all(statuses))).toEqual(
    new Map([
      ['not-found', 404],
      ['gone', 410],
      ['bot-wall', 403],
      ['listing', 200],
    ]),
  );
});

test('robots.txt keeps exactly the refused article from everyone', async () => {
  const refused = ARTICLES.filter(
    (article) => article.plan.relation === null && article.plan.outcomes.includes('refused-by-robots'),
  );
  expect(refused.length).toBe(1);
  for (const article of ARTICLES) {
    const robots = await get(`http://${outletOf(article).host}/robots.txt`);
    const disallowed = robots.text
      .split('\n')
      .filter((line) => line.startsWith('Disallow: '))
      .some((line) => article.path.startsWith(line.slice('Disallow: '.length)));
    expect([article.path, disallowed]).toEqual([article.path, refused.includes(article)]);
  }
});

test('a caller with the current copy is told so, by either validator', async () => {
  for (const url of [...web.feeds, addressOf(ARTICLES[0]!)]) {
    const { headers } = await get(url);
    expect((await get(url, { 'if-none-match': headers.etag! })).status).toBe(304);
    expect((await get(url, { 'if-modified-since': headers['last-modified']! })).status).toBe(304);
    expect(
      (await get(url, { 'if-none-match': '"other"', 'if-modified-since': headers['last-modified']! })).status,
    ).toBe(200);
  }
});

test('hosts are told apart, with or without a port, and strangers are turned away', async () => {
  expect((await get(`http://${OUTLETS.meridian.host}/`)).text).toContain('Meridian Wire');
  expect((await get(`http://${OUTLETS.sada.host}:8080/`)).text).toContain('صدى المشرق');
  expect((await get('http://stranger.example/')).status).toBe(421);
  expect((await get(`http://${OUTLETS.meridian.host}/nothing`)).status).toBe(404);
  expect((await get(`http://${OUTLETS.meridian.host}/`, {}, 'POST')).status).toBe(405);
  expect(await get(`http://${OUTLETS.meridian.host}/`, {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
});

test('the OPML names every feed', () => {
  expect(web.feeds.length).toBe(web.hosts.length);
  for (const feed of web.feeds) expect(web.opml).toContain(`xmlUrl="${feed}"`);
});

test('once revised, the changed articles and the feeds that list them differ, and nothing else', async () => {
  const urls = [...web.feeds, ...ARTICLES.map(addressOf)];
  const before = await Promise.all(urls.map((url) => get(url)));
  web.revise();
  const after = await Promise.all(urls.map((url) => get(url)));
  const changed = urls.filter((_, index) => before[index]?.headers.etag !== after[index]?.headers.etag);
  const revised = ARTICLES.filter((article) => article.later);
  expect(revised.length).toBeGreaterThan(0);
  expect(new Set(changed)).toEqual(
    new Set(revised.flatMap((article) => [addressOf(article), feedAddress(outletOf(article))])),
  );
  for (const url of changed) {
    const index = urls.indexOf(url);
    const modified = (reply: Reply | undefined) => Date.parse(reply?.headers['last-modified'] ?? '');
    expect(modified(after[index])).toBeGreaterThanOrEqual(modified(before[index]));
  }
});

test('a port that is taken is refused', async () => {
  await expect(startSampleWeb({ port: web.port })).rejects.toThrow('EADDRINUSE');
});
