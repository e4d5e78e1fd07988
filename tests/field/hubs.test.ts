import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { websubRoutes } from '@wirewatch/dashboard/websub.ts';
import { createHttpClient } from '@wirewatch/fetcher/http/client.ts';
import { endAbandoned } from '@wirewatch/fetcher/unsubscribe.ts';
import { findFeed, removeFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { subscriptionOf } from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Field, openField, plays, rssOf, until } from '../support/field.ts';
import { createOpenGate } from '../support/open-gate.ts';

let field: Field;
let callbacks: Server;
/** What hubs were asked, and by whom. */
const forms: URLSearchParams[] = [];
beforeAll(async () => {
  callbacks = createServer();
  await new Promise<void>((resolve) => callbacks.listen(0, '127.0.0.1', resolve));
  const own = `http://127.0.0.1:${(callbacks.address() as AddressInfo).port}`;
  field = await openField(['paper.example', 'hub.example'], { WIREWATCH_PUBLIC_URL: own });
  const { store, config, now } = field.opened.context;
  const routes = websubRoutes({ store, config, now: () => now() });
  // As the dashboard mounts them.
  callbacks.on('request', async ({ url, method }, response) => {
    const answer = await routes.request(url!.replace('/websub/', '/'), { method: method! });
    response.writeHead(answer.status).end(await answer.text());
  });
  field.server.play('/hub', (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      forms.push(form);
      response.writeHead(202).end();
      const asked = new URL(form.get('hub.callback')!);
      for (const name of ['hub.mode', 'hub.topic']) asked.searchParams.set(name, form.get(name)!);
      asked.searchParams.set('hub.challenge', 'echo');
      asked.searchParams.set('hub.lease_seconds', String(400 * 86_400));
      void fetch(asked);
    });
  });
});
afterAll(async () => {
  callbacks?.closeAllConnections();
  callbacks?.close();
  await field?.close();
});

test('a hub in a Link header is asked, its lease is bounded, and it is told when the feed goes', async () => {
  const { store, config, log, now } = field.opened.context;
  const url = 'http://paper.example/feed.xml';
  const link = '</hub>; rel=hub; title="a, b", <http://paper.example/feed.xml>; rel="self"';
  field.server.play('/feed.xml', plays(rssOf([]), 'application/rss+xml', { link, etag: '"1"' }));
  const feed = await field.poll(url);
  const row = await until(async () => {
    const found = await subscriptionOf(store, feed.id);
    return found?.status === 'confirmed' ? found : null;
  });
  // A lease of 400 days is believed for 30.
  expect(row.renewAt - now()).toBeLessThan(30 * 86_400_000);
  await removeFeed(store, feed.id);
  const http = createHttpClient({
    userAgent: 'test/1',
    allowNets: config.WIREWATCH_ALLOW_NETS,
    connectTo: config.WIREWATCH_CONNECT_TO,
  });
  await endAbandoned({ store, config, log, now }, { http, gate: createOpenGate() });
  await until(async () => ((await subscriptionOf(store, feed.id)) === null ? true : null));
  expect(forms.map((form) => form.get('hub.mode'))).toEqual(['subscribe', 'unsubscribe']);
  expect(forms[1]!.get('hub.callback')).toBe(forms[0]!.get('hub.callback'));
  // Whoever still calls there is told that nobody listens.
  expect((await fetch(forms[0]!.get('hub.callback')!, { method: 'POST', body: '<rss/>' })).status).toBe(404);
  await http.close();
});

test('a feed that comes back while its hub is being told is subscribed anew; a hub that cannot be told is told again, and given up after a day', async () => {
  const { store, config, log, now } = field.opened.context;
  const url = 'http://paper.example/second.xml';
  field.server.play(
    '/second.xml',
    plays(rssOf([], undefined, '<atom:link rel="hub" href="http://hub.example/deaf"/>')),
  );
  let status = 202;
  field.server.play('/deaf', (_, response) => response.writeHead(status).end());
  const feed = await field.poll(url);
  await until(async () => (field.asked('/deaf') === 1 ? true : null));
  await removeFeed(store, feed.id);
  const http = createHttpClient({
    userAgent: 'test/1',
    allowNets: config.WIREWATCH_ALLOW_NETS,
    connectTo: config.WIREWATCH_CONNECT_TO,
  });
  const end = () => endAbandoned({ store, config, log, now }, { http, gate: createOpenGate() });
  status = 503;
  await end();
  await end();
  expect(field.asked('/deaf')).toBe(2);
  expect(await subscriptionOf(store, feed.id)).toMatchObject({ status: 'ending' });
  field.later(2 * 3_600_000);
  await end();
  expect(field.asked('/deaf')).toBe(3);
  status = 202;
  await field.poll(url);
  expect(await until(async () => ((await subscriptionOf(store, feed.id))?.status === 'asked' ? true : null))).toBe(
    true,
  );
  expect(await findFeed(store, url)).not.toBeNull();
  status = 503;
  await removeFeed(store, feed.id);
  await end();
  field.later(26 * 3_600_000);
  await end();
  expect(await subscriptionOf(store, feed.id)).toBeNull();
  await http.close();
});
