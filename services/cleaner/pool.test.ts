import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CleanResult } from '@wirewatch/shared/contracts/clean.ts';
import { expect, test } from 'vitest';
import { createCleanPool, PageOvertook } from './pool.ts';

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

test('a pool that takes the bytes of a page leaves nothing behind, and still knows how many they were', {
  timeout: 60_000,
}, async () => {
  const pool = createCleanPool({ size: 1, timeoutMs: 20_000, heapMb: 80, takesBytes: true });
  const cleaned = async (html: string) => {
    const body = new TextEncoder().encode(html);
    const { outcome, reason } = await pool.clean({ url: 'https://a.example/1', body });
    return { outcome, reason, left: body.length };
  };
  expect(await cleaned(PAGE)).toMatchObject({ outcome: 'passed', left: 0 });
  const huge = `<html><body>${'<div><p>x</p></div>'.repeat(120_000)}</body></html>`;
  expect(await cleaned(huge)).toMatchObject({ outcome: 'quarantined', reason: expect.stringMatching(/2280026 bytes/) });
  await pool.close();
});

test('a page over the time limit is quarantined with the limit in its reason', { timeout: 120_000 }, async () => {
  const pool = createCleanPool({ size: 1, timeoutMs: 600, heapMb: 256, startGraceMs: 0 });
  const long = `<html><body>${'<div><p>The ferries stop on Monday, and the crews wait for their pay.</p></div>'.repeat(48_000)}</body></html>`;
  // As the queue does: where the machine leaves no time for it the page comes again.
  const cleaned = async (): Promise<CleanResult> =>
    pool.clean({ url: 'https://a.example/slow', body: long }).catch((error) => {
      if (error instanceof PageOvertook) return cleaned();
      throw error;
    });
  expect(await cleaned()).toMatchObject({
    outcome: 'quarantined',
    reason: expect.stringContaining('more than 600 ms of CPU'),
  });
  await pool.close();
});

const LINE =
  'The council met on Monday and agreed on a budget for the coming year, and it will vote on it in spring, or later.';
const RIGHTS =
  '<p>All the rights of this page are reserved, and nobody may copy it without asking who wrote it first.</p>';
/** So short a text is doubted, and the reference is asked. */
const doubted = (rest: string): string =>
  `<html><body><h1>Budget</h1><article><p>${LINE}</p></article><footer>${RIGHTS.repeat(30)}</footer>${rest}</body></html>`;

test('a page whose reference takes too long keeps its light result, and the pool lives on', {
  timeout: 60_000,
}, async () => {
  const pool = createCleanPool({ size: 1, timeoutMs: 1000, heapMb: 256 });
  const url = 'https://a.example/short';
  const light = await pool.clean({ url, body: doubted('') });
  expect(light).toMatchObject({ outcome: 'too-short' });
  // Readability counts what is below each element anew for each: nested ones cost it the square.
  const nested = `${`<div>${'<b>x</b>'.repeat(40)}`.repeat(400)}<p>y</p>${'</div>'.repeat(400)}`;
  const slow = await pool.clean({ url, body: doubted(nested) });
  expect(slow).toMatchObject({ outcome: 'too-short', reason: light.reason });
  expect((await pool.clean({ url, body: PAGE })).outcome).toBe('passed');
  await pool.close();
});

test('a page that the machine leaves no time for is put off, not quarantined', { timeout: 60_000 }, async () => {
  const limitMs = 600;
  const child = fork(join(import.meta.dirname, 'one-long-page.child.ts'), [String(limitMs)]);
  const said = async () => (await once(child, 'message'))[0] as string;
  try {
    expect(await said()).toBe('ready');
    child.send('go');
    expect(await said()).toBe('begun');
    // What a machine does to a process that gets no turn: the clock goes on, the page does not.
    child.kill('SIGSTOP');
    await sleep(limitMs * 10 + 500);
    const outcome = said();
    child.kill('SIGCONT');
    expect(await outcome).toBe('PageOvertook');
  } finally {
    child.kill('SIGKILL');
  }
});
