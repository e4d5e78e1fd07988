import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { nextTry } from './next-try.ts';
import { signWebhook } from './sign.ts';

test('a signature covers id, second and body, by the secret as it is or as whsec_ gives it', () => {
  const at = 1_700_000_000_999;
  const expected = (key: string | Buffer) =>
    `v1,${createHmac('sha256', key).update('alert_7.1700000000.{"a":"ş"}').digest('base64')}`;
  expect(signWebhook('plain secret', 'alert_7', at, '{"a":"ş"}')).toEqual({
    'webhook-id': 'alert_7',
    'webhook-timestamp': '1700000000',
    'webhook-signature': expected('plain secret'),
  });
  const bytes = Buffer.from([1, 2, 250, 255]);
  const prefixed = signWebhook(`whsec_${bytes.toString('base64')}`, 'alert_7', at, '{"a":"ş"}');
  expect(prefixed['webhook-signature']).toBe(expected(bytes));
});

test('pauses grow, end, and end at once where the receiver is gone', () => {
  const pauses: number[] = [];
  for (let failures = 1; ; failures += 1) {
    const next = nextTry(failures, 500, 0);
    if (next === null) break;
    pauses.push(next);
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.length).toBeGreaterThan(5);
  expect(nextTry(1, 410, 0)).toBeNull();
  expect(nextTry(1, null, 100)).toBeGreaterThan(100);
});
