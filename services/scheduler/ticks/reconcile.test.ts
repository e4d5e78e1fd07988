import { wishPause } from '@wirewatch/shared/store/operations/pauses.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openServiceContext } from '../../../tests/support/service-context.ts';
import { reconcileTick } from './reconcile.ts';

let opened: Awaited<ReturnType<typeof openServiceContext>>;
beforeAll(async () => {
  opened = await openServiceContext('scheduler', () => ({}));
});
afterAll(() => opened.close());

test('a paused queue stands still after Redis was emptied, and goes on once it is resumed', async () => {
  const { context } = opened;
  const { queues, store } = context;
  await wishPause(store, 'clean', true);
  await wishPause(store, 'clean', true);
  await queues.setPaused('clean', true);
  await queues.redis.flushall();
  expect(await queues.isPaused('clean')).toBe(false);
  await reconcileTick.run(context);
  expect(await queues.isPaused('clean')).toBe(true);
  expect(await queues.isPaused('dedup')).toBe(false);
  await wishPause(store, 'clean', false);
  await reconcileTick.run(context);
  expect(await queues.isPaused('clean')).toBe(false);
});
