import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServiceContext } from '../../tests/support/service-context.ts';
import type { Lane } from './pipeline.ts';
import { runStage } from './stage.ts';
import { announcePages } from './store/articles/announce.ts';

let opened: Awaited<ReturnType<typeof openServiceContext>>;
beforeAll(async () => {
  opened = await openServiceContext('fetcher', () => ({}));
});
afterAll(() => opened.close());

/** Articles that wait to be fetched, with their jobs. */
async function send(lane: Lane, count: number): Promise<void> {
  const { store, queues } = opened.context;
  const urls = Array.from({ length: count }, (_, n) => ({ url: `http://${lane}.example/${n}`, title: null }));
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
  await expect.poll(() => order.length, { timeout: 20_000 }).toBe(33);
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
  await expect.poll(() => done, { timeout: 10_000 }).toEqual(['http://late.example/']);
  await second.stop();
});
