import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addSchedule, listSchedules, takeDueSchedules } from '@wirewatch/shared/store/operations/schedules.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedContext, openServiceContext } from '../../../tests/support/service-context.ts';
import { schedulesTick } from './schedules.ts';

const MINUTE = 60_000;
let opened: OpenedContext;
beforeAll(async () => {
  opened = await openServiceContext('scheduler', () => ({}));
});
afterAll(() => opened.close());

test('an export that failed, or whose scheduler died, is tried again soon; one that was done comes at its next time', async () => {
  const { store } = opened.context;
  let clock = Date.UTC(2026, 10, 20, 2, 59);
  const context = { ...opened.context, now: () => clock };
  const folder = join(opened.folder, 'exports');
  // Where the folder should be, a file is in the way.
  writeFileSync(folder, '');
  const said = {
    cron: '0 3 * * *',
    timezone: 'UTC',
    action: { kind: 'export' as const, format: 'jsonl' as const, folder },
    who: 'test',
  };
  await addSchedule(store, said, clock);
  const row = async () => (await listSchedules(store))[0]!;

  clock += 2 * MINUTE;
  await schedulesTick.run(context);
  expect(await row()).toMatchObject({ lastResult: expect.stringMatching(/^failed: /), nextAt: clock + 15 * MINUTE });

  // Taken, and then nothing more was heard of the scheduler.
  clock += 15 * MINUTE;
  expect(await takeDueSchedules(store, clock)).toHaveLength(1);
  rmSync(folder);
  mkdirSync(folder);
  clock += 15 * MINUTE;
  await schedulesTick.run(context);
  expect(await row()).toMatchObject({
    lastResult: expect.stringMatching(/^0 records to /),
    nextAt: Date.UTC(2026, 10, 21, 3),
  });
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^articles-.*\.jsonl$/)]);
});
