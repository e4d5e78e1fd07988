import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type PrivateRedis, startPrivateRedis } from '../../../tests/support/redis.ts';
import { createHostGate, type HostGateOptions } from './redis-host-gate.ts';
import { createRedisRobotsCache } from './robots-cache.ts';

let dir: string;
let server: PrivateRedis;
let redis: Redis;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ww-gate-'));
  server = await startPrivateRedis({ dir, log: () => {} });
  redis = new Redis({ path: server.path });
});

afterAll(async () => {
  redis?.disconnect();
  await server?.stop();
  await rm(dir, { recursive: true, force: true });
});

beforeEach(async () => {
  await redis.flushall();
});

function gateOf(options: Partial<HostGateOptions> = {}) {
  return createHostGate(redis, { gapMs: 10_000, ...options });
}

const INSTANTS = ['next', 'far', 'last', 'blocked', 'dead'];

/**
 * So many milliseconds pass for a host: not by waiting, which on a busy machine is never exact, but by all that Redis holds of it
 * becoming so much older.
 */
async function later(host: string, ms: number): Promise<void> {
  const state = `wirewatch:host:{${host}}`;
  for (const field of INSTANTS) if (await redis.hexists(state, field)) await redis.hincrbyfloat(state, field, -ms);
  for (const key of [`${state}:running`, `${state}:slots`])
    for (const member of await redis.zrange(key, 0, '-1')) await redis.zincrby(key, -ms, member);
}

test('the first asker goes at once, the others get slots one gap apart', async () => {
  const gate = gateOf({ concurrency: 10 });
  expect(await gate.reserve('a.example', 'one')).toEqual({ waitMs: 0, why: 'free' });
  const second = await gate.reserve('a.example', 'two');
  const third = await gate.reserve('a.example', 'three');
  expect(second.why).toBe('gap');
  expect(second.waitMs).toBeGreaterThan(5000);
  expect(second.waitMs).toBeLessThanOrEqual(10_000);
  expect(third.waitMs - second.waitMs).toBeGreaterThan(5000);
  expect((await gate.reserve('b.example', 'four')).why).toBe('free');
});

test('a holder that asks again keeps its slot and pushes nobody back', async () => {
  const gate = gateOf({ concurrency: 10 });
  await gate.reserve('a.example', 'one');
  const before = await gate.reserve('a.example', 'two');
  const again = await gate.reserve('a.example', 'two');
  expect(again.waitMs).toBeLessThanOrEqual(before.waitMs);
  expect((await gate.reserve('a.example', 'three')).waitMs).toBeLessThanOrEqual(20_000);
});

test('a holder that was granted and not yet released is granted again', async () => {
  const gate = gateOf({ concurrency: 1 });
  await gate.reserve('a.example', 'one');
  expect((await gate.reserve('a.example', 'one')).waitMs).toBe(0);
});

test('grants to many processes at once are one gap apart', async () => {
  const gapMs = 40;
  const other = new Redis({ path: server.path });
  const gates = [gateOf({ gapMs, concurrency: 10 }), createHostGate(other, { gapMs, concurrency: 10 })];
  const start = performance.now();
  let granted = 0;
  await Promise.all(
    Array.from({ length: 12 }, async (_, index) => {
      const gate = gates[index % 2]!;
      for (;;) {
        const { waitMs } = await gate.reserve('a.example', `job ${index}`);
        if (waitMs === 0) break;
        await sleep(waitMs);
      }
      granted += 1;
      await gate.release('a.example', `job ${index}`, 1);
    }),
  );
  other.disconnect();
  expect(granted).toBe(12);
  // Redis' clock is read in whole milliseconds.
  expect(performance.now() - start).toBeGreaterThan(11 * gapMs - 1);
});

test('the gap counts from the end of a request', async () => {
  const gate = gateOf({ concurrency: 10 });
  await gate.reserve('a.example', 'one');
  await later('a.example', 4000);
  await gate.release('a.example', 'one', 4000);
  expect((await gate.reserve('a.example', 'two')).waitMs).toBeGreaterThan(7000);
});

test('a request that still runs is given a second gap, for it may have been sent late', async () => {
  const gate = gateOf({ gapMs: 6000, concurrency: 2 });
  await gate.reserve('a.example', 'one');
  await later('a.example', 7000);
  const early = await gate.reserve('a.example', 'two');
  expect(early.why).toBe('gap');
  await later('a.example', early.waitMs);
  expect((await gate.reserve('a.example', 'two')).waitMs).toBe(0);
});

test('holders that come late to their slots still go one gap apart', async () => {
  const gate = gateOf({ gapMs: 4000, concurrency: 10 });
  for (const holder of ['one', 'two', 'three']) await gate.reserve('a.example', holder);
  await later('a.example', 9000);
  expect((await gate.reserve('a.example', 'two')).waitMs).toBe(0);
  const third = await gate.reserve('a.example', 'three');
  expect(third.why).toBe('gap');
});

test('no more requests run at once than the concurrency, whatever the gap', async () => {
  const gate = gateOf({ gapMs: 0, concurrency: 2 });
  expect((await gate.reserve('a.example', 'one')).waitMs).toBe(0);
  expect((await gate.reserve('a.example', 'two')).waitMs).toBe(0);
  expect((await gate.reserve('a.example', 'three')).why).toBe('busy');
  await gate.release('a.example', 'one', 5);
  await later('a.example', 150);
  expect((await gate.reserve('a.example', 'three')).waitMs).toBe(0);
});

test('without gaps those who come to a busy host are told one turn after the other', async () => {
  const gate = gateOf({ concurrency: 2, gapMs: 0 });
  const askers = Array.from({ length: 10 }, (_, n) => `asker ${n}`);
  // All in one message to Redis: a turn is 100 ms, and one that has passed is not waited for.
  const told = await Promise.all(askers.map(async (asker) => (await gate.reserve('a.example', asker)).waitMs));
  expect(told.slice(0, 2)).toEqual([0, 0]);
  for (const [at, waitMs] of told.slice(2).entries()) {
    expect(waitMs).toBeLessThanOrEqual(100 * (1 + Math.floor(at / 2)));
    expect(waitMs).toBeGreaterThan(100 * Math.floor(at / 2));
  }
  await gate.release('a.example', 'asker 0', 5);
  expect((await gate.reserve('a.example', 'another')).why).toBe('free');
});

test('the place of a process that died is given back when its lease ends', async () => {
  const gate = gateOf({ gapMs: 0, concurrency: 1, leaseMs: 50_000 });
  await gate.reserve('a.example', 'killed');
  expect((await gate.reserve('a.example', 'next')).why).toBe('busy');
  await later('a.example', 50_000);
  expect((await gate.reserve('a.example', 'next')).waitMs).toBe(0);
});

test('a slow host is asked more seldom, up to the largest gap', async () => {
  const gate = gateOf({ gapMs: 50, maxGapMs: 5000, concurrency: 10 });
  await gate.reserve('slow.example', 'one');
  await gate.release('slow.example', 'one', 3000);
  await gate.reserve('slow.example', 'two');
  const wait = await gate.reserve('slow.example', 'three');
  expect(wait.waitMs).toBeGreaterThan(1000);
  await gate.release('slow.example', 'two', 900_000);
  const { waitMs: before } = await gate.reserve('slow.example', 'four');
  const { waitMs: after } = await gate.reserve('slow.example', 'five');
  expect(after - before).toBeLessThanOrEqual(10_000);
});

test('a crawl-delay is a floor above ours, and gap 0 turns all gaps off', async () => {
  const gate = gateOf({ gapMs: 10, concurrency: 10 });
  await gate.reserve('a.example', 'one', { minGapMs: 4000 });
  expect((await gate.reserve('a.example', 'two', { minGapMs: 4000 })).waitMs).toBeGreaterThan(3000);
  const off = gateOf({ gapMs: 0, concurrency: 10, prefix: 'off' });
  await off.reserve('a.example', 'one', { minGapMs: 4000 });
  expect((await off.reserve('a.example', 'two', { minGapMs: 4000 })).waitMs).toBe(0);
});

test('a block holds for everybody, promised slots included, and never gets shorter', async () => {
  const gate = gateOf({ concurrency: 10 });
  await gate.reserve('a.example', 'one');
  await gate.reserve('a.example', 'two');
  await gate.block('a.example', 60_000);
  await gate.block('a.example', 10);
  for (const holder of ['two', 'three']) {
    const { why, waitMs } = await gate.reserve('a.example', holder);
    expect(why).toBe('blocked');
    expect(waitMs).toBeGreaterThan(50_000);
  }
});

test('after a block the askers still go one after the other, further apart than before', async () => {
  const gate = gateOf({ gapMs: 4000, concurrency: 10 });
  await gate.reserve('a.example', 'one');
  await gate.release('a.example', 'one', 5);
  await gate.block('a.example', 5000);
  await later('a.example', 10_000);
  expect((await gate.reserve('a.example', 'one again')).waitMs).toBe(0);
  expect((await gate.reserve('a.example', 'two')).waitMs).toBeGreaterThan(4500);
});

test('a dead host is left alone for a while, and comes back', async () => {
  const gate = gateOf({ deadMs: 40_000 });
  await gate.markDead('gone.example');
  expect((await gate.reserve('gone.example', 'one')).why).toBe('dead');
  await later('gone.example', 40_000);
  expect((await gate.reserve('gone.example', 'one')).waitMs).toBe(0);
});

test('a backfill stands before nobody: who is patient is promised near slots only', async () => {
  const gate = gateOf({ concurrency: 10 });
  const waits: number[] = [];
  for (let page = 0; page < 50; page += 1) {
    waits.push((await gate.reserve('a.example', `old ${page}`, { patient: true })).waitMs);
  }
  expect(waits.at(-1)!).toBeGreaterThan(450_000);
  const live = await gate.reserve('a.example', 'new');
  expect(live.waitMs).toBeLessThanOrEqual(50_000);
  expect((await gate.reserve('a.example', 'old 49', { patient: true })).waitMs).toBeGreaterThan(live.waitMs);
});

test('a poll changes places with the first page that waits, and pushes no other poll back', async () => {
  const gate = gateOf({ gapMs: 20_000, concurrency: 10 });
  const wait = async (holder: string) => (await gate.reserve('a.example', holder)).waitMs;
  for (let n = 0; n < 10; n += 1) await wait(`page ${n}`);
  const polls = [await wait('feed 0'), await wait('feed 1'), await wait('feed 2')];
  for (const [n, waitMs] of polls.entries()) {
    expect(waitMs).toBeLessThanOrEqual(20_000 * (n + 1));
    expect(waitMs).toBeGreaterThan(20_000 * n);
  }
  // The pages that were first stand where the polls would have stood; all others keep their places.
  const last = await wait('page 9');
  for (const [n, told] of polls.entries()) {
    expect(await wait(`feed ${n}`)).toBeLessThanOrEqual(told);
    expect(await wait(`page ${n + 1}`)).toBeGreaterThan(last);
  }
  expect(await wait('page 4')).toBeLessThanOrEqual(80_000);
});

test('without gaps a poll waits for one turn, however many pages wait', async () => {
  const gate = gateOf({ concurrency: 2, gapMs: 0 });
  for (let n = 0; n < 1000; n += 1) await gate.reserve('a.example', `page ${n}`);
  expect((await gate.reserve('a.example', 'page 1000')).waitMs).toBeGreaterThan(30_000);
  const poll = await gate.reserve('a.example', 'feed a');
  expect(poll).toEqual({ waitMs: expect.any(Number), why: 'busy' });
  expect(poll.waitMs).toBeLessThanOrEqual(5000);
});

test('what is known of a host is forgotten by itself', async () => {
  const gate = gateOf();
  await gate.reserve('a.example', 'one');
  await gate.reserve('a.example', 'two');
  for (const key of await redis.keys('wirewatch:host:*')) expect(await redis.pttl(key)).toBeGreaterThan(0);
});

test('who was admitted and asks once more before it sends is believed without Redis; after that it is asked', async () => {
  const gate = gateOf();
  await gate.reserve('a.example', 'one');
  await redis.flushdb();
  expect(await gate.reserve('a.example', 'one')).toEqual({ waitMs: 0, why: 'free' });
  expect(await redis.exists('wirewatch:host:{a.example}')).toBe(0);
  await gate.reserve('a.example', 'one');
  expect(await redis.exists('wirewatch:host:{a.example}')).toBe(1);
  await gate.release('a.example', 'one', 5);
  expect((await gate.reserve('a.example', 'one')).why).toBe('gap');
});

test('a robots.txt that is fresh is believed for a while without Redis', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const cache = createRedisRobotsCache(redis);
    const entry = { kind: 'rules' as const, text: 'User-agent: *', reason: 'status 200', freshUntil: Date.now() + 500 };
    await cache.set('https://a.example', entry, 60_000);
    await redis.flushdb();
    vi.setSystemTime(Date.now() + 499);
    expect(await cache.get('https://a.example')).toEqual(entry);
    vi.setSystemTime(Date.now() + 1);
    expect(await cache.get('https://a.example')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
