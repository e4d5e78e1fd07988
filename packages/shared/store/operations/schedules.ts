import { randomBytes } from 'node:crypto';
import { Cron } from 'croner';
import { asc, eq, lte } from 'drizzle-orm';
import type { ScheduledAction } from '../../contracts/batch.ts';
import type { Store } from '../database/store.ts';
import { writeAudit } from './audit.ts';

export type ScheduleRow = Store['tables']['schedules']['$inferSelect'];

/** A cron line or time zone that cannot be read: says which part, and what is expected. */
export class ScheduleProblem extends Error {
  override name = 'ScheduleProblem';
}

/**
 * The next time of a cron line after an instant.
 * @param cron five fields: minute hour day-of-month month day-of-week
 * @param timezone an IANA name, as Europe/Berlin
 * @returns epoch ms
 * @throws ScheduleProblem
 */
export function nextTime(cron: string, timezone: string, after: number): number {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
  } catch {
    throw new ScheduleProblem(`"${timezone}" is no time zone: expected an IANA name such as Europe/Berlin or UTC`);
  }
  let next: Date | null;
  try {
    if (cron.trim().split(/\s+/).length !== 5) throw new Error('expected five fields');
    next = new Cron(cron, { timezone, paused: true }).nextRun(new Date(after));
  } catch (error) {
    throw new ScheduleProblem(
      `"${cron}" is no cron line (${badField(cron) ?? (error as Error).message}): expected "minute hour day-of-month month day-of-week", as "30 3 * * 1"`,
    );
  }
  if (!next) throw new ScheduleProblem(`"${cron}" never comes`);
  return next.getTime();
}

const FIELDS = ['minute', 'hour', 'day-of-month', 'month', 'day-of-week'];

/** Which field of a cron line cannot be read, in words; null where it is none of them alone. */
function badField(cron: string): string | null {
  const said = cron.trim().split(/\s+/);
  if (said.length !== FIELDS.length) return `${said.length} fields instead of five`;
  const place = said.findIndex((field, index) => {
    try {
      new Cron(FIELDS.map((_, at) => (at === index ? field : '*')).join(' '), { paused: true });
      return false;
    } catch {
      return true;
    }
  });
  return place < 0 ? null : `field ${place + 1}, the ${FIELDS[place]}, cannot be "${said[place]}"`;
}

/** Keeps a schedule. @throws ScheduleProblem */
export async function addSchedule(
  store: Store,
  schedule: { cron: string; timezone: string; action: ScheduledAction; who: string },
  now: number,
): Promise<ScheduleRow> {
  const { schedules } = store.tables;
  const row: ScheduleRow = {
    id: `s${randomBytes(4).toString('hex')}`,
    ...schedule,
    nextAt: nextTime(schedule.cron, schedule.timezone, now),
    lastAt: null,
    lastResult: null,
    createdAt: now,
  };
  await store.write(async (tx) => {
    await tx.insert(schedules).values(row);
    await writeAudit(store, tx, {
      at: now,
      who: schedule.who,
      action: 'schedule.add',
      target: row.id,
      count: 1,
      detail: row,
    });
  });
  return row;
}

/** Every schedule, the next to come first. */
export function listSchedules(store: Store): Promise<ScheduleRow[]> {
  const { schedules } = store.tables;
  return store.db.select().from(schedules).orderBy(asc(schedules.nextAt));
}

/** Removes a schedule. Returns whether there was one. */
export async function removeSchedule(store: Store, id: string, who: string, now: number): Promise<boolean> {
  const { schedules } = store.tables;
  return store.write(async (tx) => {
    const gone = await tx.delete(schedules).where(eq(schedules.id, id)).returning({ id: schedules.id });
    if (gone.length > 0) await writeAudit(store, tx, { at: now, who, action: 'schedule.remove', target: id, count: 1 });
    return gone.length > 0;
  });
}

/** What failed, or was cut off by a death, is tried again after this, and at its own next time at the latest. */
const AGAIN_MS = 15 * 60_000;

/**
 * Takes the schedules whose time has come: one that was missed while we were down is done once, not once for each time that passed.
 * Until it is noted as done, it comes again soon.
 */
export async function takeDueSchedules(store: Store, now: number): Promise<ScheduleRow[]> {
  const { schedules } = store.tables;
  const [due] = await store.db.select({ id: schedules.id }).from(schedules).where(lte(schedules.nextAt, now)).limit(1);
  if (!due) return [];
  return store.write(async (tx) => {
    const rows = await tx.select().from(schedules).where(lte(schedules.nextAt, now));
    for (const row of rows) {
      const nextAt = Math.min(nextTime(row.cron, row.timezone, now), now + AGAIN_MS);
      await tx.update(schedules).set({ nextAt, lastAt: now }).where(eq(schedules.id, row.id));
    }
    return rows;
  });
}

/** Writes what came of a schedule's last time; one that was done comes at its next time. */
export async function noteScheduleResult(
  store: Store,
  { id, cron, timezone }: Pick<ScheduleRow, 'id' | 'cron' | 'timezone'>,
  lastResult: string,
  done: { at: number } | null,
): Promise<void> {
  const { schedules } = store.tables;
  const next = done === null ? {} : { nextAt: nextTime(cron, timezone, done.at) };
  await store.write(async (tx) => {
    await tx
      .update(schedules)
      .set({ lastResult, ...next })
      .where(eq(schedules.id, id));
  });
}
