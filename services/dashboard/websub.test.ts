import { createHmac } from 'node:crypto';
import { readConfig } from '@wirewatch/shared/config.ts';
import { addFeed, findFeed } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveSubscription, subscriptionOf } from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { expect, test } from 'vitest';
import { useStore } from '../../tests/support/dialects.ts';
import { NOON } from '../../tests/support/given.ts';
import { websubRoutes } from './websub.ts';

const opened = useStore('sqlite');
const TOPIC = 'https://paper.example/feed.xml';

test("a hub's question is answered where it was asked for; its signed word makes the feed due, another's does not", async () => {
  const store = opened();
  const feed = await addFeed(store, { url: TOPIC }, NOON + 500_000);
  if ('problem' in feed) throw new Error(feed.problem);
  await saveSubscription(store, {
    feedId: feed.id,
    hub: 'https://hub.example/',
    topic: TOPIC,
    callback: 'hard-to-guess',
    secret: 'between us',
    status: 'asked',
    reason: null,
    askedAt: NOON,
    renewAt: NOON,
  });
  const app = websubRoutes({ store, config: readConfig({}), now: () => NOON });
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.challenge': 'echo this',
    'hub.lease_seconds': '1000',
  });
  expect((await app.request(`/${feed.id}/guessed?${query}`)).status).toBe(404);
  const confirmed = await app.request(`/${feed.id}/hard-to-guess?${query}`);
  expect([confirmed.status, await confirmed.text()]).toEqual([200, 'echo this']);
  expect(await subscriptionOf(store, feed.id)).toMatchObject({ status: 'confirmed', renewAt: NOON + 800_000 });

  const body = '<rss/>';
  const send = (callback: string, secret: string) =>
    app.request(`/${feed.id}/${callback}`, {
      method: 'POST',
      body,
      headers: { 'x-hub-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
    });
  expect((await send('hard-to-guess', 'a guess')).status).toBe(202);
  expect((await send('guessed', 'between us')).status).toBe(404);
  expect(await findFeed(store, feed.id)).toMatchObject({ nextPollAt: NOON + 500_000 });
  expect((await send('hard-to-guess', 'between us')).status).toBe(202);
  expect(await findFeed(store, feed.id)).toMatchObject({ nextPollAt: NOON, pollReason: 'asked for' });

  const denied = new URLSearchParams({ 'hub.mode': 'denied', 'hub.topic': TOPIC, 'hub.reason': 'not here' });
  expect((await app.request(`/${feed.id}/hard-to-guess?${denied}`)).status).toBe(200);
  expect(await subscriptionOf(store, feed.id)).toMatchObject({ status: 'denied', reason: 'not here' });
});
