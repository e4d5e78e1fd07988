import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { FeedState } from '@wirewatch/fetcher/core/schedule/feed-state.ts';
import { fetchPage, type PageDeps } from '@wirewatch/fetcher/fetch-page.ts';
import { createHostGate } from '@wirewatch/fetcher/politeness/redis-host-gate.ts';
import { createMemoryRobotsCache } from '@wirewatch/fetcher/politeness/robots-cache.ts';
import { createRobotsGate } from '@wirewatch/fetcher/politeness/robots-gate.ts';
import { createFeedPoller } from '@wirewatch/fetcher/poll-feed.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from 'wirewatch/private-redis/server.ts';
import { createFetcher, type Fetcher, IMPATIENT, rss } from './support/matrix.ts';
import { type PlayServer, startPlayServer } from './support/play-server.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: PlayServer;
let other: PlayServer;
let fetcher: Fetcher;
let dir: string;
let redisServer: PrivateRedis;
let redis: ReturnType<typeof connectRedis>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ww-http-'));
  redisServer = await startPrivateRedis({ dir, log: () => {} });
  redis = connectRedis(`unix:${redisServer.path}`, 'client', createLogger('test', 'silent'));
});
afterAll(async () => {
  redis?.disconnect();
  await redisServer?.stop();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(async () => {
  server = await startPlayServer();
  other = await startPlayServer();
  fetcher = createFetcher();
  await redis.flushall();
});
afterEach(async () => {
  // Whatever came of a test's requests, the host's places were given back.
  expect(fetcher.gate.held.size).toBe(0);
  await fetcher.close();
  await server.close();
  await other.close();
});

function answer(status: number, headers: Record<string, string | string[]> = {}, body: string | Buffer = ''): Handler {
  return (_request, response) => response.writeHead(status, headers).end(body);
}

function redirect(status: number, location: string): Handler {
  return answer(status, { location }, 'moved');
}

/** Polls the path `/feed` this many times, the clock at each due time; gives the last result. */
async function pollTimes(times: number, state = fetcher.feed(`${server.origin}/feed`), options = {}) {
  let result = await fetcher.poll(state, options);
  for (let i = 1; i < times; i += 1) result = await fetcher.poll(result.state, options);
  return result;
}

/** Seconds from a poll to the next one, for an answer played at /feed. */
async function intervalAfter(handler: Handler, state = fetcher.feed(`${server.origin}/feed`)): Promise<number> {
  server.play('/feed', handler);
  return (await fetcher.poll(state)).state.intervalSeconds;
}

const ids = (count: number, from = 0): string[] => Array.from({ length: count }, (_, i) => `id-${from + i}`);

test('row 1: 200 with ETag: If-None-Match has the very same bytes', async () => {
  for (const etag of ['W/"a b-gzip"', '"x"', 'unquoted', '"ä"']) {
    server.play('/feed', answer(200, { etag }, rss(['1'])));
    await pollTimes(2);
    expect(Buffer.from(server.seen.at(-1)!.headers['if-none-match']!, 'latin1').toString('latin1')).toBe(etag);
  }
});

test('row 2: 200 with Last-Modified: the very same string, and none is invented', async () => {
  server.play('/feed', answer(200, { 'last-modified': 'wed, 4 mar 2026 11:00 +0100' }, rss(['1'])));
  await pollTimes(2);
  expect(server.seen[1]!.headers['if-modified-since']).toBe('wed, 4 mar 2026 11:00 +0100');
  server.play('/feed', answer(200, {}, rss(['1'])));
  await pollTimes(2);
  expect(server.seen[3]!.headers['if-modified-since']).toBeUndefined();
  expect(server.seen[3]!.headers['if-none-match']).toBeUndefined();
});

test('row 3: both validators are sent back', async () => {
  server.play('/feed', answer(200, { etag: '"1"', 'last-modified': 'Wed, 04 Mar 2026 10:00:00 GMT' }, rss(['1'])));
  await pollTimes(2);
  expect(server.seen[1]!.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Wed, 04 Mar 2026 10:00:00 GMT',
  });
});

test('row 4: a conditional request carries no Cache-Control or Pragma of our own', async () => {
  server.play('/feed', answer(200, { etag: '"1"' }, rss(['1'])));
  await pollTimes(2);
  for (const { headers } of server.seen) {
    expect(headers['cache-control']).toBeUndefined();
    expect(headers.pragma).toBeUndefined();
  }
});

test('row 5: 304: not parsed, a success, errors cleared, validators kept and renewed', async () => {
  server.play('/feed', answer(200, { etag: '"1"', 'last-modified': 'x' }, rss(['1'])));
  const first = await pollTimes(1);
  server.play('/feed', answer(500));
  const failed = await pollTimes(1, first.state);
  expect(failed.state.failures.count).toBe(1);
  server.play('/feed', answer(304, { etag: '"2"' }));
  const { state, event } = await pollTimes(1, failed.state);
  expect(fetcher.parses()).toBe(1);
  expect(event.outcome).toBe('not-modified');
  expect(state.failures).toMatchObject({ count: 0, score: 0, reason: null });
  expect(state.validators).toMatchObject({ etag: '"2"', lastModified: 'x' });
  expect(state.bodyHash).toBe(first.state.bodyHash);
});

test('row 6: a new 200 replaces both validators; one that is missing is dropped', async () => {
  server.play('/feed', answer(200, { etag: '"1"', 'last-modified': 'x' }, rss(['1'])));
  const first = await pollTimes(1);
  server.play('/feed', answer(200, { 'last-modified': 'y' }, rss(['2', '1'])));
  const { state, event } = await pollTimes(1, first.state);
  expect(event).toMatchObject({ outcome: 'new-body', newCount: 1 });
  expect(state.validators).toMatchObject({ etag: null, lastModified: 'y' });
});

test('row 7: a body that cannot be parsed or was cut short leaves no validators', async () => {
  const cut: Handler = (_request, response) => {
    response.writeHead(200, { etag: '"cut"', 'content-length': '5000' });
    response.write(rss(['1']), () => response.destroy());
  };
  for (const bad of [answer(200, { etag: '"bad"' }, 'no feed at all'), cut]) {
    server.play('/feed', answer(200, { etag: '"good"' }, rss(['1'])));
    const good = await pollTimes(1);
    server.play('/feed', bad);
    const { state, event } = await pollTimes(1, good.state);
    expect(event.outcome).toBe('failed');
    await pollTimes(1, state);
    expect(server.seen.at(-1)!.headers['if-none-match']).toBeUndefined();
  }
});

test('row 8: 200 with an identical body counts as unchanged', async () => {
  server.play('/feed', answer(200, {}, rss(['1'])));
  const { event, feed } = await pollTimes(2);
  expect(event.outcome).toBe('same-body');
  expect(feed).toBeNull();
  expect(fetcher.parses()).toBe(1);
});

test('row 9: Retry-After in seconds: nothing before then, for 429 nothing to the whole host', async () => {
  for (const random of [0, 0.5, 0.999]) {
    server.play('/feed', answer(503, { 'retry-after': '7200' }));
    const start = fetcher.now().getTime();
    const { state } = await pollTimes(1, undefined, { random: () => random });
    expect(Date.parse(state.nextPollAt!) - start).toBeGreaterThanOrEqual(7_200_000);
    expect(fetcher.gate.blocks).toHaveLength(0);
  }
  // Not even when an operator wants every feed now.
  server.play('/feed', answer(503, { 'retry-after': '7200' }));
  const asked = fetcher.feed(`${server.origin}/feed`);
  const { state: told } = await fetcher.poll(asked);
  fetcher.advance(-3600);
  const seen = server.seen.length;
  expect((await fetcher.poll(told)).event).toMatchObject({ outcome: 'waiting', waitMs: 3_600_000 });
  expect(server.seen).toHaveLength(seen);

  const gate = createHostGate(redis, { gapMs: 0 });
  server.play('/feed', answer(429, { 'retry-after': '7200' }));
  server.play('/neighbour', answer(200, {}, rss(['1'])));
  const { state } = await pollTimes(1, undefined, { gate });
  expect(state.intervalSeconds).toBeGreaterThanOrEqual(7200);
  const before = server.seen.length;
  const neighbour = await fetcher.poll(fetcher.feed(`${server.origin}/neighbour`), { gate });
  expect(neighbour.event).toMatchObject({ outcome: 'waiting' });
  expect(neighbour.event.waitMs).toBeGreaterThan(7_000_000);
  expect(server.seen).toHaveLength(before);
});

test('row 10: Retry-After as a date: read; past is none, malformed is backoff, huge is cut and said', async () => {
  const at = (seconds: number) => new Date(fetcher.now().getTime() + seconds * 1000).toUTCString();
  expect(await intervalAfter(answer(503, { 'retry-after': at(5400) }))).toBe(5400);
  expect(await intervalAfter(answer(503, { 'retry-after': at(-5400) }))).toBe(900);
  expect(await intervalAfter(answer(503, { 'retry-after': 'after lunch' }))).toBe(900);
  server.play('/feed', answer(503, { 'retry-after': at(90 * 86_400) }));
  const { state, event } = await pollTimes(1);
  expect(state.intervalSeconds).toBe(86_400);
  expect(state.reason).toContain('cut from more');
  expect(event.reason).toContain('Retry-After cut from');
});

test('row 11: 429 without Retry-After: an hour at least, then exponential', async () => {
  server.play('/feed', answer(429));
  const first = await pollTimes(1);
  const second = await pollTimes(1, first.state);
  const third = await pollTimes(1, second.state);
  expect([first, second, third].map(({ state }) => state.intervalSeconds)).toEqual([3600, 7200, 14_400]);
  expect(fetcher.gate.blocks[0]!.ms).toBeGreaterThanOrEqual(3_600_000);
});

test('row 12: 5xx, timeout, DNS and TLS failures back off with growth and cap, and recover at once', async () => {
  const noDns = createFetcher({
    resolve: async () => {
      throw Object.assign(new Error('getaddrinfo ENOTFOUND gone.example'), { code: 'ENOTFOUND' });
    },
  });
  const impatient = createFetcher({ limits: IMPATIENT });
  const cases: Array<[Fetcher, string, Handler, string]> = [
    [fetcher, `${server.origin}/feed`, answer(502), 'the server says 502'],
    [impatient, `${server.origin}/feed`, () => {}, 'headers-timeout'],
    [noDns, 'http://gone.example/feed', answer(200), 'dns'],
    [fetcher, `https://127.0.0.1:${server.port}/feed`, answer(200), 'tls'],
  ];
  for (const [one, url, handler, reason] of cases) {
    server.play('/feed', handler);
    const first = await one.poll(one.feed(url));
    const second = await one.poll(first.state);
    expect(first.event.outcome).toBe('failed');
    expect(first.event.reason).toContain(reason);
    expect(second.state.intervalSeconds).toBe(2 * first.state.intervalSeconds);
    expect(second.state).toMatchObject({ status: 'active', failures: { count: 2, class: 'temporary' } });
  }
  await noDns.close();
  await impatient.close();
  server.play('/feed', answer(500));
  const long = await pollTimes(200);
  expect(long.state).toMatchObject({ status: 'active', intervalSeconds: 6 * 3600 });
  server.play('/feed', answer(200, { etag: '"1"' }, rss(['1'])));
  const { state } = await pollTimes(1, long.state);
  expect(state.failures.count).toBe(0);
  expect(state.intervalSeconds).toBe(900);
});

test('row 13: 404: slower and slower, paused after many, never at once', async () => {
  server.play('/feed', answer(404));
  const first = await pollTimes(1);
  expect(first.state).toMatchObject({ status: 'active', intervalSeconds: 1800 });
  const nearly = await pollTimes(28, first.state);
  expect(nearly.state).toMatchObject({ status: 'active', intervalSeconds: 86_400 });
  const last = await pollTimes(1, nearly.state);
  expect(last.state).toMatchObject({ status: 'paused', nextPollAt: null });
  expect(last.event.paused).toBe(true);
});

test('row 14: 410: gone, said, never polled again', async () => {
  server.play('/feed', answer(410));
  const { state, event } = await pollTimes(1);
  expect(state).toMatchObject({ status: 'gone', nextPollAt: null });
  expect(event).toMatchObject({ outcome: 'gone', reason: 'the server says 410 Gone' });
  expect((await fetcher.poll(state)).event.outcome).toBe('skipped');
  expect(server.seen).toHaveLength(1);
});

test('row 15: 401 and 403: four hours at least, no retry in the same run', async () => {
  for (const status of [401, 403]) {
    const before = server.seen.length;
    expect(await intervalAfter(answer(status))).toBeGreaterThanOrEqual(4 * 3600);
    expect(server.seen.length - before).toBe(1);
  }
});

test('row 16: 301 or 308 to a feed: stored after ten sightings, or at once by option', async () => {
  for (const status of [301, 308]) {
    server.play('/feed', redirect(status, '/new'));
    server.play('/new', answer(200, {}, rss(['1'])));
    const nine = await pollTimes(9);
    expect(nine.state.url).toBe(`${server.origin}/feed`);
    const ten = await pollTimes(1, nine.state);
    expect(ten.state.url).toBe(`${server.origin}/new`);
    expect(ten.event.moved).toEqual({ from: `${server.origin}/feed`, to: `${server.origin}/new` });
    expect((await pollTimes(1, undefined, { redirectSightings: 1 })).state.url).toBe(`${server.origin}/new`);
  }
  // One poll without the redirect, or one that fails, and the counting begins anew.
  for (const between of [answer(200, {}, rss(['1'])), answer(500)]) {
    server.play('/feed', redirect(301, '/new'));
    const nine = await pollTimes(9);
    server.play('/feed', between);
    const other = await pollTimes(1, nine.state);
    server.play('/feed', redirect(301, '/new'));
    expect((await pollTimes(1, other.state)).state.url).toBe(`${server.origin}/feed`);
  }
});

test('row 17: 302, 303 and 307 are followed, the address stays; of a mixed chain only the permanent beginning', async () => {
  server.play('/new', answer(200, {}, rss(['1'])));
  for (const status of [302, 303, 307]) {
    server.play('/feed', redirect(status, '/new'));
    const { state, event } = await pollTimes(1, undefined, { redirectSightings: 1 });
    expect(event.outcome).toBe('new-body');
    expect(state.url).toBe(`${server.origin}/feed`);
  }
  server.play('/feed', redirect(301, '/a'));
  server.play('/a', redirect(302, '/b'));
  server.play('/b', redirect(301, '/new'));
  expect((await pollTimes(1, undefined, { redirectSightings: 1 })).state.url).toBe(`${server.origin}/a`);
});

test("row 18: 301 to HTML, to another host's login or to nothing is followed but not stored", async () => {
  server.play('/html', answer(200, { 'content-type': 'text/html' }, '<!doctype html><title>Front page</title><p>News'));
  server.play('/void', answer(200));
  server.play('/none', answer(200, {}, rss([])));
  other.play('/login', answer(401));
  for (const target of ['/html', '/void', '/none', `${other.origin}/login`]) {
    server.play('/feed', redirect(301, target));
    const { state } = await pollTimes(1, undefined, { redirectSightings: 1 });
    expect(state.url).toBe(`${server.origin}/feed`);
    expect(state.redirect).toBeNull();
  }
});

test('row 19: a redirect loop, and more hops than the limit, are errors and store nothing', async () => {
  server.play('/feed', redirect(301, '/b'));
  server.play('/b', redirect(301, '/feed'));
  const loop = await pollTimes(1, undefined, { redirectSightings: 1 });
  expect(loop.event.reason).toContain('redirect-loop');
  expect(loop.state.url).toBe(`${server.origin}/feed`);
  expect(server.seen).toHaveLength(2);
  const endless: Handler = (request, response) =>
    response.writeHead(301, { location: `/feed?${Number(request.url?.split('?')[1] ?? 0) + 1}` }).end();
  server.play('/feed', endless);
  const far = await pollTimes(1, undefined, { redirectSightings: 1 });
  expect(far.event.reason).toContain('too-many-redirects');
  expect(far.state.url).toBe(`${server.origin}/feed`);
  expect(server.seen.length - 2).toBeLessThanOrEqual(10);
});

test('row 20: a redirect to another scheme, a private address or another host is checked again', async () => {
  for (const target of [
    'ftp://127.0.0.1/x',
    'file:///etc/hostname',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
  ]) {
    server.play('/feed', redirect(302, target));
    const result = await fetcher.http.get(`${server.origin}/feed`);
    expect(result.ok === false && (result.kind === 'unsafe' || result.kind === 'bad-url')).toBe(true);
  }
  server.play('/feed', redirect(302, `${other.origin}/there`));
  other.play('/there', answer(200, {}, 'there'));
  const named = { headers: { authorization: 'Bearer abc', cookie: 'a=b' } };
  await fetcher.http.get(`${server.origin}/feed`, named);
  expect(server.seen.at(-1)!.headers).toMatchObject({ authorization: 'Bearer abc', cookie: 'a=b' });
  expect(other.seen[0]!.headers.authorization).toBeUndefined();
  expect(other.seen[0]!.headers.cookie).toBeUndefined();
  await fetcher.http.get(`http://ann:pw@127.0.0.1:${server.port}/feed`);
  expect(server.seen.at(-1)!.headers.authorization).toBe(`Basic ${Buffer.from('ann:pw').toString('base64')}`);
  expect(other.seen[1]!.headers.authorization).toBeUndefined();
});

test('row 21: validators belong to the address that gave them', async () => {
  server.play('/feed', redirect(302, '/one'));
  server.play('/one', answer(200, { etag: '"one"' }, rss(['1'])));
  server.play('/two', answer(200, { etag: '"two"' }, rss(['1', '2'])));
  const first = await pollTimes(1);
  const second = await pollTimes(1, first.state);
  expect(server.seen.map(({ path, headers }) => [path, headers['if-none-match']])).toEqual([
    ['/feed', undefined],
    ['/one', undefined],
    ['/feed', undefined],
    ['/one', '"one"'],
  ]);
  server.play('/feed', redirect(302, '/two'));
  await pollTimes(1, second.state);
  expect(server.seen.at(-1)).toMatchObject({ path: '/two' });
  expect(server.seen.at(-1)!.headers['if-none-match']).toBeUndefined();
});

test('row 22: max-age and Expires hold the next poll back, within bounds', async () => {
  const body = rss(['1']);
  const after = (headers: Record<string, string>) => intervalAfter(answer(200, { etag: '"1"', ...headers }, body));
  expect(await after({ 'cache-control': 'max-age=7200' })).toBe(7200);
  expect(await after({ 'cache-control': 'max-age=31536000' })).toBe(86_400);
  expect(await after({ 'cache-control': 'max-age=1' })).toBe(900);
  expect(await after({ 'cache-control': 's-maxage=7200' })).toBe(900);
  const date = fetcher.now();
  const expires = new Date(date.getTime() + 7_200_000);
  expect(await after({ date: date.toUTCString(), expires: expires.toUTCString() })).toBe(7200);
  server.play('/feed', answer(200, { etag: '"1"', 'cache-control': 'no-cache, no-store' }, body));
  await pollTimes(2);
  expect(server.seen.at(-1)!.headers['if-none-match']).toBe('"1"');
  const { state } = await pollTimes(1);
  server.play('/feed', answer(304, { 'cache-control': 'max-age=10800' }));
  expect((await pollTimes(1, state)).state.intervalSeconds).toBe(10_800);
});

test('row 23: ttl holds the next poll back; the longer of ttl and max-age counts, within bounds', async () => {
  const after = (ttl: number, maxAge: number) =>
    intervalAfter(answer(200, { etag: '"1"', 'cache-control': `max-age=${maxAge}` }, rss(['1'], `<ttl>${ttl}</ttl>`)));
  expect(await after(60, 60)).toBe(3600);
  expect(await after(60, 7200)).toBe(7200);
  expect(await after(100_000, 0)).toBe(86_400);
});

test('row 24: skipHours and skipDays in GMT, hour 24 is 0', async () => {
  const hours = (list: number[]) => `<skipHours>${list.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`;
  const next = async (channel: string) => {
    server.play('/feed', answer(200, { etag: '"1"' }, rss(['1'], channel)));
    const fresh = createFetcher();
    const { state } = await fresh.poll(fresh.feed(`${server.origin}/feed`));
    await fresh.close();
    return state.nextPollAt;
  };
  expect(await next(hours([10, 11]))).toBe('2026-03-04T12:00:00.000Z');
  expect(await next('<skipDays><day>Wednesday</day></skipDays>')).toBe('2026-03-05T00:00:00.000Z');
  expect(await next(`<skipDays><day>Wednesday</day></skipDays>${hours([24])}`)).toBe('2026-03-05T01:00:00.000Z');
});

test('row 25: updatePeriod and updateFrequency, daily and 1 by default', async () => {
  const after = (channel: string) => intervalAfter(answer(200, { etag: '"1"' }, rss(['1'], channel)));
  expect(await after('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>')).toBe(3600);
  expect(await after('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>')).toBe(
    21_600,
  );
  expect(await after('<sy:updatePeriod>daily</sy:updatePeriod>')).toBe(86_400);
  expect(await after('<sy:updateFrequency>12</sy:updateFrequency>')).toBe(7200);
  expect(await after('<sy:updatePeriod>yearly</sy:updatePeriod>')).toBe(86_400);
});

test("row 26: no hints: a quarter of an hour, then the feed's own rhythm, never under five minutes", async () => {
  expect(await intervalAfter(answer(200, { etag: '"1"' }, rss(['1'])))).toBe(900);
  expect(await intervalAfter(answer(200, {}, rss(['1'])))).toBe(1800);
  let round = 0;
  server.play('/feed', (_request, response) => {
    round += 1;
    response.writeHead(200, { etag: `"${round}"` }).end(rss(ids(20, 15 * round)));
  });
  const busy = await pollTimes(12);
  expect(busy.state.intervalSeconds).toBe(300);
  let calm = fetcher.feed(`${server.origin}/calm`);
  for (let poll = 0; poll < 60; poll += 1) {
    const day = Math.floor(fetcher.now().getTime() / 86_400_000);
    server.play('/calm', answer(200, { etag: `"${day}"` }, rss(ids(20, day))));
    calm = (await fetcher.poll(calm)).state;
  }
  expect(calm.intervalSeconds).toBeGreaterThan(3600);
  expect(calm.reason).toMatch(/an entry every/);
});

test('row 27: jitter spreads; due times survive a restart; one feed is never asked twice at the same time', async () => {
  server.play('/feed', answer(200, { etag: '"1"' }, rss(['1'])));
  const start = fetcher.now().getTime();
  const due = new Set<number>();
  for (let i = 0; i < 20; i += 1) {
    const fresh = createFetcher();
    const { state } = await fresh.poll(fresh.feed(`${server.origin}/feed`), { random: () => i / 20 });
    due.add(Date.parse(state.nextPollAt!) - start);
    await fresh.close();
  }
  expect(due.size).toBe(20);
  expect(Math.min(...due)).toBeGreaterThanOrEqual(900_000);
  const { state } = await pollTimes(1);
  expect(FeedState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  const poll = createFeedPoller(fetcher.deps);
  const before = server.seen.length;
  await Promise.all([poll(state), poll(state), poll(state)]);
  expect(server.seen.length - before).toBe(1);
});

test('row 28: one address subscribed twice, or differing by fragment or default port: one request', async () => {
  server.play('/feed', (_request, response) => setTimeout(() => response.writeHead(200).end(rss(['1'])), 50));
  const mapped = createFetcher({
    connectTo: [{ host: 'n.example', port: 80, toHost: '127.0.0.1', toPort: server.port }],
  });
  const poll = createFeedPoller(mapped.deps);
  const urls = [
    'http://n.example/feed',
    'http://n.example:80/feed#top',
    'HTTP://N.example/./feed',
    'http://n.example/feed',
  ];
  const results = await Promise.all(urls.map((url) => poll(mapped.feed(url))));
  expect(server.seen).toHaveLength(1);
  expect(results.every(({ event }) => event.outcome === 'new-body')).toBe(true);
  await mapped.close();
});

test('row 29: many feeds of one host: at most two at a time, and a gap between', async () => {
  const gapMs = 60;
  const gate = createHostGate(redis, { gapMs });
  let running = 0;
  let most = 0;
  for (const id of ids(10)) {
    server.play(`/${id}`, (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response.writeHead(200).end(rss(['1']));
      }, 150);
    });
  }
  await Promise.all(
    ids(10).map(async (id) => {
      for (;;) {
        const { event } = await fetcher.poll(fetcher.feed(`${server.origin}/${id}`), { gate });
        if (event.outcome !== 'waiting') return expect(event.outcome).toBe('new-body');
        await sleep(event.waitMs);
      }
    }),
  );
  expect(server.seen).toHaveLength(10);
  expect(most).toBeLessThanOrEqual(2);
  expect(server.seen.at(-1)!.at - server.seen[0]!.at).toBeGreaterThanOrEqual(9 * gapMs - 20);
});

test('row 30: gzip, deflate (raw too), br and zstd are asked for and read; double and unknown codings are refused', async () => {
  const text = rss(['1']);
  const codings: Array<[string, Buffer]> = [
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['identity', Buffer.from(text)],
    ['GZIP', gzipSync(text)],
  ];
  for (const [coding, body] of codings) {
    server.play('/feed', answer(200, { 'content-encoding': coding }, body));
    const result = await fetcher.http.get(`${server.origin}/feed`);
    expect(result.ok && Buffer.from(result.body).toString()).toBe(text);
  }
  for (const coding of ['gzip', 'deflate', 'br', 'zstd']) {
    expect(server.seen[0]!.headers['accept-encoding']).toContain(coding);
  }
  // Labels that lie or name no coding: the bytes say what they are.
  for (const [coding, body] of [
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['br, gzip', gzipSync(brotliCompressSync(text))],
    ['utf-8', Buffer.from(text)],
    ['none', Buffer.from(text)],
    ['gzip, utf-8', gzipSync(text)],
    ['gzip', Buffer.from(text)],
    ['zstd', Buffer.from(text)],
    ['deflate', Buffer.from(text)],
    ['br', Buffer.from(text)],
    ['br', gzipSync(text)],
    ['aws-chunked', gzipSync(text)],
    ['gzip', Buffer.concat([gzipSync(text), Buffer.from('\n\n')])],
  ] as const) {
    server.play('/feed', answer(200, { 'content-encoding': coding }, body));
    const result = await fetcher.http.get(`${server.origin}/feed`);
    expect([coding, result.ok && Buffer.from(result.body).toString()]).toEqual([coding, text]);
  }
  for (const [coding, body] of [
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync(text)))],
    ['compress', Buffer.from([0x1f, 0x9d, 0x90, 0x00, 0x01])],
    ['gzip', Buffer.from([0x00, 0x01, 0x02, 0x03])],
  ] as const) {
    server.play('/feed', answer(200, { 'content-encoding': coding }, body));
    expect(await fetcher.http.get(`${server.origin}/feed`)).toMatchObject({ ok: false, kind: 'encoding' });
  }
});

test('row 31: a bomb is stopped at the limit on decoded bytes, in every coding', async () => {
  const zeros = Buffer.alloc(60_000_000);
  const bombs = {
    gzip: gzipSync(zeros),
    deflate: deflateSync(zeros),
    br: brotliCompressSync(zeros),
    zstd: zstdCompressSync(zeros),
  };
  for (const [coding, body] of Object.entries(bombs)) {
    expect(body.length).toBeLessThan(1_000_000);
    server.play('/feed', answer(200, { 'content-encoding': coding }, body));
    const result = await fetcher.http.get(`${server.origin}/feed`, { maxBytes: 1_000_000 });
    expect(result).toMatchObject({ ok: false, kind: 'too-large', retry: 'never' });
    expect(!result.ok && result.message).toContain('decoded bytes');
  }
});

test('row 32: a body over the limit, announced or not: reading stops, the connection is destroyed, the error is clear', async () => {
  let sent = 0;
  const closed = new Promise<void>((resolve) => {
    server.play('/endless', (_request, response) => {
      response.writeHead(200);
      const more = (): void => {
        sent += 65_536;
        response.write(Buffer.alloc(65_536), (error) => (error ? undefined : setImmediate(more)));
      };
      response.on('close', resolve);
      more();
    });
  });
  const endless = await fetcher.http.get(`${server.origin}/endless`, { maxBytes: 500_000 });
  expect(endless).toMatchObject({ ok: false, kind: 'too-large' });
  await closed;
  expect(sent).toBeLessThan(50_000_000);
  server.play('/announced', (_request, response) => {
    response.writeHead(200, { 'content-length': '900000000' });
    response.write('x');
  });
  const announced = await fetcher.http.get(`${server.origin}/announced`, { maxBytes: 500_000 });
  expect(announced).toMatchObject({ ok: false, kind: 'too-large' });
  expect(!announced.ok && announced.message).toContain('900000000');
});

test('row 33: no headers, a body that stalls, a body that drips: each its own error', async () => {
  server.play('/silent', () => {});
  server.play('/stalls', (_request, response) => {
    response.writeHead(200);
    response.write('<rss>');
  });
  server.play('/drips', (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 40);
    response.on('close', () => clearInterval(timer));
  });
  const kind = async ({ http }: Fetcher, path: string, deadlineMs: number) => {
    const result = await http.get(`${server.origin}${path}`, { deadlineMs });
    return result.ok ? 'ok' : result.kind;
  };
  const noHeaders = createFetcher({ limits: { headersTimeoutMs: IMPATIENT.headersTimeoutMs } });
  const noBody = createFetcher({ limits: { idleTimeoutMs: IMPATIENT.idleTimeoutMs } });
  expect(await kind(noHeaders, '/silent', 30_000)).toBe('headers-timeout');
  expect(await kind(noBody, '/stalls', 30_000)).toBe('idle-timeout');
  expect(await kind(fetcher, '/drips', 2000)).toBe('deadline');
  await noHeaders.close();
  await noBody.close();
});

test('row 34: a truncated coding or a short Content-Length is an error, never a silent short body', async () => {
  const text = rss(ids(50));
  const cut = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2));
  for (const [coding, body] of [
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
  ] as const) {
    server.play('/feed', answer(200, { 'content-encoding': coding }, cut(body)));
    expect(await fetcher.http.get(`${server.origin}/feed`)).toMatchObject({ ok: false, kind: 'truncated' });
  }
  const broken: Array<Record<string, string>> = [{ 'content-length': '100000' }, { 'transfer-encoding': 'chunked' }];
  for (const headers of broken) {
    server.play('/feed', (_request, response) => {
      response.writeHead(200, headers);
      response.write(text, () => setTimeout(() => response.destroy(), 20));
    });
    expect(await fetcher.http.get(`${server.origin}/feed`)).toMatchObject({
      ok: false,
      kind: 'truncated',
      retry: 'later',
    });
  }
});

test('row 35: one User-Agent on every request; no Referer, no added parameters, no cookie but one of the same chain and host', async () => {
  server.play('/feed', answer(302, { location: '/new?a=1', 'set-cookie': 'session=1' }));
  server.play('/new', answer(200, { 'set-cookie': 'other=2' }, rss(['1'])));
  await pollTimes(2);
  expect(new Set(server.seen.map(({ headers }) => headers['user-agent']))).toEqual(
    new Set(['wirewatch-test/1.0 (+https://wirewatch.example/bot)']),
  );
  for (const { headers } of server.seen) expect(headers.referer).toBeUndefined();
  expect(server.seen.map(({ path, headers }) => [path, headers.cookie])).toEqual([
    ['/feed', undefined],
    ['/new', 'session=1'],
    ['/feed', undefined],
    ['/new', 'session=1'],
  ]);
  // A gate that lets in who brings its cookie back; the cookie goes to no other host.
  server.play('/gate', (request, response) => {
    if (/in=1/.test(request.headers.cookie ?? ''))
      response.writeHead(302, { location: `${other.origin}/beyond` }).end();
    else response.writeHead(302, { location: '/gate', 'set-cookie': 'in=1; Path=/; Domain=127.0.0.1; HttpOnly' }).end();
  });
  other.play('/beyond', answer(200, {}, 'through'));
  const through = await fetcher.http.get(`${server.origin}/gate`);
  expect(through.ok && Buffer.from(through.body).toString()).toBe('through');
  expect(other.seen.find(({ path }) => path === '/beyond')?.headers.cookie).toBeUndefined();
});

test('row 36: private addresses are refused, literal, by name and on rebinding; the address checked is the one connected', async () => {
  let lookups = 0;
  const rebinding = createFetcher({
    allowNets: [],
    resolve: async () => {
      lookups += 1;
      return [{ address: lookups === 1 ? '10.1.2.3' : '127.0.0.1', family: 4 }];
    },
  });
  const urls = [
    `${server.origin}/feed`,
    `http://localhost:${server.port}/feed`,
    `http://[::ffff:127.0.0.1]:${server.port}/feed`,
  ];
  for (const url of [
    ...urls,
    `http://rebinds.example:${server.port}/feed`,
    `http://rebinds.example:${server.port}/feed`,
  ]) {
    expect(await rebinding.http.get(url)).toMatchObject({ ok: false, kind: 'unsafe', retry: 'never' });
  }
  expect(server.connections()).toBe(0);
  await rebinding.close();
});

test('row 37: robots.txt once a day a host; 4xx opens, 5xx waits, five redirects, 500 KiB; feeds are exempt', async () => {
  const pageDeps = (): PageDeps => {
    const { http, gate, now } = fetcher;
    const userAgent = 'wirewatch-test/1.0';
    return {
      http,
      gate,
      now,
      userAgent,
      robots: createRobotsGate({ http, now, userAgent, cache: createMemoryRobotsCache() }),
    };
  };
  const count = (path: string): number => server.seen.filter((request) => request.path === path).length;
  for (const path of ['/open/1', '/open/2', '/shut/1'])
    server.play(path, answer(200, { 'content-type': 'text/html' }, '<p>Text</p>'));
  server.play('/robots.txt', answer(200, {}, 'User-agent: *\nDisallow: /shut\nDisallow: /feed'));
  const deps = pageDeps();
  expect((await fetchPage(`${server.origin}/open/1`, deps)).kind).toBe('page');
  expect((await fetchPage(`${server.origin}/open/2`, deps)).kind).toBe('page');
  expect(await fetchPage(`${server.origin}/shut/1`, deps)).toMatchObject({
    kind: 'outcome',
    outcome: 'refused-by-robots',
  });
  expect([count('/robots.txt'), count('/shut/1')]).toEqual([1, 0]);
  fetcher.advance(86_401);
  await fetchPage(`${server.origin}/open/1`, deps);
  expect(count('/robots.txt')).toBe(2);

  server.play('/robots.txt', answer(404));
  expect((await fetchPage(`${server.origin}/shut/1`, pageDeps())).kind).toBe('page');
  server.play('/robots.txt', answer(503));
  expect(await fetchPage(`${server.origin}/open/1`, pageDeps())).toMatchObject({ kind: 'later', hostWide: true });
  // The copy of yesterday stands in.
  fetcher.advance(86_401);
  expect((await fetchPage(`${server.origin}/open/1`, deps)).kind).toBe('page');
  expect(await fetchPage(`${server.origin}/shut/1`, deps)).toMatchObject({ outcome: 'refused-by-robots' });

  const chain = (hops: number): void => {
    server.play('/robots.txt', redirect(301, '/r1'));
    for (let hop = 1; hop < hops; hop += 1) server.play(`/r${hop}`, redirect(301, `/r${hop + 1}`));
    server.play(`/r${hops}`, answer(200, {}, 'User-agent: *\nDisallow: /shut'));
  };
  chain(5);
  expect(await fetchPage(`${server.origin}/shut/1`, pageDeps())).toMatchObject({ outcome: 'refused-by-robots' });
  chain(6);
  expect((await fetchPage(`${server.origin}/shut/1`, pageDeps())).kind).toBe('page');

  const filler = '# '.padEnd(600 * 1024, 'x');
  server.play('/robots.txt', answer(200, {}, `User-agent: *\nDisallow: /shut\n${filler}\nDisallow: /open`));
  expect((await fetchPage(`${server.origin}/open/1`, pageDeps())).kind).toBe('page');
  expect(await fetchPage(`${server.origin}/shut/1`, pageDeps())).toMatchObject({ outcome: 'refused-by-robots' });

  server.play('/feed', answer(200, {}, rss(['1'])));
  expect((await pollTimes(1)).event.outcome).toBe('new-body');
});

test('row 38: a feed under a wrong type is read; HTML is no feed and never one with 0 entries', async () => {
  for (const type of ['text/html', 'application/octet-stream', 'image/png', '']) {
    server.play('/feed', answer(200, type === '' ? {} : { 'content-type': type }, rss(['1'])));
    const { feed } = await pollTimes(1);
    expect(feed?.items).toHaveLength(1);
  }
  const page =
    '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>News</body></html>';
  for (const type of ['text/html', 'application/rss+xml']) {
    server.play('/feed', answer(200, { 'content-type': type, etag: '"1"' }, page));
    const { state, feed, event } = await pollTimes(1);
    expect(feed).toBeNull();
    expect(event).toMatchObject({ outcome: 'failed', problem: 'html' });
    expect(state).toMatchObject({ bodyHash: null, validators: null, failures: { class: 'soft' } });
  }
});

test('row 39: charset: a byte order mark, then valid UTF-8, then the header, then the declaration; windows-1252 in truth', async () => {
  const named = (declared: string, title: string) =>
    `<?xml version="1.0" encoding="${declared}"?><rss version="2.0"><channel><title>${title}</title><item><guid>1</guid></item></channel></rss>`;
  const read = async (type: string, body: Buffer): Promise<string | null | undefined> => {
    server.play('/feed', answer(200, { 'content-type': type }, body));
    return (await pollTimes(1)).feed?.title;
  };
  const utf8 = named('windows-1251', 'Новости дня');
  expect(await read('text/xml; charset=iso-8859-1', Buffer.from(`\uFEFF${utf8}`))).toBe('Новости дня');
  expect(await read('text/xml; charset=windows-1251', Buffer.from(utf8))).toBe('Новости дня');
  // "Мир" in windows-1251 and "€ “a”" in windows-1252, byte by byte.
  const cyrillic = (declared: string) => Buffer.from(named(declared, '\xcc\xe8\xf0'), 'latin1');
  expect(await read('text/xml; charset=windows-1251', cyrillic('iso-8859-1'))).toBe('Мир');
  expect(await read('text/xml', cyrillic('windows-1251'))).toBe('Мир');
  expect(await read('text/xml', Buffer.from(named('iso-8859-1', '\x80 \x93a\x94'), 'latin1'))).toBe('€ “a”');
});

test('row 40: fifty polls of one host use no more connections than its concurrency; HEAD is never used', async () => {
  for (const id of ids(50)) server.play(`/${id}`, answer(200, {}, rss(['1'])));
  const queue = ids(50);
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      expect((await fetcher.poll(fetcher.feed(`${server.origin}/${id}`))).event.outcome).toBe('new-body');
    }
  };
  await Promise.all([worker(), worker()]);
  expect(server.seen).toHaveLength(50);
  expect(server.connections()).toBeLessThanOrEqual(2);
  expect(new Set(server.seen.map(({ method }) => method))).toEqual(new Set(['GET']));
});
