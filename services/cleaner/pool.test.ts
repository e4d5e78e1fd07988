import { expect, test } from 'vitest';
import { createCleanPool } from './pool.ts';

const PAGE = `<html><body><article><h1>Budget agreed</h1>${[
  'schools',
  'roads',
  'harbours',
  'parks',
  'museums',
  'bridges',
]
  .map(
    (what) =>
      `<p>The council met on Monday and agreed on a budget for ${what} in the coming year, which will be voted on in spring.</p>`,
  )
  .join('')}</article></body></html>`;

test('pages that come at once are all cleaned, and a closed pool refuses', { timeout: 60_000 }, async () => {
  const pool = createCleanPool({ size: 2, timeoutMs: 20_000, heapMb: 256 });
  const results = await Promise.all([1, 2, 3].map((n) => pool.clean({ url: `https://a.example/${n}`, body: PAGE })));
  expect(results.map((r) => r.outcome)).toEqual(['passed', 'passed', 'passed']);
  await pool.close();
  await expect(pool.clean({ url: 'https://a.example/4', body: PAGE })).rejects.toThrow(/closed/);
});

test('a page over the heap limit is quarantined with the limit and its size, and the pool lives on', {
  timeout: 60_000,
}, async () => {
  const pool = createCleanPool({ size: 1, timeoutMs: 20_000, heapMb: 80 });
  const huge = `<html><body>${'<div><p>x</p></div>'.repeat(120_000)}</body></html>`;
  const result = await pool.clean({ url: 'https://a.example/huge', body: huge });
  expect(result).toMatchObject({ outcome: 'quarantined' });
  expect(result.reason).toMatch(/80 MB .* 2280026 bytes/);
  expect((await pool.clean({ url: 'https://a.example/next', body: PAGE })).outcome).toBe('passed');
  await pool.close();
});

test('a page over the time limit is quarantined with the limit in its reason', { timeout: 60_000 }, async () => {
  const pool = createCleanPool({ size: 1, timeoutMs: 300, heapMb: 256, startGraceMs: 0 });
  const long = `<html><body>${'<div><p>The ferries stop on Monday, and the crews wait for their pay.</p></div>'.repeat(20_000)}</body></html>`;
  const slow = await pool.clean({ url: 'https://a.example/slow', body: long });
  expect(slow).toMatchObject({ outcome: 'quarantined', reason: expect.stringContaining('more than 300 ms') });
  await pool.close();
});
