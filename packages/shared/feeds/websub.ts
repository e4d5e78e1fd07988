import { createHmac, timingSafeEqual } from 'node:crypto';

/** What we asked a hub for. Spans in seconds. */
export interface Subscription {
  hub: string;
  /** The feed's own address, as its `rel=self` gives it. */
  topic: string;
  /** Where the hub reaches us: hard to guess, one a subscription. */
  callback: string;
  /** Shared with the hub; signs what it sends. */
  secret: string;
  leaseSeconds: number;
}

/** Hubs grant what they like; ten days is what the W3C recommendation names as a common default. */
export const LEASE_SECONDS = 10 * 86_400;
/** A lease is renewed when this share of it has passed, so that a hub's bad day does not end it. */
const RENEW_AT = 0.8;

/** Where a hub reaches us for a feed. */
export function callbackAddress(publicUrl: string, row: { feedId: string; callback: string }): string {
  return `${publicUrl.replace(/(?<!\/)\/+$/, '')}/websub/${row.feedId}/${row.callback}`;
}

/** The form to POST to the hub (W3C WebSub section 5.1), for subscribing and for ending it. */
export function subscriptionForm(subscription: Subscription, mode: 'subscribe' | 'unsubscribe'): URLSearchParams {
  const form = new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': subscription.topic,
    'hub.callback': subscription.callback,
  });
  if (mode === 'subscribe') {
    form.set('hub.lease_seconds', String(subscription.leaseSeconds));
    form.set('hub.secret', subscription.secret);
  }
  return form;
}

/** How a hub's verification is to be answered (section 5.3), and what to remember of it. */
export type Intent =
  | { kind: 'confirmed'; status: 200; body: string; mode: 'subscribe' | 'unsubscribe'; leaseSeconds: number | null }
  | { kind: 'denied'; status: 200; body: ''; reason: string }
  /** Nobody here asked for this: 404 tells the hub so. */
  | { kind: 'unasked'; status: 404; body: ''; reason: string };

/**
 * Answers the hub's GET at the callback. `pending`: what we asked for there and have not seen confirmed or want to
 * keep; null for a callback that is not ours.
 */
export function answerIntent(
  query: URLSearchParams,
  pending: { topic: string; mode: 'subscribe' | 'unsubscribe' } | null,
): Intent {
  const unasked = (reason: string): Intent => ({ kind: 'unasked', status: 404, body: '', reason });
  const mode = query.get('hub.mode');
  if (pending === null) return unasked('no subscription at this address');
  if (query.get('hub.topic') !== pending.topic) return unasked('another topic than the one asked for');
  if (mode === 'denied')
    return { kind: 'denied', status: 200, body: '', reason: query.get('hub.reason') ?? 'denied by the hub' };
  if (mode !== pending.mode) return unasked(`mode ${mode} was not asked for`);
  const challenge = query.get('hub.challenge');
  if (!challenge) return unasked('no challenge');
  const lease = Number(query.get('hub.lease_seconds') ?? Number.NaN);
  const leaseSeconds = Number.isFinite(lease) && lease > 0 ? lease : null;
  return { kind: 'confirmed', status: 200, body: challenge, mode: pending.mode, leaseSeconds };
}

const METHODS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/**
 * Whether what was sent to the callback is from whoever knows the secret (section 7): X-Hub-Signature, compared in
 * constant time. An unsigned or wrongly signed message is answered with 2xx all the same and thrown away.
 */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [method, hex, ...rest] = (signature ?? '').trim().split('=');
  if (method === undefined || hex === undefined || rest.length > 0 || !METHODS.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Longest lease believed: a hub that grants years and forgets us would never be asked again. */
const LONGEST_LEASE_SECONDS = 30 * 86_400;

/** When to ask the hub again, given when and for how long it granted. */
export function renewAt(confirmedAt: Date, leaseSeconds: number): Date {
  return new Date(confirmedAt.getTime() + Math.min(leaseSeconds, LONGEST_LEASE_SECONDS) * RENEW_AT * 1000);
}
