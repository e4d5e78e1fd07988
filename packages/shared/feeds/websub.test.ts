import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerIntent, isSigned, LEASE_SECONDS, renewAt, subscriptionForm } from './websub.ts';

const topic = 'https://n.example/rss?a=1&b=2';
const subscription = {
  hub: 'https://hub.example/',
  topic,
  callback: 'https://wirewatch.example/websub/abc',
  secret: 'not to be guessed',
  leaseSeconds: LEASE_SECONDS,
};

test('the forms for the hub', () => {
  expect(Object.fromEntries(subscriptionForm(subscription, 'subscribe'))).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': subscription.callback,
    'hub.lease_seconds': '864000',
    'hub.secret': subscription.secret,
  });
  expect(subscriptionForm(subscription, 'unsubscribe').has('hub.secret')).toBe(false);
});

const asked = { topic, mode: 'subscribe' as const };
const query = (changes: Record<string, string>) =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.challenge': 'xyz',
    'hub.lease_seconds': '3600',
    ...changes,
  });

test('a verification that we asked for is echoed, with the lease that the hub grants', () => {
  expect(answerIntent(query({}), asked)).toEqual({
    kind: 'confirmed',
    status: 200,
    body: 'xyz',
    mode: 'subscribe',
    leaseSeconds: 3600,
  });
  expect(answerIntent(query({ 'hub.lease_seconds': 'long' }), asked)).toMatchObject({ leaseSeconds: null });
});

test.each([
  ['another topic', { 'hub.topic': 'https://n.example/other' }],
  ['another mode', { 'hub.mode': 'unsubscribe' }],
  ['an unknown mode', { 'hub.mode': 'publish' }],
  ['no challenge', { 'hub.challenge': '' }],
])('%s is not confirmed', (_name, changes) => {
  expect(answerIntent(query(changes), asked)).toMatchObject({ kind: 'unasked', status: 404, body: '' });
});

test('a callback that is not ours, and a hub that says no', () => {
  expect(answerIntent(query({}), null).status).toBe(404);
  expect(answerIntent(query({ 'hub.mode': 'denied', 'hub.reason': 'closed' }), asked)).toMatchObject({
    kind: 'denied',
    reason: 'closed',
  });
});

test.each(['sha1', 'sha256', 'sha384', 'sha512'])('a signature by %s', (method) => {
  const body = Buffer.from('<rss/>');
  const hex = createHmac(method, subscription.secret).update(body).digest('hex');
  expect(isSigned(body, `${method}=${hex}`, subscription.secret)).toBe(true);
  expect(isSigned(body, `${method.toUpperCase()}=${hex.toUpperCase()}`, subscription.secret)).toBe(true);
  expect(isSigned(Buffer.from('<rss>'), `${method}=${hex}`, subscription.secret)).toBe(false);
  expect(isSigned(body, `${method}=${hex}`, 'another')).toBe(false);
  expect(isSigned(body, `${method}=${hex.slice(2)}`, subscription.secret)).toBe(false);
});

test.each([undefined, '', 'sha256', 'sha256=', 'md5=00', 'sha256=zz', 'sha256=00=00'])('no signature: %s', (header) => {
  expect(isSigned(Buffer.from('x'), header, subscription.secret)).toBe(false);
});

test('a lease is renewed before it ends', () => {
  expect(renewAt(new Date('2026-03-04T00:00:00Z'), 100).toISOString()).toBe('2026-03-04T00:01:20.000Z');
});
