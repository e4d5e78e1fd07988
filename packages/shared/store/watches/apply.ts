import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { readWatch } from '../../watches/read-watch.ts';
import { locked, type Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';
import { addMatches, countedAt } from './matches.ts';
import { createScan, type Scanned } from './scan.ts';
import { type WatchRow, WatchTrouble } from './watches.ts';

/** A watch being matched against the past, and how far that is. */
export type ApplicationRow = Store['tables']['watchApplications']['$inferSelect'];

/**
 * Asks that a watch be matched against the past. The scheduler does it, or whoever calls {@link moveApplication}; what one process began
 * another goes on with. The past raises no alert, but a later copy of what it found is known. An application of the same watch and
 * reach that still runs is given back instead of a second one.
 * @param since epoch ms of first sight; null: all
 * @throws WatchTrouble where the watch cannot be read
 */
export async function requestApplication(
  store: Store,
  row: WatchRow,
  { since, who, now }: { since: number | null; who: string; now: number },
): Promise<ApplicationRow> {
  const read = readWatch(row);
  if (!read.ok) throw new WatchTrouble('unreadable', read.problem.message);
  const { watches, watchApplications } = store.tables;
  return store.write(async (tx) => {
    // The watch's row keeps two that ask at once apart.
    await locked(store, tx.select().from(watches).where(eq(watches.id, row.id)));
    const [held] = await tx
      .select()
      .from(watchApplications)
      .where(
        and(
          eq(watchApplications.watchId, row.id),
          eq(watchApplications.status, 'running'),
          since === null ? isNull(watchApplications.since) : eq(watchApplications.since, since),
        ),
      );
    if (held) return held;
    const application: ApplicationRow = {
      id: `a${now.toString(36)}${randomBytes(3).toString('hex')}`,
      watchId: row.id,
      since,
      status: 'running',
      below: null,
      looked: 0,
      matched: 0,
      problem: null,
      who,
      createdAt: now,
      finishedAt: null,
    };
    await tx.insert(watchApplications).values(application);
    const detail = { name: row.name, since, application: application.id };
    await writeAudit(store, tx, { at: now, who, action: 'watch.apply', target: row.id, count: 1, detail });
    return application;
  });
}

/**
 * Moves an application on by pages of 100 articles that can match, each written in a transaction of its own with the place it has come
 * to, so that live work waits some milliseconds and a crash costs one page.
 * @param goOn asked after each page whether there is time for one more
 * @throws WatchTrouble where there is no such application
 */
export async function moveApplication(
  store: Store,
  id: string,
  now: () => number,
  goOn: (row: ApplicationRow) => boolean,
): Promise<ApplicationRow> {
  const { watches } = store.tables;
  let row = await findApplication(store, id);
  if (row.status !== 'running') return row;
  const [watch] = await store.db.select().from(watches).where(eq(watches.id, row.watchId));
  const read = watch && readWatch(watch);
  if (!read?.ok) return end(store, row, read ? read.problem.message : 'the watch was removed', now());
  const page = await createScan(store, read.watch, { since: row.since, now: now() });
  do {
    const { scanned, next } = await page(row.below);
    row = await writePage(store, row, scanned, next, now());
  } while (row.status === 'running' && goOn(row));
  return row;
}

/** Writes what a page found and how far it came; where another process was faster, or it was cancelled, only reads how it stands. */
async function writePage(
  store: Store,
  row: ApplicationRow,
  scanned: readonly Scanned[],
  next: number | null,
  now: number,
): Promise<ApplicationRow> {
  const { watchApplications } = store.tables;
  const matches = scanned.flatMap(({ article: { id, firstSeenAt, publishedMs }, hit }) =>
    hit ? [{ article: { id, at: countedAt(firstSeenAt, publishedMs) }, hit }] : [],
  );
  return store.write(async (tx) => {
    const one = eq(watchApplications.id, row.id);
    const [held] = await locked(store, tx.select().from(watchApplications).where(one));
    if (!held) throw new WatchTrouble('absent', `there is no application "${row.id}"`);
    if (held.status !== 'running' || held.below !== row.below) return held;
    await addMatches(store, tx, matches);
    const moved = {
      looked: held.looked + scanned.length,
      matched: held.matched + matches.length,
      ...(next === null ? { status: 'done' as const, finishedAt: now } : { below: next }),
    };
    await tx.update(watchApplications).set(moved).where(one);
    return { ...held, ...moved };
  });
}

async function end(store: Store, row: ApplicationRow, problem: string, now: number): Promise<ApplicationRow> {
  const { watchApplications } = store.tables;
  const ended = { status: 'failed' as const, problem, finishedAt: now };
  await store.write((tx) =>
    tx
      .update(watchApplications)
      .set(ended)
      .where(and(eq(watchApplications.id, row.id), eq(watchApplications.status, 'running'))),
  );
  return findApplication(store, row.id);
}

/** Ends an application that runs; what it found stays. @throws WatchTrouble where there is none that runs */
export async function cancelApplication(store: Store, id: string, who: string, now: number): Promise<void> {
  const { watchApplications } = store.tables;
  await store.write(async (tx) => {
    const one = eq(watchApplications.id, id);
    const [held] = await locked(store, tx.select().from(watchApplications).where(one));
    if (held?.status !== 'running') throw new WatchTrouble('state', `application "${id}" does not run`);
    await tx.update(watchApplications).set({ status: 'cancelled', finishedAt: now }).where(one);
    const detail = { application: id, matched: held.matched };
    await writeAudit(store, tx, { at: now, who, action: 'watch.apply-cancel', target: held.watchId, count: 1, detail });
  });
}

/** Applications that are to be moved on, oldest first. */
export function runningApplications(store: Store): Promise<ApplicationRow[]> {
  const { watchApplications } = store.tables;
  return store.db
    .select()
    .from(watchApplications)
    .where(eq(watchApplications.status, 'running'))
    .orderBy(asc(watchApplications.createdAt));
}

/** The applications of a watch, newest first. */
export function applicationsOf(store: Store, watchId: string, limit = 10): Promise<ApplicationRow[]> {
  const { watchApplications } = store.tables;
  return store.db
    .select()
    .from(watchApplications)
    .where(eq(watchApplications.watchId, watchId))
    .orderBy(desc(watchApplications.createdAt))
    .limit(limit);
}

async function findApplication(store: Store, id: string): Promise<ApplicationRow> {
  const { watchApplications } = store.tables;
  const [row] = await store.db.select().from(watchApplications).where(eq(watchApplications.id, id));
  if (!row) throw new WatchTrouble('absent', `there is no application "${id}"`);
  return row;
}
