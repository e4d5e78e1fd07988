import { answerIntent, isSigned, LEASE_SECONDS, renewAt } from '@wirewatch/shared/feeds/websub.ts';
import { makeDue } from '@wirewatch/shared/store/feeds/feeds.ts';
import { removeSubscription, settleSubscription, subscriptionOf } from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Dashboard } from './handler.ts';

/** A hub that refuses is asked again after a day. */
const AGAIN_MS = 86_400_000;

/**
 * Where hubs reach us, at /websub/FEED/CALLBACK: outside the token, for a hub has none; the address is hard to guess and what is sent is signed.
 * Only the fact that something changed is used: the feed is polled, and a forged message could do no more than that.
 */
export function websubRoutes({ store, config, now }: Pick<Dashboard, 'store' | 'config' | 'now'>): Hono {
  const app = new Hono();
  app.get('/:feed/:callback', async (c) => {
    const { feed, callback } = c.req.param();
    const row = await subscriptionOf(store, feed, callback);
    const mode = row?.status === 'ending' ? 'unsubscribe' : 'subscribe';
    const intent = answerIntent(new URL(c.req.url).searchParams, row && { topic: row.topic, mode });
    if (intent.kind !== 'unasked' && mode === 'unsubscribe') await removeSubscription(store, feed);
    else if (intent.kind === 'confirmed') {
      const renew = renewAt(new Date(now()), intent.leaseSeconds ?? LEASE_SECONDS).getTime();
      await settleSubscription(store, feed, { status: 'confirmed', reason: null, renewAt: renew });
    } else if (intent.kind === 'denied') {
      const again = now() + AGAIN_MS;
      await settleSubscription(store, feed, { status: 'denied', reason: intent.reason, renewAt: again });
    }
    return c.text(intent.body, intent.status);
  });
  app.post('/:feed/:callback', bodyLimit({ maxSize: config.WIREWATCH_MAX_PAGE_BYTES }), async (c) => {
    const { feed, callback } = c.req.param();
    const row = await subscriptionOf(store, feed, callback);
    if (row === null) return c.text('', 404);
    // A hub that delivers on takes 410 for the end (WebSub, 8).
    if (row.status === 'ending') return c.text('', 410);
    const body = new Uint8Array(await c.req.arrayBuffer());
    // A wrong signature is answered as a right one, so that nobody can try secrets.
    if (isSigned(body, c.req.header('x-hub-signature'), row.secret)) await makeDue(store, [feed], now());
    return c.body(null, 202);
  });
  return app;
}
