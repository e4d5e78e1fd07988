import { expect, test } from 'vitest';
import { holds, rightFor } from './rights.ts';

test.each([
  ['GET', '/', 'read'],
  ['GET', '/articles/a1', 'read'],
  ['GET', '/metrics', 'read'],
  ['GET', '/search.atom', 'read'],
  ['GET', '/api/v1/articles/a1', 'read'],
  ['GET', '/articles/a1/raw', 'operator'],
  ['GET', '/articles/a1/raw/page', 'operator'],
  ['GET', '/queues', 'operator'],
  ['GET', '/feeds.opml', 'operator'],
  ['GET', '/sign-ins', 'operator'],
  ['POST', '/watches', 'desk'],
  ['POST', '/api/v1/watches/w1/remove', 'desk'],
  ['POST', '/api/v1/sources', 'read'],
  ['POST', '/sources', 'read'],
  ['POST', '/feeds', 'operator'],
  ['POST', '/api/v1/feeds/f1/pause', 'operator'],
  ['POST', '/watchesque', 'operator'],
  ['PUT', '/anything', 'operator'],
  ['POST', '/logout', 'read'],
])('%s %s needs the right %s', (method, path, right) => {
  expect(rightFor(method, path)).toBe(right);
});

test('each right holds those before it', () => {
  expect(holds('operator', 'desk') && holds('desk', 'read') && holds('read', 'read')).toBe(true);
  expect(holds('read', 'desk') || holds('desk', 'operator')).toBe(false);
});
