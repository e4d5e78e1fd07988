import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher, type Fetcher, rss } from '../../tests/support/matrix.ts';
import { type PlayServer, startPlayServer } from '../../tests/support/play-server.ts';
import { FeedError } from './core/feed/feed-error.ts';
import type { FeedState } from './core/schedule/feed-state.ts';
import type { HostGate } from './politeness/host-gate.ts';
import { type PollResult, ReadOvertook } from './poll-feed.ts';

let server: PlayServer;
let fetcher: Fetcher;

beforeEach(async () => {
  server = await startPlayServer();
  fetcher = createFetcher();
});
afterEach(async () => {
  await fetcher.close();
  await server.close();
});

function play(path: string, handler: (request: IncomingMessage) => [number, Record<string, string>, string]): void {
  server.play(path, (request, response: ServerResponse) => {
    const [status, headers, body] = handler(request);
    response.writeHead(status, headers).end(body);
  });
}

async function pollTimes(times: number, from: FeedState): Promise<PollResult> {
  let result = await fetcher.poll(from);
  for (let i = 1; i < times; i += 1) result = await fetcher.poll(result.state);
  return result;
}

test('a share of the polls is unconditional, and a server that lies is found out and no longer believed', async () => {
  let entries = ['1'];
  // It never changes its tag: a conditional request is always told that nothing changed.
  play('/feed', (request) =>
    request.headers['if-none-match'] === undefined ? [200, { etag: '"same"' }, rss(entries)] : [304, {}, ''],
  );
  const first = await fetcher.poll(fetcher.feed(`${server.origin}/feed`));
  entries = ['2', '1'];
  const fooled = await pollTimes(50, first.state);
  expect(fooled.event.outcome).toBe('not-modified');
  const found = await fetcher.poll(fooled.state);
  expect(found.event).toMatchObject({ outcome: 'new-body', newCount: 1 });
  expect(found.state.distrustUntil).not.toBeNull();
  entries = ['3', '2', '1'];
  expect((await fetcher.poll(found.state)).event).toMatchObject({ outcome: 'new-body', newCount: 1 });
  // After a week it is given another chance.
  fetcher.advance(8 * 86_400);
  await fetcher.poll(found.state);
  expect(server.seen.at(-1)!.headers['if-none-match']).toBe('"same"');
});

test('an honest server is asked for the whole body once in fifty-one polls', async () => {
  play('/feed', (request) =>
    request.headers['if-none-match'] === '"1"' ? [304, {}, ''] : [200, { etag: '"1"' }, rss(['1'])],
  );
  const { state } = await pollTimes(103, fetcher.feed(`${server.origin}/feed`));
  const whole = server.seen.filter(({ headers }) => headers['if-none-match'] === undefined);
  expect(whole).toHaveLength(3);
  expect(state.distrustUntil).toBeNull();
});

test('a server that gives one tag to all and always answers in full has not lied', async () => {
  let round = 0;
  play('/feed', () => {
    round += 1;
    return [200, { etag: '"same"' }, rss([String(round)])];
  });
  const { state, event } = await pollTimes(3, fetcher.feed(`${server.origin}/feed`));
  expect(event).toMatchObject({ outcome: 'new-body', newCount: 1 });
  expect(state.distrustUntil).toBeNull();
});

test('a 304 that nobody asked for is an error', async () => {
  play('/feed', () => [304, {}, '']);
  const { event, state } = await fetcher.poll(fetcher.feed(`${server.origin}/feed`));
  expect(event).toMatchObject({ outcome: 'failed', reason: '304 to a request without validators' });
  expect(state.failures.class).toBe('soft');
});

test('a feed with credentials keeps them when it moves at home, and does not move away', async () => {
  const away = await startPlayServer('127.0.0.2');
  const address = `http://ann:pw@127.0.0.1:${server.port}/feed`;
  for (const [target, expected] of [
    ['/new', `http://ann:pw@127.0.0.1:${server.port}/new`],
    [`${away.origin}/new`, address],
  ] as const) {
    play('/feed', () => [301, { location: target }, '']);
    play('/new', () => [200, {}, rss(['1'])]);
    away.play('/new', (_request, response) => response.end(rss(['1'])));
    const { state } = await fetcher.poll(fetcher.feed(address), { redirectSightings: 1 });
    expect(state.url).toBe(expected);
  }
  await away.close();
});

test('the rhythm is told from dates at first, and entries that came between polls are counted', async () => {
  const at = (minutes: number) => new Date(fetcher.now().getTime() - minutes * 60_000).toUTCString();
  const dated = (minutes: number[]) =>
    rss([]).replace(
      '</channel>',
      `${minutes.map((minute) => `<item><guid>${at(minute)}</guid><pubDate>${at(minute)}</pubDate></item>`).join('')}</channel>`,
    );
  const body = dated([10, 50, 90, 130, 170]);
  play('/feed', () => [200, { etag: '"1"' }, body]);
  const { state } = await fetcher.poll(fetcher.feed(`${server.origin}/feed`));
  expect(state.rhythm.usualSeconds).toBe(2400);
  expect(state.reason).toBe('an entry every 40 min');
  expect(state.intervalSeconds).toBe(900);
});

test('the chance of loss that a burst shows has passed with the next quiet poll', async () => {
  play('/feed', () => [200, { etag: '"1"' }, rss(['1', '2'])]);
  const first = await fetcher.poll(fetcher.feed(`${server.origin}/feed`));
  play('/feed', () => [200, { etag: '"2"' }, rss(['3', '4', '2'])]);
  const burst = await fetcher.poll(first.state);
  expect(burst.state.rhythm.newShare).toBeGreaterThan(0.5);
  play('/feed', () => [304, {}, '']);
  expect((await fetcher.poll(burst.state)).state.rhythm.newShare).toBe(0);
});

test('every hop asks its own host for leave, and a long wait in mid-chain puts the poll off', async () => {
  const away = await startPlayServer('127.0.0.2');
  play('/feed', () => [302, { location: `${away.origin}/there` }, '']);
  away.play('/there', (_request, response) => response.end(rss(['1'])));
  const asked: string[] = [];
  const waits = new Map([[`127.0.0.2:${away.port}`, [3000, 0]]]);
  const slept: number[] = [];
  const gate: HostGate = {
    ...fetcher.gate,
    async reserve(host) {
      asked.push(host);
      const waitMs = waits.get(host)?.shift() ?? 0;
      return { waitMs, why: waitMs > 0 ? 'gap' : 'free' };
    },
  };
  const options = { gate, sleep: async (ms: number) => void slept.push(ms) };
  const result = await fetcher.poll(fetcher.feed(`${server.origin}/feed`), options);
  expect(result.event.outcome).toBe('new-body');
  expect(asked).toEqual([`127.0.0.1:${server.port}`, `127.0.0.2:${away.port}`, `127.0.0.2:${away.port}`]);
  expect(slept).toEqual([3000]);
  waits.set(`127.0.0.2:${away.port}`, [60_000]);
  const off = await fetcher.poll(fetcher.feed(`${server.origin}/feed`), options);
  expect(off.event).toMatchObject({ outcome: 'waiting', waitMs: 60_000 });
  expect(off.state.failures.count).toBe(0);
  await away.close();
});

test("a fault of ours is thrown and gives the host's place back", async () => {
  play('/feed', () => [200, {}, rss(['1'])]);
  const failing: HostGate = {
    ...fetcher.gate,
    reserve: async () => {
      throw new Error('no Redis');
    },
  };
  await expect(fetcher.poll(fetcher.feed(`${server.origin}/feed`), { gate: failing })).rejects.toThrow('no Redis');
  expect(server.seen).toHaveLength(0);
  expect(fetcher.gate.held.size).toBe(0);
});

test('a host that does not answer is remembered as dead', async () => {
  await server.close();
  const result = await fetcher.poll(fetcher.feed(`${server.origin}/feed`));
  expect(result.event.outcome).toBe('failed');
  expect(fetcher.gate.dead).toEqual([`127.0.0.1:${server.port}`]);
  server = await startPlayServer();
});

test('a feed that ended its reader twice in a row is set aside with the reason; a good one between forgets it', async () => {
  play('/feed', () => [200, {}, rss(['1'])]);
  const ended = { parse: () => Promise.reject(new FeedError('too-costly', 'more than 10000 ms of CPU')) };
  const first = await fetcher.poll(fetcher.feed(`${server.origin}/feed`), ended);
  expect(first.state).toMatchObject({ status: 'active', readersEnded: 1 });
  const good = await fetcher.poll(first.state);
  expect(good.state).toMatchObject({ status: 'active', readersEnded: 0 });
  play('/feed', () => [200, {}, rss(['2', '1'])]);
  const again = await fetcher.poll(good.state, ended);
  const last = await fetcher.poll(again.state, ended);
  expect(last.state).toMatchObject({ status: 'paused', nextPollAt: null });
  expect(last.event).toMatchObject({ outcome: 'failed', paused: true });
  expect(last.event.reason).toMatch(/set aside: it ended its reader 2 times in a row: more than 10000 ms of CPU/);
});

test('a reader that the clock ended says nothing of the feed: it comes again, later each time, and is never set aside', async () => {
  play('/feed', () => [200, { etag: '"1"' }, rss(['1'])]);
  const busy = { parse: () => Promise.reject(new ReadOvertook('not read within 60 s: the machine is busy')) };
  let result = await fetcher.poll(fetcher.feed(`${server.origin}/feed`), busy);
  const first = result.state.intervalSeconds;
  for (let round = 0; round < 40; round += 1) result = await fetcher.poll(result.state, busy);
  expect(result.state).toMatchObject({ status: 'active', readersEnded: 0 });
  expect(result.state.intervalSeconds).toBeGreaterThan(first);
  expect((await fetcher.poll(result.state)).event.outcome).toBe('new-body');
});
