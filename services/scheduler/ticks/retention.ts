import { clearForgotten, clearRaw, unnamed } from '@wirewatch/shared/store/blobs/retention.ts';
import { clearBefore, keepMonths } from '@wirewatch/shared/store/operations/clear-before.ts';
import { and, eq, lt } from 'drizzle-orm';
import type { Tick } from '../ticker.ts';

const DAY_MS = 86_400_000;
const KEPT_MS = [
  // A feed's polls are for looking at its recent health; a month shows a monthly rhythm.
  ['polls', 30 * DAY_MS],
  // Results that a better stage replaced: time to look and to take them back.
  ['previous_results', 30 * DAY_MS],
] as const;
/** Deliveries that arrived: time to look when the receiver asks. Dead ones stay until somebody decides. */
const DELIVERED_KEPT_MS = 30 * DAY_MS;
const WORKERS_KEPT_MS = 7 * DAY_MS;
/** A blob is written before the row that names it: only one that has been without a row for a day is an orphan. */
const ORPHAN_AFTER_MS = DAY_MS;

/** Makes the months that begin soon (Postgres), before anything is dated in them. */
export const monthsTick: Tick = {
  name: 'months',
  everyMs: 3_600_000,
  async run({ store, now, log }) {
    const { made, outside } = await keepMonths(store, now());
    if (made.length > 0) log.info({ made }, 'partitions of the months to come were made');
    if (Object.keys(outside).length > 0)
      log.warn({ outside }, 'rows are dated outside of all months: a clock was wrong, or they came from another store');
  },
};

/** Clears away what has had its time, raw bytes that no row names, and raw bytes past the limits of the configuration. */
export const retentionTick: Tick = {
  name: 'retention',
  everyMs: 3_600_000,
  async run({ store, blobs, config, now, log }) {
    const { workers, webhookDeliveries: sent } = store.tables;
    for (const [table, kept] of KEPT_MS) {
      const { rows, months } = await clearBefore(store, table, now() - kept, now());
      if (rows > 0 || months.length > 0)
        log.info({ table, rows, months }, 'rows that had their time were cleared away');
    }
    await store.write(async (tx) => {
      await tx.delete(sent).where(and(eq(sent.status, 'delivered'), lt(sent.endedAt, now() - DELIVERED_KEPT_MS)));
      await tx.delete(workers).where(lt(workers.seenAt, now() - WORKERS_KEPT_MS));
    });
    await clearForgotten(store, now() - 2 * DAY_MS);
    let orphans = 0;
    for await (const part of blobs.olderThan(now() - ORPHAN_AFTER_MS)) {
      for (const hash of await unnamed(store, part)) {
        await blobs.remove(hash);
        orphans += 1;
      }
    }
    if (orphans > 0) log.info({ orphans }, 'raw bytes that nothing names were cleared away');
    const limits = { days: config.WIREWATCH_RAW_KEEP_DAYS, maxBytes: config.WIREWATCH_RAW_MAX_GB * 1e9 };
    const cleared = await clearRaw(store, blobs, limits, now());
    if (cleared.removed > 0) log.info({ ...cleared, ...limits }, 'raw bytes past their limits were cleared away');
  },
};
