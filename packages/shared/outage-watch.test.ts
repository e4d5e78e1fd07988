import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from './log.ts';
import { watchOutages } from './outage-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an outage is told in two lines, and one that lasts once more, with its reason by then', async () => {
  const log = createLogger('test', 'silent');
  const lines: string[] = [];
  log.warn = ((about: { error: string }, words: string) =>
    void lines.push(`${words}: ${about.error}`)) as typeof log.warn;
  log.info = ((_: object, words: string) => void lines.push(words)) as typeof log.info;
  const answers = [
    'no such folder',
    'no such folder',
    'it has lost its mark',
    'no such folder',
    'it has lost its mark',
    null,
  ];
  let resumed = 0;
  const outages = watchOutages({
    queue: 'fetch',
    pause: () => undefined,
    resume: () => {
      resumed += 1;
    },
    probe: async () => {
      const answer = answers.shift();
      if (answer) throw new Error(answer);
    },
    log,
    now: Date.now,
  });
  outages.met(new Error('no such folder'));
  outages.met(new Error('another job met it too'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(lines).toEqual([
    'cannot reach the store, the blobs or Redis; the stage waits for it: no such folder',
    'still away; the stage waits for it: it has lost its mark',
    'back: the stage goes on',
  ]);
  expect(resumed).toBe(1);
});
