import { afterAll, expect, test } from 'vitest';
import { type Expression, foreignExpressions } from './foreign-expressions.ts';
import { openThread, sweepOne } from './regex-sweep.ts';

/** The bench of the same name goes to 80 KB, and to pieces of every kind. */
const SWEEP = {
  sizes: [4000, 8000, 16_000],
  screenMs: 4,
  restMs: Number.POSITIVE_INFINITY,
  mostGrowth: 3,
  leastMs: 0.5,
  mostBoundedMs: 20,
  endMs: 20_000,
};

const thread = openThread();
afterAll(() => thread.close());

test('the cost of every expression that sees foreign bytes grows with their length', { timeout: 300_000 }, async () => {
  const all = await foreignExpressions();
  expect(all.length).toBeGreaterThan(300);
  const faults = [];
  for (const one of all) {
    const { fault, ...swept } = await sweepOne(one, SWEEP, thread);
    if (fault) faults.push(swept);
  }
  expect(faults).toEqual([]);
});

test('an expression whose cost grows faster is found, and one that sees short pieces alone is measured at their length', async () => {
  const of = (source: string, sees = Number.POSITIVE_INFINITY): Expression => ({
    at: 'here',
    source,
    flags: 'u',
    sees,
  });
  expect(await sweepOne(of(String.raw`\s+$`), SWEEP, thread)).toMatchObject({ fault: true });
  const rare = 'forty letters that stand at its beginning';
  expect(await sweepOne(of(`${rare}[^]*?no end`), { ...SWEEP, restMs: 0 }, thread)).toMatchObject({ fault: true });
  expect(await sweepOne(of(String.raw`(?<!\s)\s+$`), SWEEP, thread)).toMatchObject({ fault: false });
  expect(await sweepOne(of(String.raw`\s+$`, 100), SWEEP, thread)).toMatchObject({ fault: false });
  const endless = { ...SWEEP, endMs: 1000 };
  expect(await sweepOne(of(String.raw`^(?:\s*\s*)*x`, 30), endless, thread)).toMatchObject({ fault: true });
});
