import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@wirewatch/shared/log.ts';
import { listDeliveries, retryDeliveries } from '@wirewatch/shared/store/watches/deliveries.ts';
import { addMatches } from '@wirewatch/shared/store/watches/matches.ts';
import { raiseStoryAlerts, raiseVolumeAlert } from '@wirewatch/shared/store/watches/raise.ts';
import { saveWatch } from '@wirewatch/shared/store/watches/watches.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS, useStore } from '../../../tests/support/dialects.ts';
import { NOON } from '../../../tests/support/given.ts';
import { shelve } from '../../../tests/support/shelf.ts';
import { deliverDue } from './deliver.ts';
import { createPoster, type Poster } from './post.ts';

const log = createLogger('scheduler', 'silent');
let server: Server;
let origin: string;
let near: Poster;
let strict: Poster;
let received: Array<{ path: string; headers: IncomingHttpHeaders; body: string }>;
/** What the receiver answers to each path. */
let answers: Record<string, number>;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const path = request.url ?? '';
      received.push({ path, headers: request.headers, body });
      const status = answers[path] ?? 204;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const options = { userAgent: 'wirewatch-test/1.0', connectTo: [] };
  near = createPoster({ ...options, allowNets: ['127.0.0.1'] });
  strict = createPoster({ ...options, allowNets: [] });
});
beforeEach(() => {
  received = [];
  answers = {};
});
afterAll(async () => {
  await near.close();
  await strict.close();
  await new Promise((resolve) => server.close(resolve));
});

describe.each(DIALECTS)('webhooks on %s', (dialect) => {
  const opened = useStore(dialect);
  let clock = NOON;
  let secrets: Record<string, string> = {};
  beforeEach(() => {
    clock = NOON;
    secrets = { WIREWATCH_HOOK_SECRET: 'between us' };
  });
  const round = (poster = near, halted = false) =>
    deliverDue(
      { store: opened(), now: () => clock, log },
      { poster, secretOf: (name) => secrets[name] ?? null, halted: () => halted },
    );
  const deliveries = async () => (await listDeliveries(opened(), {}, 9)).map(({ delivery }) => delivery);

  /** A watch with a webhook at a path and so many alerts on it. */
  async function told(path: string, alerts = 1): Promise<string> {
    const store = opened();
    const lines = [{ query: 'truce', weight: 1, language: null }];
    const webhook = { url: `${origin}${path}`, secretEnv: 'WIREWATCH_HOOK_SECRET' };
    const made = { webhook, replace: false, who: 'test', now: NOON };
    const { row } = await saveWatch(store, { name: path, lines, threshold: 1 }, made);
    for (let n = 0; n < alerts; n += 1) {
      const url = `https://post${path.replace('/', '')}.example/${n}`;
      const id = await shelve(store, null, { url, title: `Piece ${n}`, texts: ['Truce.'] });
      const hit = { id: row.id, name: path, matched: ['truce'], weight: 1 };
      await store.write(async (tx) => {
        await addMatches(store, tx, [{ article: { id, at: NOON }, hit }]);
        await raiseStoryAlerts(store, tx, { id, outletId: new URL(url).host }, [row.id], NOON);
      });
    }
    return row.id;
  }

  test('an alert arrives once, signed, with what it is about', async () => {
    const watchId = await told('/in');
    await round();
    await round();
    expect(received).toHaveLength(1);
    const { headers, body } = received[0]!;
    const id = String(headers['webhook-id']);
    const signed = `${id}.${NOON / 1000}.${body}`;
    expect(headers['webhook-timestamp']).toBe(String(NOON / 1000));
    expect(headers['webhook-signature']).toBe(
      `v1,${createHmac('sha256', 'between us').update(signed).digest('base64')}`,
    );
    expect(JSON.parse(body)).toMatchObject({
      type: 'watch.story',
      timestamp: new Date(NOON).toISOString(),
      data: { watch: { id: watchId, name: '/in' }, article: { title: 'Piece 0', matched: ['truce'] }, volume: null },
    });
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 1, lastStatus: 204, lastError: null }]);
  });

  test('volume is told too', async () => {
    const watchId = await told('/in', 0);
    const volume = { stories: 12, mean: 1.5, deviation: 1.2, limit: 10.3, hours: 168 };
    expect(await raiseVolumeAlert(opened(), watchId, volume, NOON)).toBe(true);
    expect(await raiseVolumeAlert(opened(), watchId, volume, NOON + 1)).toBe(false);
    await round();
    expect(JSON.parse(received[0]!.body)).toMatchObject({ type: 'watch.volume', data: { article: null, volume } });
  });

  test('a receiver that fails is tried later, the rest in order behind it, and no other receiver waits', async () => {
    await told('/broken', 3);
    await told('/fine', 2);
    answers['/broken'] = 503;
    await round();
    expect(received.map(({ path }) => path).sort()).toEqual(['/broken', '/fine', '/fine']);
    expect(await deliveries()).toMatchObject([
      { status: 'delivered' },
      { status: 'delivered' },
      { status: 'waiting', attempts: 0 },
      { status: 'waiting', attempts: 0 },
      { status: 'waiting', attempts: 1, lastStatus: 503, lastError: 'answered 503' },
    ]);
    received = [];
    await round();
    expect(received).toEqual([]);
    answers = {};
    clock += 5000;
    await round();
    expect(received.map(({ body }) => JSON.parse(body).data.article.title)).toEqual(['Piece 0', 'Piece 1', 'Piece 2']);
  });

  test('what is given up stays to be seen, and goes out when somebody asks', async () => {
    const watchId = await told('/in');
    answers['/in'] = 500;
    for (let n = 0; n < 30; n += 1) {
      await round();
      clock += 30 * 3_600_000;
    }
    const [dead] = await deliveries();
    expect(dead).toMatchObject({ status: 'dead', lastStatus: 500 });
    expect(received.length).toBe(dead!.attempts);
    answers = {};
    expect(await retryDeliveries(opened(), { watchId: 'another' }, 'test', clock)).toBe(0);
    expect(await retryDeliveries(opened(), { ids: [dead!.id], watchId }, 'test', clock)).toBe(1);
    await round();
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test.each([
    ['a receiver that says it is gone', '/gone', 410, 'dead', /410/],
    ['a redirect, which is not followed', '/moved', 302, 'waiting', /redirects are not followed/],
  ])('%s', async (_, path, status, outcome, why) => {
    await told(path);
    answers[path] = status;
    await round();
    expect(received).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ status: outcome, lastError: expect.stringMatching(why) }]);
  });

  test('a private address is refused before a packet leaves, and without its secret nothing is sent', async () => {
    await told('/in');
    await round(strict);
    expect(await deliveries()).toMatchObject([{ status: 'waiting', lastError: expect.stringMatching(/loopback/) }]);
    secrets = {};
    clock += 60_000;
    await round();
    expect(await deliveries()).toMatchObject([
      { lastError: expect.stringMatching(/WIREWATCH_HOOK_SECRET is not set/) },
    ]);
    expect(received).toEqual([]);
  });

  test('a stop begins no further delivery', async () => {
    await told('/in', 2);
    await round(near, true);
    expect(received).toEqual([]);
  });
});
