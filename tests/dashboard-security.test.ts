import { request } from 'node:http';
import { createServer } from 'node:net';
import { readConfig } from '@wirewatch/shared/config.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireToken, serve } from '../services/dashboard/serve.ts';
import { type Desk, startDesk } from './support/dashboard.ts';
import { shelve } from './support/shelf.ts';

const TOKEN = 'a-token-of-some-length';
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';

let open: Desk;
let locked: Desk;
let id: string;
beforeAll(async () => {
  open = await startDesk({ WIREWATCH_PUBLIC_HOSTS: 'news.example' });
  locked = await startDesk({ WIREWATCH_TOKEN: TOKEN });
  id = await shelve(open.store, open.blobs, {
    url: 'http://harbour.example/1',
    title: SCRIPT,
    texts: [`${SCRIPT}\n\nsecond paragraph`],
    html: `<h1>raw</h1>${SCRIPT}<img src="http://tracker.example/x.png">`,
    credit: { source: SCRIPT, kind: 'whole', url: 'javascript:alert(3)', evidence: SCRIPT },
    syndication: { relation: 'copy', original: SCRIPT, reason: SCRIPT },
  });
});
afterAll(async () => {
  await open?.stop();
  await locked?.stop();
});

const PAGES = ['/', '/articles', '/queues', '/assets/style.css', '/nothing-here'];

function ask(desk: Desk, path: string, headers: Record<string, string> = {}, method = 'GET', body?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const asked = request(`${desk.url}${path}`, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test.each(PAGES)('%s carries the content policy and its companions', async (path) => {
  const { headers } = await ask(open, path);
  expect(headers['content-security-policy']).toMatch(/^default-src 'self'; /);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
});

test.each(['evil.example', 'localhost.evil.example', '10.0.0.1', '127.0.0.1@evil.example', 'a b'])(
  'a request for the host "%s" is refused',
  async (host) => {
    for (const path of PAGES) expect((await ask(open, path, { host })).status).toBeGreaterThanOrEqual(400);
    expect((await ask(open, '/', { host })).text).not.toContain('Newest articles');
  },
);

test.each([
  'localhost',
  'localhost:8080',
  '127.0.0.1:1',
  '[::1]:8080',
  'LOCALHOST',
  'news.example',
  'news.example:443',
])('a request for the host "%s" is answered', async (host) => {
  expect((await ask(open, '/', { host })).status).toBe(200);
});

test.each([
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ cookie: 'wirewatch=x' }, 403],
  [{ 'sec-fetch-site': 'same-origin' }, 303],
  [{}, 303],
] as Array<[Record<string, string>, number]>)('a change with %j answers %i', async (headers, status) => {
  expect((await ask(open, '/logout', headers, 'POST')).status).toBe(status);
});

test('a change from our own origin is taken', async () => {
  const { status } = await ask(open, '/logout', { origin: open.url, 'sec-fetch-site': 'same-origin' }, 'POST');
  expect(status).toBe(303);
});

test('with a token every page and call answers 401 without it, in JSON to programs and with a form to browsers', async () => {
  for (const path of ['/', '/articles', '/queues', '/queues/api/queues', '/nothing-here', '/articles/x']) {
    expect((await ask(locked, path)).status, path).toBe(401);
    const guess = { authorization: 'Bearer wrong-token-wrong', 'x-forwarded-for': `192.0.2.${path.length}` };
    expect((await ask(locked, path, guess)).status, path).toBe(401);
  }
  expect(JSON.parse((await ask(locked, '/')).text).error.status).toBe(401);
  expect((await ask(locked, '/', { accept: 'text/html' })).text).toContain('<form method="post" action="/login"');
  expect((await ask(locked, '/', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
});

test('the form gives a cookie that signs in, and that no script and no other site can use', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
  const wrong = await ask(locked, '/login', form, 'POST', 'token=guess&next=/articles');
  expect(wrong.status).toBe(401);
  const right = await ask(locked, '/login', form, 'POST', `token=${TOKEN}&next=/articles`);
  expect(right.status).toBe(303);
  expect(right.headers.location).toBe('/articles');
  const cookie = String(right.headers['set-cookie']);
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect(cookie).not.toContain(TOKEN);
  const session = cookie.split(';')[0]!;
  expect((await ask(locked, '/', { cookie: session })).status).toBe(200);
  expect((await ask(locked, '/', { cookie: `${session}x` })).status).toBe(401);
  // Signing out ends it everywhere: a copy of the cookie opens nothing any more.
  const out = await ask(locked, '/logout', { cookie: session, 'sec-fetch-site': 'same-origin' }, 'POST');
  expect(out.status).toBe(303);
  expect((await ask(locked, '/', { cookie: session })).status).toBe(401);
});

test('signing in leads to a path of ours only', async () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
  ]) {
    const { headers } = await ask(locked, '/login', {}, 'POST', `token=${TOKEN}&next=${encodeURIComponent(next)}`);
    expect(headers.location).toBe('/');
  }
});

test('each named token opens what its right holds, and the audit names who', async () => {
  const tokens = 'reader:read:reader-token-reader,desk:desk:desk-token-desk-desk';
  const desk = await startDesk({ WIREWATCH_TOKEN: TOKEN, WIREWATCH_TOKENS: tokens });
  try {
    const as = (token: string, path: string, method = 'GET', body?: string) =>
      ask(desk, path, { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, method, body);
    const watch = JSON.stringify({ name: 'ferries', lines: [{ query: 'ferries' }] });
    for (const path of ['/', '/metrics', '/api/v1/feeds', '/audit'])
      expect((await as('reader-token-reader', path)).status, path).toBe(200);
    expect((await as('reader-token-reader', '/api/v1/watches', 'POST', watch)).status).toBe(403);
    expect((await as('desk-token-desk-desk', '/api/v1/watches', 'POST', watch)).status).toBe(201);
    const feed = JSON.stringify({ url: 'https://user:pass-word@a.example/rss' });
    expect((await as('desk-token-desk-desk', '/api/v1/feeds', 'POST', feed)).status).toBe(403);
    for (const path of ['/queues', '/sign-ins', '/feeds.opml'])
      expect((await as('desk-token-desk-desk', path)).status, path).toBe(403);
    expect((await as(TOKEN, '/api/v1/feeds', 'POST', feed)).status).toBe(201);
    expect((await as(TOKEN, '/sign-ins')).status).toBe(200);
    const { items } = JSON.parse((await as(TOKEN, '/api/v1/audit')).text);
    expect(items.map((item: { who: string }) => item.who)).toEqual(['web:operator', 'web:desk']);
    for (const path of ['/api/v1/audit', '/audit', '/feeds', '/api/v1/feeds'])
      expect((await as(TOKEN, path)).text, path).not.toContain('pass-word');
  } finally {
    await desk.stop();
  }
});

test('guessing is slowed down by address, and written down', async () => {
  const desk = await startDesk({ WIREWATCH_TOKEN: TOKEN });
  try {
    const guess = () => ask(desk, '/', { authorization: 'Bearer no-such-token-at-all' });
    for (let time = 0; time < 5; time += 1) expect((await guess()).status).toBe(401);
    const late = await guess();
    expect(late.status).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    // From another address (behind a proxy of ours) the right token is taken.
    const other = { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '192.0.2.7' };
    const { items } = JSON.parse((await ask(desk, '/api/v1/audit', other)).text);
    expect(items.filter((item: { action: string }) => item.action === 'sign-in.failed')).toHaveLength(5);
  } finally {
    await desk.stop();
  }
});

test('a title, text, credit and reason that are scripts show as text', async () => {
  for (const path of ['/', '/articles', `/articles/${id}`]) {
    const { status, text } = await ask(open, path, { accept: 'text/html' });
    expect(status).toBe(200);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img src=x');
    expect(text).not.toContain('href="javascript:');
  }
});

test('bull-board is read-only, and asks for nothing from another host', async () => {
  expect((await ask(open, '/queues/api/queues/fetch/pause', {}, 'PUT')).status).toBe(405);
  expect((await ask(open, '/queues')).text).not.toMatch(/https?:\/\/(?!127)/);
});

test('beyond loopback a token is required', () => {
  const config = (env: Record<string, string>) => readConfig({ WIREWATCH_DATA: '/nowhere', ...env });
  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'news.example']) {
    expect(() => requireToken(config({ WIREWATCH_HOST: host }))).toThrow(
      /WIREWATCH_TOKEN is not set.*Set WIREWATCH_TOKEN/s,
    );
    requireToken(config({ WIREWATCH_HOST: host, WIREWATCH_TOKEN: TOKEN }));
  }
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.0.0.9']) requireToken(config({ WIREWATCH_HOST: host }));
  // A proxy before it brings the world to loopback.
  const proxied: Record<string, string>[] = [
    { WIREWATCH_PUBLIC_URL: 'https://news.example/' },
    { WIREWATCH_PUBLIC_HOSTS: 'news.example' },
  ];
  for (const env of proxied) {
    expect(() => requireToken(config(env))).toThrow(/WIREWATCH_TOKEN is not set/);
    requireToken(config({ ...env, WIREWATCH_TOKENS: 'a:read:a-token-of-some-length' }));
  }
  expect(() => config({ WIREWATCH_TOKENS: 'a:admin:a-token-of-some-length' })).toThrow(
    /token 1 is not NAME:RIGHT:TOKEN/,
  );
});

test('a port in use is named, with what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const config = readConfig({ WIREWATCH_DATA: '/nowhere', PORT: String(port) });
  await expect(serve(config, () => new Response())).rejects.toThrow(
    new RegExp(`port ${port} on 127.0.0.1 is in use.*--port`),
  );
  other.close();
});
