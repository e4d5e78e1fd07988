import { addFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PlayServer, startPlayServer } from '../../tests/support/play-server.ts';
import { type OpenedContext, openServiceContext } from '../../tests/support/service-context.ts';
import { start } from './main.ts';

const FEEDS = 20;
const hosts = Array.from({ length: FEEDS }, (_, n) => `paper${n}.example`);

let server: PlayServer;
let opened: OpenedContext;
beforeAll(async () => {
  server = await startPlayServer();
  opened = await openServiceContext('fetcher', () => ({
    WIREWATCH_ALLOW_NETS: '127.0.0.0/8',
    WIREWATCH_CONNECT_TO: hosts.map((host) => `${host}:80:127.0.0.1:${server.port}`).join(','),
  }));
});
afterAll(async () => {
  await opened?.close();
  await server?.close();
});

test('while the store is away one probe asks for it, not every feed; then all are polled', async () => {
  const { context } = opened;
  const { store, queues } = context;
  const body = '<rss version="2.0"><channel><title>Paper</title><link>/</link></channel></rss>';
  const polled = new Set<string>();
  server.play('/feed', (request, response) => {
    polled.add(request.headers.host!);
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
  });
  const ids: string[] = [];
  for (const host of hosts) {
    const added = await addFeed(store, { url: `http://${host}/feed` }, Date.now());
    if ('problem' in added) throw new Error(added.problem);
    ids.push(added.id);
  }
  const send = () =>
    queues.add(
      'poll',
      ids.map((id) => ({ id, epoch: 1, lane: 'live' as const })),
      Date.now(),
    );
  let away = false;
  let tries = 0;
  const write: typeof store.write = (work) => {
    if (!away) return store.write(work);
    tries += 1;
    return Promise.reject(Object.assign(new Error('read-only file system'), { code: 'EROFS' }));
  };
  const fetcher = await start({ ...context, store: { ...store, write } });
  away = true;
  await send();
  await expect.poll(() => tries).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  // Those that were in hand when it went away, and none after that.
  expect(tries).toBeLessThanOrEqual(9);
  expect(polled.size).toBe(0);
  expect(opened.warnings.filter(({ message }) => /waits for it/.test(String(message)))).toHaveLength(1);
  away = false;
  // What was taken in hand meanwhile is due still, and comes again by the scheduler.
  const sending = setInterval(() => void send(), 500);
  await expect.poll(() => polled.size, { timeout: 30_000 }).toBe(FEEDS);
  clearInterval(sending);
  await fetcher.stop();
});
