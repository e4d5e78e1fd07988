import { randomBytes } from 'node:crypto';
import { callbackAddress, LEASE_SECONDS, subscriptionForm } from '@wirewatch/shared/feeds/websub.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import type { FeedRow } from '@wirewatch/shared/store/feeds/feeds.ts';
import { saveSubscription, settleSubscription, subscriptionOf } from '@wirewatch/shared/store/feeds/subscriptions.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import type { HttpClient } from './http/client.ts';
import { holderName } from './politeness/hop-gate.ts';
import { authorityOf, type HostGate } from './politeness/host-gate.ts';
import type { PollResult } from './poll-feed.ts';

/** A hub that has not confirmed, or that refused, is asked again after a day. */
const AGAIN_MS = 86_400_000;

/**
 * Asks the hub that a feed offers to tell us of changes, where we can be reached from outside; again before its lease ends. What the hub
 * sends makes the feed due, no more: polling goes on, so that a silent hub loses nothing.
 * @param poll what the poll read; after a body that has not changed the hub is the one that the poller remembers
 */
export async function keepSubscribed(
  context: Pick<ServiceContext, 'store' | 'config' | 'log' | 'now'>,
  deps: { http: Pick<HttpClient, 'post'>; gate: HostGate },
  feed: FeedRow,
  poll: Pick<PollResult, 'state' | 'event'>,
): Promise<void> {
  const { store, config, log, now } = context;
  if (!config.WIREWATCH_PUBLIC_URL) return;
  const known = await subscriptionOf(store, feed.id);
  const offered = poll.state.hub;
  const hub = offered ? normaliseUrl(offered.hub) : poll.event.outcome === 'new-body' ? null : (known?.hub ?? null);
  const topic = (offered ? normaliseUrl(offered.topic ?? '') : known?.topic) ?? feed.url;
  if (hub === null) return;
  // A hub passes topics on to everybody who asks: an address with a secret in it stays with us, and polling goes on.
  if (redactUrl(topic) !== topic || hasCredentials(topic)) return;
  const stands = known?.hub === hub && known.topic === topic && known.status !== 'ending';
  if (stands && known.renewAt > now()) return;
  const holder = holderName('feed', `hub ${feed.id}`);
  // A hub serves many feeds: those that do not get a turn now ask after their next poll.
  const { waitMs } = await deps.gate.reserve(authorityOf(hub), holder);
  if (waitMs > 0) return;
  const callback = known?.callback ?? randomBytes(16).toString('hex');
  const secret = known?.secret ?? randomBytes(24).toString('hex');
  const asked = { hub, topic, callback, secret, reason: null, askedAt: now(), renewAt: now() + AGAIN_MS };
  // What was confirmed stays so while it is renewed.
  const status = known?.hub === hub && known.status === 'confirmed' ? 'confirmed' : 'asked';
  await saveSubscription(store, { feedId: feed.id, ...asked, status });
  const at = callbackAddress(config.WIREWATCH_PUBLIC_URL, { feedId: feed.id, callback });
  const form = subscriptionForm({ hub, topic, callback: at, secret, leaseSeconds: LEASE_SECONDS }, 'subscribe');
  const started = performance.now();
  const answer = await deps.http.post(hub, form);
  await deps.gate.release(authorityOf(hub), holder, answer.ok ? performance.now() - started : null);
  const fields = { feed: redactUrl(feed.url), hub: redactUrl(hub) };
  if (answer.ok && answer.status >= 200 && answer.status < 300) {
    log.info(fields, 'the hub was asked to tell of changes');
    return;
  }
  const reason = answer.ok ? `the hub answers ${answer.status}` : answer.message;
  await settleSubscription(store, feed.id, { status: 'denied', reason, renewAt: now() + AGAIN_MS });
  log.warn({ ...fields, reason }, 'no subscription at the hub; polling goes on');
}

function hasCredentials(url: string): boolean {
  const { username, password } = new URL(url);
  return username !== '' || password !== '';
}
