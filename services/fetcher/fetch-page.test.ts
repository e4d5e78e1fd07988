import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOpenGate } from '../../tests/support/open-gate.ts';
import { type PlayServer, startPlayServer } from '../../tests/support/play-server.ts';
import { admitPage, fetchPage, type PageDeps } from './fetch-page.ts';
import { createHttpClient, type HttpClient } from './http/client.ts';
import { createMemoryRobotsCache } from './politeness/robots-cache.ts';
import { createRobotsGate } from './politeness/robots-gate.ts';

let server: PlayServer;
let http: HttpClient;
let gate: ReturnType<typeof createOpenGate>;

beforeEach(async () => {
  server = await startPlayServer();
  gate = createOpenGate();
  http = createHttpClient({ userAgent: 'wirewatch-test/1.0', allowNets: ['127.0.0.1'] });
});
afterEach(async () => {
  expect(gate.held.size).toBe(0);
  await http.close();
  await server.close();
});

function deps(options: Partial<PageDeps> & { honourAiOptOut?: boolean } = {}): PageDeps {
  const now = () => new Date('2026-03-04T10:30:00Z');
  const userAgent = 'wirewatch-test/1.0';
  const { honourAiOptOut = false, ...rest } = options;
  const robots = createRobotsGate({ http, now, userAgent, cache: createMemoryRobotsCache(), honourAiOptOut });
  return { http, gate, now, userAgent, robots, ...rest };
}

function play(path: string, status: number, headers: Record<string, string> = {}, body = ''): void {
  server.play(path, (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, headers).end(body),
  );
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const fetch = (path: string, options?: Parameters<typeof deps>[0]) =>
  fetchPage(`${server.origin}${path}`, deps(options));

test('a page, with what the archive and the cleaner need', async () => {
  play('/a/1', 302, { location: '/a/2' });
  play('/a/2', 200, { ...HTML, etag: '"1"' }, '<p>Text</p>');
  const page = await fetch('/a/1');
  expect(page).toMatchObject({
    kind: 'page',
    status: 200,
    finalUrl: `${server.origin}/a/2`,
    contentType: 'text/html; charset=utf-8',
    validators: { url: `${server.origin}/a/2`, etag: '"1"', lastModified: null },
  });
  expect(page.kind === 'page' && page.answer.hops).toHaveLength(2);
  expect(page.kind === 'page' && page.answer.requestHeaders['user-agent']).toBe('wirewatch-test/1.0');
});

test.each<[string, number, Record<string, string>, string, string]>([
  ['404', 404, {}, '', 'gone'],
  ['410', 410, {}, '', 'gone'],
  ['401', 401, {}, '', 'refused'],
  ['403', 403, {}, '', 'refused'],
  ['451', 451, {}, '', 'refused'],
  ['a challenge', 403, { 'cf-mitigated': 'challenge' }, '', 'blocked'],
  ['a challenge under 503', 503, HTML, '<script src="/cdn-cgi/challenge-platform/x"></script>', 'blocked'],
  ['a PDF', 200, { 'content-type': 'application/pdf' }, '%PDF-', 'not-an-article'],
  ['nothing', 200, HTML, '', 'empty'],
  ['an unknown coding', 200, { ...HTML, 'content-encoding': 'x-secret' }, '\x01\x02\x03\x04', 'quarantined'],
  ['a redirect to the front page', 301, { location: '/' }, '', 'not-an-article'],
  ['a redirect to itself', 302, { location: '/a/1' }, '', 'unreachable'],
  ['a redirect to a private address', 302, { location: 'http://10.0.0.1/' }, '', 'unsafe'],
])('%s ends the journey: %#', async (_name, status, headers, body, outcome) => {
  play('/', 200, HTML, '<p>Front page</p>');
  play('/a/1', status, headers, body);
  const answer = await fetch('/a/1');
  expect(answer).toMatchObject({ kind: 'outcome', outcome });
  expect(answer.kind === 'outcome' && answer.reason).not.toBe('');
});

test('a page over the limit is too large', async () => {
  play('/a/1', 200, HTML, 'x'.repeat(5000));
  expect(await fetch('/a/1', { maxBytes: 1000 })).toMatchObject({ kind: 'outcome', outcome: 'too-large' });
});

test.each<[string, number, Record<string, string>, number | null, boolean]>([
  ['429', 429, {}, 3_600_000, true],
  ['429 with Retry-After', 429, { 'retry-after': '120' }, 120_000, true],
  ['503', 503, {}, null, false],
  ['503 with Retry-After', 503, { 'retry-after': '60' }, 60_000, false],
  ['500', 500, {}, null, false],
  ['408', 408, {}, null, false],
])('%s is for later: %#', async (_name, status, headers, afterMs, hostWide) => {
  play('/a/1', status, headers);
  expect(await fetch('/a/1')).toMatchObject({ kind: 'later', afterMs, hostWide });
  expect(gate.blocks).toHaveLength(hostWide ? 1 : 0);
});

test('a timeout is for later, and a host that does not connect is remembered', async () => {
  server.play('/a/1', () => {});
  const impatient = createHttpClient({
    userAgent: 'wirewatch-test/1.0',
    allowNets: ['127.0.0.1'],
    limits: { headersTimeoutMs: 300 },
  });
  expect(await fetch('/a/1', { http: impatient })).toMatchObject({ kind: 'later', hostWide: false });
  await impatient.close();
  const { port } = server;
  await server.close();
  expect(await fetchPage(`http://127.0.0.1:${port}/a/1`, deps())).toMatchObject({ kind: 'later', hostWide: true });
  expect(gate.dead).toEqual([`127.0.0.1:${port}`]);
  server = await startPlayServer();
});

test('an unchanged page is known by its validators', async () => {
  play('/a/1', 304);
  const validators = { url: `${server.origin}/a/1`, etag: '"1"', lastModified: null };
  expect(await fetch('/a/1', { validators })).toMatchObject({ kind: 'outcome', outcome: 'unchanged' });
  expect(server.seen.at(-1)!.headers['if-none-match']).toBe('"1"');
});

test('robots.txt is asked for every hop', async () => {
  play('/robots.txt', 200, {}, 'User-agent: *\nDisallow: /private');
  play('/a/1', 302, { location: '/private/1' });
  play('/private/1', 200, HTML, '<p>Text</p>');
  expect(await fetch('/a/1')).toMatchObject({ kind: 'outcome', outcome: 'refused-by-robots' });
  expect(server.seen.map(({ path }) => path)).toEqual(['/robots.txt', '/a/1']);
  expect(await fetch('/a/1', { wishes: { robots: false } })).toMatchObject({ kind: 'page' });
});

test('opt-outs are honoured by option only', async () => {
  play('/robots.txt', 200, {}, 'User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nAllow: /');
  play('/noindex', 200, HTML, '<meta name="robots" content="noindex"><p>Text</p>');
  play('/noai', 200, { ...HTML, 'x-robots-tag': 'noai' }, '<p>Text</p>');
  play('/mining', 200, { ...HTML, 'tdm-reservation': '1' }, '<p>Text</p>');
  for (const path of ['/noindex', '/noai', '/mining']) expect((await fetch(path)).kind).toBe('page');
  const refused = { kind: 'outcome', outcome: 'refused-by-robots' };
  expect(await fetch('/noindex', { wishes: { metaRobots: true } })).toMatchObject(refused);
  expect(await fetch('/noai', { wishes: { aiOptOut: true } })).toMatchObject(refused);
  expect(await fetch('/mining', { wishes: { aiOptOut: true } })).toMatchObject(refused);
  expect(await fetch('/noai', { honourAiOptOut: true })).toMatchObject(refused);
});

test('where the gate says wait, nothing is asked', async () => {
  const waiting = { ...gate, reserve: async () => ({ waitMs: 700, why: 'gap' as const }) };
  expect(await fetch('/a/1', { gate: waiting })).toMatchObject({ kind: 'later', afterMs: 700, hostWide: false });
  expect(await admitPage(`${server.origin}/a/1`, { ...deps(), gate: waiting })).toBe(700);
  expect(await admitPage('no address', { ...deps(), gate: waiting })).toBe(0);
  expect(server.seen).toHaveLength(0);
});

test('leave that was given in advance is given back, whatever comes', async () => {
  play('/robots.txt', 200, {}, 'User-agent: *\nDisallow: /b');
  expect(await admitPage(`${server.origin}/a/1`, deps())).toBe(0);
  expect(gate.held.size).toBe(1);
  expect(await fetch('/a/1')).toMatchObject({ outcome: 'gone' });
  expect(gate.held.size).toBe(0);
  expect(await admitPage(`${server.origin}/b/1`, deps())).toBe(0);
  expect(gate.held.size).toBe(0);
  expect(await fetch('/b/1')).toMatchObject({ outcome: 'refused-by-robots' });
});

test('what is no http address is unsafe', async () => {
  expect(await fetchPage('ftp://n.example/a', deps())).toMatchObject({ kind: 'outcome', outcome: 'unsafe' });
});
