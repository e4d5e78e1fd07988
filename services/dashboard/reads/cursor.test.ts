import { expect, test } from 'vitest';
import { openCursor, sealCursor } from './cursor.ts';

test('a cursor leads back to its place, in its own list only', () => {
  const cursor = sealCursor('articles of x', { at: 1_770_000_000_000, id: 'a1' });
  expect(openCursor('articles of x', cursor)).toEqual({ at: 1_770_000_000_000, id: 'a1' });
  expect(openCursor('articles of y', cursor)).toEqual({ problem: expect.stringContaining('another query') });
});

test.each([
  '',
  'x',
  'AAAA',
  Buffer.from('a b c d').toString('base64url'),
  Buffer.from('m one a1').toString('base64url'),
])('"%s" is no cursor', (cursor) => {
  expect(openCursor('articles', cursor)).toEqual({ problem: expect.stringContaining('no cursor') });
});
