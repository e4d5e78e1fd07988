import { readConfig } from '@wirewatch/shared/config.ts';
import { createLogger } from '@wirewatch/shared/log.ts';
import { addFeed, findFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { settleSubscription, subscriptionOf } from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useStore } from '../../tests/support/dialects.ts';
import { NOON } from '../../tests/support/given.ts';
import { createOpenGate } from '../../tests/support/open-gate.ts';
import { type PlayServer, startPlayServer } from '../../tests/support/play-server.ts';
import { parseFeed } from './core/feed/parse-feed.ts';
import type { PollEvent } from './core/schedule/apply-answer.ts';
import { newFeedState } from './core/schedule/feed-state.ts';
import { offeredHub } from './core/schedule/offered-hub.ts';
import type { HttpResponse } from './http/answer.ts';
import { createHttpClient, type HttpClient } from './http/client.ts';
import { keepSubscribed } from './subscribe.ts';

const opened = useStore('sqlite');
const DAY = 86_400_000;
let server: PlayServer;
let http: HttpClient;
beforeAll(async () => {
  server = await startPlayServer();
  http = createHttpClient({ userAgent: 'test/1', allowNets: ['127.0.0.0/8'] });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

test('a hub is asked once, again before its lease ends, and left for a day when it refuses', async () => {
  const store = opened();
  const forms: URLSearchParams[] = [];
  let status = 202;
  server.play('/hub', (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      forms.push(new URLSearchParams(body));
      response.writeHead(status).end();
    });
  });
  const url = 'https://paper.example/feed.xml';
  const added = await addFeed(store, { url }, NOON);
  if ('problem' in added) throw new Error(added.problem);
  const feed = (await findFeed(store, added.id))!;
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="${server.origin}/hub"/><link rel="self" href="${url}"/><title>F</title></feed>`;
  const parsed = await parseFeed(Buffer.from(xml), { url });
  const state = { ...newFeedState(url, new Date(NOON)), hub: { hub: parsed.hub!, topic: parsed.self } };
  const document = { state, event: { outcome: 'new-body' } as PollEvent };
  let now = NOON;
  const context = (env: Record<string, string>) => ({
    store,
    config: readConfig(env),
    log: createLogger('test', 'silent'),
    now: () => now,
  });
  const gate = createOpenGate();
  const ask = (given: typeof document, env = { WIREWATCH_PUBLIC_URL: 'https://watch.example/' }) =>
    keepSubscribed(context(env), { http, gate }, feed, given);

  await keepSubscribed(context({}), { http, gate }, feed, document);
  expect(forms).toHaveLength(0);
  await ask(document);
  await ask(document);
  expect(forms).toHaveLength(1);
  const row = (await subscriptionOf(store, feed.id))!;
  expect(Object.fromEntries(forms[0]!)).toMatchObject({
    'hub.mode': 'subscribe',
    'hub.topic': url,
    'hub.callback': `https://watch.example/websub/${feed.id}/${row.callback}`,
    'hub.secret': row.secret,
  });
  await settleSubscription(store, feed.id, { status: 'confirmed', reason: null, renewAt: NOON + 8 * DAY });
  now = NOON + 7 * DAY;
  await ask({ ...document, event: { outcome: 'not-modified' } as PollEvent });
  expect(forms).toHaveLength(1);
  now = NOON + 9 * DAY;
  await ask({ ...document, event: { outcome: 'not-modified' } as PollEvent });
  expect(forms).toHaveLength(2);
  expect(await subscriptionOf(store, feed.id)).toMatchObject({ status: 'confirmed', callback: row.callback });
  status = 403;
  now = NOON + 11 * DAY;
  await ask(document);
  await ask(document);
  expect(forms).toHaveLength(3);
  expect(await subscriptionOf(store, feed.id)).toMatchObject({ status: 'denied', reason: 'the hub answers 403' });
  expect(gate.held.size).toBe(0);
  // A topic with a secret in it is sent to nobody.
  status = 202;
  now = NOON + 20 * DAY;
  for (const topic of ['https://ann:harbour@paper.example/feed.xml', 'https://paper.example/feed.xml?token=harbour']) {
    await ask({ ...document, state: { ...state, hub: { hub: `${server.origin}/hub`, topic } } });
  }
  expect(forms).toHaveLength(3);
  // A hub that the headers name goes before the document's, and stands after an answer without a body.
  const told = offeredHub(
    {
      headers: { link: '<https://hub.example/a>; rel="hub", </self.xml>; rel=self' },
      finalUrl: url,
    } as unknown as HttpResponse,
    parsed,
    null,
  );
  expect(told).toEqual({ hub: 'https://hub.example/a', topic: 'https://paper.example/self.xml' });
  expect(offeredHub({ headers: {}, finalUrl: url } as unknown as HttpResponse, null, told)).toEqual(told);
});

test('a hub at a private address is not asked', async () => {
  const guarded = createHttpClient({ userAgent: 'test/1', allowNets: [] });
  expect(await guarded.post(`${server.origin}/hub`, new URLSearchParams())).toMatchObject({
    ok: false,
    kind: 'unsafe',
  });
  await guarded.close();
});
