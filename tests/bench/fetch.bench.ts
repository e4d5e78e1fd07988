import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseFeed } from '@wirewatch/fetcher/core/feed/parse-feed.ts';
import { type FeedState, newFeedState } from '@wirewatch/fetcher/core/schedule/feed-state.ts';
import { createHttpClient } from '@wirewatch/fetcher/http/client.ts';
import { createHostGate } from '@wirewatch/fetcher/politeness/redis-host-gate.ts';
import { createFeedPoller } from '@wirewatch/fetcher/poll-feed.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { seeded } from '@wirewatch/shared/seeded.ts';
import { startPrivateRedis } from 'wirewatch/private-redis/server.ts';
import type { ServerReport } from './fetch-server.ts';

/**
 * Many feeds of many hosts, due within an hour, polled by one process for two such hours. Time is compressed for the
 * schedule (an hour in `--seconds`), but not for politeness: the gap is the real one, measured by the servers.
 */
const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '10000' },
    hosts: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    gap: { type: 'string', default: '1000' },
  },
});
const feeds = Number(values.feeds);
const hosts = Number(values.hosts);
const gapMs = Number(values.gap);
const scale = 3600 / Number(values.seconds);
/** One feed in fifty is redirected for now: one request more, which the rules ask for. */
const MOVED_EVERY = 50;
/** Exchanges at once, over all hosts. */
const AT_ONCE = 200;

const child = fork(join(import.meta.dirname, 'fetch-server.ts'));
const { port } = await reply<{ port: number }>();
const dir = await mkdtemp(join(tmpdir(), 'ww-bench-'));
const server = await startPrivateRedis({ dir, log: () => {} });
const redis = connectRedis(`unix:${server.path}`, 'client', createLogger('bench', 'silent'));
const http = createHttpClient({
  userAgent: 'wirewatch-bench/1.0',
  allowNets: ['127.0.0.0/8'],
  connectTo: [{ host: '', port: 0, toHost: '127.0.0.1', toPort: port }],
});

const started = performance.now();
const epoch = Date.parse('2026-03-04T10:00:00Z');
const now = (): Date => new Date(epoch + (performance.now() - started) * scale);
const random = seeded(7);
const poll = createFeedPoller({
  http,
  parse: parseFeed,
  now,
  random,
  gate: createHostGate(redis, { gapMs }),
});

const outcomes: Record<string, number> = {};
const lateness: number[] = [];
const polls = new Map<string, number>();
let running = 0;
let waits = 0;

async function pollOnce(state: FeedState): Promise<FeedState> {
  const due = Date.parse(state.nextPollAt!);
  await sleep(Math.max(0, (due - now().getTime()) / scale));
  for (;;) {
    while (running >= AT_ONCE) await sleep(5);
    running += 1;
    const result = await poll(state).finally(() => {
      running -= 1;
    });
    const { outcome, waitMs } = result.event;
    if (outcome !== 'waiting') {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      lateness.push((now().getTime() - due) / scale / 1000);
      polls.set(state.url, (polls.get(state.url) ?? 0) + 1);
      return result.state;
    }
    waits += 1;
    await sleep(waitMs);
  }
}

const cpu: number[] = [];
let states: FeedState[] = Array.from({ length: feeds }, (_, index) => {
  const path = `/feed-${index}${index % MOVED_EVERY === 0 ? '?moved' : ''}`;
  const url = `http://host-${index % hosts}.example${path}`;
  return { ...newFeedState(url, now()), nextPollAt: new Date(epoch + random() * 3_600_000).toISOString() };
});
for (let hour = 0; hour < 2; hour += 1) {
  const before = process.cpuUsage();
  states = await Promise.all(states.map(pollOnce));
  const { user, system } = process.cpuUsage(before);
  cpu.push((user + system) / 1000 / feeds);
}

child.send('report');
const { report } = await reply<{ report: ServerReport }>();
print(report);
child.disconnect();
await http.close();
redis.disconnect();
await server.stop();
await rm(dir, { recursive: true, force: true });

function print(seen: ServerReport): void {
  const logs = Object.values(seen.hosts);
  const gaps = logs.flatMap(({ at }) => at.slice(1).map((time, index) => time - at[index]!)).sort((a, b) => a - b);
  const requests = logs.reduce((sum, { at }) => sum + at.length, 0);
  const needed = 2 * (feeds + Math.ceil(feeds / MOVED_EVERY));
  const counts = [...polls.values()];
  lateness.sort((a, b) => a - b);
  const lines: Array<[string, unknown]> = [
    ['feeds / hosts', `${feeds} / ${hosts}, each due once an hour, an hour in ${values.seconds} s, gap ${gapMs} ms`],
    ['outcomes', JSON.stringify(outcomes)],
    ['feeds polled exactly twice in two hours', `${counts.filter((count) => count === 2).length} of ${feeds}`],
    ['requests: seen / needed by the rules', `${requests} / ${needed}`],
    ['whole bodies / conditional', `${seen.full} / ${seen.conditional}`],
    ['methods', JSON.stringify(seen.methods)],
    [
      'gap at the servers, ms: least / 0.1 % / median',
      [gaps[0]!, quantile(gaps, 0.001), quantile(gaps, 0.5)].map(Math.round).join(' / '),
    ],
    [
      'gaps under the limit / under 95 % of it',
      `${gaps.filter((gap) => gap < gapMs).length} / ${gaps.filter((gap) => gap < 0.95 * gapMs).length} of ${gaps.length}`,
    ],
    ['most at once to one host', Math.max(...logs.map(({ most }) => most))],
    ['connections', seen.connections],
    ['told to wait by the gate', waits],
    [
      'lateness, real s: median / 99 % / most',
      [0.5, 0.99, 1].map((share) => quantile(lateness, share).toFixed(2)).join(' / '),
    ],
    ['CPU ms a poll: whole bodies / 304', cpu.map((ms) => ms.toFixed(2)).join(' / ')],
  ];
  for (const [name, value] of lines) console.log(`${name}: ${value}`);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function reply<T>(): Promise<T> {
  return new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
}
