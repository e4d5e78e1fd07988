import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ScheduledAction } from '@wirewatch/shared/contracts/batch.ts';
import type { ServiceContext } from '@wirewatch/shared/service.ts';
import { readRecords } from '@wirewatch/shared/store/articles/records.ts';
import { rootMessage } from '@wirewatch/shared/store/database/outage.ts';
import { createBatch } from '@wirewatch/shared/store/journey/batches.ts';
import { currentVersion } from '@wirewatch/shared/store/journey/versions.ts';
import { noteScheduleResult, takeDueSchedules } from '@wirewatch/shared/store/operations/schedules.ts';
import type { Tick } from '../ticker.ts';
import { retentionTick } from './retention.ts';

/** Does what is scheduled when its time comes. */
export const schedulesTick: Tick = {
  name: 'schedules',
  everyMs: 1000,
  async run(context) {
    const { store, now, log } = context;
    for (const schedule of await takeDueSchedules(store, now())) {
      const at = now();
      try {
        const result = await act(context, schedule.action, schedule.id);
        log.info({ schedule: schedule.id, result }, 'schedule');
        await noteScheduleResult(store, schedule, result, { at });
      } catch (error) {
        const result = `failed: ${rootMessage(error)}`;
        log.warn({ schedule: schedule.id, result }, 'a schedule failed; it is tried again');
        await noteScheduleResult(store, schedule, result, null);
      }
    }
  },
};

async function act(context: ServiceContext, action: ScheduledAction, id: string): Promise<string> {
  const { store, now } = context;
  if (action.kind === 'retention') {
    await retentionTick.run(context);
    return 'cleared away what has had its time';
  }
  if (action.kind === 'export') return exportTo(context, action.folder);
  const { from, stale, outlets } = action;
  const staleVersion = stale ? await currentVersion(store, from) : null;
  if (stale && staleVersion === null) return `nothing to do: no ${from} worker has said its version yet`;
  const selection = { from, staleVersion, since: null, until: null, outlets };
  const batch = await createBatch(store, selection, { dryRun: false, who: `schedule:${id}`, now: now() });
  return `batch ${batch.id}: ${batch.total} articles`;
}

/** Writes every record to a new file; it appears whole. */
async function exportTo({ store, now }: ServiceContext, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `articles-${new Date(now()).toISOString().replaceAll(':', '')}.jsonl`);
  let count = 0;
  async function* lines() {
    for await (const record of readRecords(store, {})) {
      count += 1;
      yield `${JSON.stringify(record)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
  return `${count} records to ${path}`;
}
