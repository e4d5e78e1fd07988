import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServiceContext } from '../../tests/support/service-context.ts';
import type { Lane } from './pipeline.ts';
import { runStage } from './stage.ts';
import { announcePages } from './store/articles/announce.ts';
import { BlobsUnavailable } from './store/blobs/blobs.ts';

let opened: Awaited<ReturnType<typeof openServiceContext>>;
beforeAll(async () => {
  opened = await openServiceContext('fetcher', () => ({}));
});
afterAll(() => opened.close());

/** Articles that wait to be fetched, with their jobs. */
let sent = 0;
async function send(lane: Lane, count: number): Promise<void> {
  const { store, queues } = opened.context;
  sent += 1;
  const urls = Array.from({ length: count }, (_, n) => ({ url: `http://${lane}${sent}.example/${n}`, title: null }));
  const now = Date.now();
  const { created } = await store.write((tx) => announcePages(store, tx, urls, { now, lane }));
  await queues.add(
    'fetch',
    [...created].map((id) => ({ id, epoch: 1, lane })),
    now,
  );
}

test('live work goes before all batch work but the job in hand', async () => {
  await send('batch', 30);
  const order: string[] = [];
  const stage = await runStage(opened.context, {
    stage: 'fetch',
    version: 'test',
    concurrency: 2,
    computes: true,
    async run({ article, lane }) {
      order.push(lane);
      // Live work comes while the fifth batch job is in hand.
      if (order.length === 5) await send('live', 3);
      return { kind: 'ended', outcome: 'gone', reason: article.url };
    },
  });
  await expect.poll(() => order.length).toBe(33);
  await stage.stop();
  expect(order.slice(0, 5)).toEqual(['batch', 'batch', 'batch', 'batch', 'batch']);
  expect(order.slice(5, 8)).toEqual(['live', 'live', 'live']);
});

test('batch work that waits at the gate when its worker stops is there for the next', async () => {
  const { queues, store } = opened.context;
  await queues.live.begins(['elsewhere'], Date.now());
  const { created } = await store.write((tx) =>
    announcePages(store, tx, [{ url: 'http://late.example/', title: null }], { now: Date.now(), lane: 'batch' }),
  );
  await queues.add('fetch', [{ id: [...created][0]!, epoch: 1, lane: 'batch' }], Date.now());
  const done: string[] = [];
  const start = () =>
    runStage(opened.context, {
      stage: 'fetch',
      version: 'test',
      concurrency: 2,
      computes: true,
      async run({ article }) {
        done.push(article.url);
        return { kind: 'ended', outcome: 'gone', reason: 'test' };
      },
    });
  const first = await start();
  await expect.poll(async () => (await queues.counts('fetch')).active).toBe(1);
  await first.stop();
  expect(done).toEqual([]);
  await queues.live.ends(['elsewhere']);
  const second = await start();
  await expect.poll(() => done).toEqual(['http://late.example/']);
  await second.stop();
});

test('while something is away one probe asks for it, not every article; then all is done', async () => {
  await send('live', 30);
  let away = true;
  let tries = 0;
  const done: string[] = [];
  const { context } = opened;
  const blobs = {
    ...context.blobs,
    probe: () => (away ? Promise.reject(new BlobsUnavailable('the volume is away')) : Promise.resolve()),
  };
  const said: unknown[] = [];
  const log = { ...context.log, warn: (fields: unknown) => said.push(fields), info: () => 0, debug: () => 0 } as never;
  const stage = await runStage(
    { ...context, blobs, log },
    {
      stage: 'fetch',
      version: 'test',
      concurrency: 2,
      async run({ article }) {
        tries += 1;
        if (away) throw Object.assign(new Error('read-only file system'), { code: 'EROFS' });
        done.push(article.id);
        return { kind: 'ended', outcome: 'gone', reason: 'test' };
      },
    },
  );
  await expect.poll(() => tries).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 4000));
  // Those that were in hand when it went away, and none after that.
  expect(tries).toBeLessThanOrEqual(4);
  expect(said).toHaveLength(1);
  away = false;
  await expect.poll(() => done.length, { timeout: 30_000 }).toBe(30);
  await stage.stop();
});

test('a worker that is given a job once more does not work on one article twice at a time', async () => {
  const { queues, store } = opened.context;
  const now = Date.now();
  const { created } = await store.write((tx) =>
    announcePages(store, tx, [{ url: 'http://once.example/', title: null }], { now, lane: 'live' }),
  );
  const id = [...created][0]!;
  // What BullMQ does with the job of a process that stood still, here over the other lane.
  for (const lane of ['live', 'batch'] as const) await queues.add('fetch', [{ id, epoch: 1, lane }], now);
  const release = Promise.withResolvers<void>();
  let at = 0;
  let runs = 0;
  let most = 0;
  const stage = await runStage(opened.context, {
    stage: 'fetch',
    version: 'test',
    concurrency: 2,
    async run() {
      runs += 1;
      at += 1;
      most = Math.max(most, at);
      await release.promise;
      at -= 1;
      return { kind: 'ended', outcome: 'gone', reason: 'test' };
    },
  });
  await expect.poll(async () => (await queues.counts('fetch')).delayed).toBe(1);
  release.resolve();
  await expect.poll(() => at).toBe(0);
  expect([runs, most]).toEqual([1, 1]);
  await stage.stop();
});

test('a result that cannot be saved is a fault of its article: counted, and no outage for the others', async () => {
  await send('live', 2);
  const { context } = opened;
  const said: string[] = [];
  const log = { ...context.log, warn: (_: unknown, words: string) => said.push(words), error: () => 0 } as never;
  const tried: string[] = [];
  const done: string[] = [];
  const stage = await runStage(
    { ...context, log },
    {
      stage: 'fetch',
      version: 'test',
      concurrency: 1,
      async run({ article }) {
        tried.push(article.id);
        const save = async () => {
          if (article.id === tried[0]) throw new TypeError('no such column');
          done.push(article.id);
          return undefined;
        };
        return { kind: 'ended', outcome: 'gone', reason: 'test', save };
      },
    },
  );
  await expect.poll(() => done.length).toBe(1);
  await stage.stop();
  const { articles } = context.store.tables;
  const [row] = await context.store.db.select().from(articles).where(eq(articles.id, tried[0]!));
  expect(row).toMatchObject({ attempts: 1, outcome: null });
  expect(row!.notBefore).toBeGreaterThan(Date.now());
  expect(said).toEqual([]);
});
