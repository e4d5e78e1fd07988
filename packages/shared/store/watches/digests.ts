import { and, asc, desc, eq, gte, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm';
import type { MailTo } from '../../contracts/watch.ts';
import type { Store } from '../database/store.ts';
import type { WatchRow } from './watches.ts';

export type DigestRow = Store['tables']['digests']['$inferSelect'];

/** A letter that may be due: of which watch, and of which day (`YYYY-MM-DD`, UTC). */
export interface DigestDay {
  watch: WatchRow & { mail: MailTo };
  day: string;
}

/** While somebody sends a letter nobody else does; who was killed over it is succeeded after this. */
const SENDING_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** The letters that may be due: those of yesterday where the hour has come, and those that failed and are to be tried again. */
export async function dueDigests(store: Store, now: number): Promise<DigestDay[]> {
  const { watches, digests } = store.tables;
  const rows = await store.db.select().from(watches).where(isNotNull(watches.mail)).orderBy(asc(watches.id));
  const mailing = rows.flatMap((watch) => (watch.mail === null ? [] : [{ ...watch, mail: watch.mail }]));
  if (mailing.length === 0) return [];
  const yesterday = dayOf(now - DAY_MS);
  const open = await store.db
    .select({ watchId: digests.watchId, day: digests.day })
    .from(digests)
    .where(and(inArray(digests.status, ['failed', 'sending']), lte(digests.nextAt, now)));
  const hour = new Date(now).getUTCHours();
  const told = await store.db.select({ watchId: digests.watchId }).from(digests).where(eq(digests.day, yesterday));
  const begun = new Set(told.map(({ watchId }) => watchId));
  return mailing.flatMap((watch) => [
    ...(hour >= watch.mail.hour && !begun.has(watch.id) ? [{ watch, day: yesterday }] : []),
    ...open.filter(({ watchId }) => watchId === watch.id).map(({ day }) => ({ watch, day })),
  ]);
}

/** A day in UTC, as digests name it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Takes a letter on; null where it was sent, is being sent by another, or is not to be tried yet. */
export async function claimDigest(
  store: Store,
  { watch, day }: { watch: { id: string }; day: string },
  now: number,
): Promise<DigestRow | null> {
  const { digests } = store.tables;
  const claim = { status: 'sending' as const, nextAt: now + SENDING_MS };
  return store.write(async (tx) => {
    const [made] = await tx
      .insert(digests)
      .values({ watchId: watch.id, day, ...claim, attempts: 1, alerts: 0 })
      .onConflictDoNothing()
      .returning();
    if (made) return made;
    const [taken] = await tx
      .update(digests)
      .set({ ...claim, attempts: sql`${digests.attempts} + 1` })
      .where(
        and(
          eq(digests.watchId, watch.id),
          eq(digests.day, day),
          inArray(digests.status, ['failed', 'sending']),
          lte(digests.nextAt, now),
        ),
      )
      .returning();
    return taken ?? null;
  });
}

/** Writes what became of a letter that was claimed. */
export async function noteDigest(
  store: Store,
  { watchId, day }: Pick<DigestRow, 'watchId' | 'day'>,
  became: Pick<DigestRow, 'status' | 'alerts' | 'lastError' | 'nextAt' | 'endedAt'>,
): Promise<void> {
  const { digests } = store.tables;
  await store.write((tx) =>
    tx
      .update(digests)
      .set(became)
      .where(and(eq(digests.watchId, watchId), eq(digests.day, day))),
  );
}

/** The letters of a watch, the newest first. */
export function digestsOf(store: Store, watchId: string, limit: number): Promise<DigestRow[]> {
  const { digests } = store.tables;
  return store.db.select().from(digests).where(eq(digests.watchId, watchId)).orderBy(desc(digests.day)).limit(limit);
}

/** The numbers of the alerts that a watch told on a day, in order. */
export async function alertsOnDay(store: Store, watchId: string, day: string, limit: number): Promise<number[]> {
  const { alerts } = store.tables;
  const from = Date.parse(`${day}T00:00:00Z`);
  const rows = await store.db
    .select({ id: alerts.id })
    .from(alerts)
    .where(and(eq(alerts.watchId, watchId), gte(alerts.at, from), lt(alerts.at, from + DAY_MS)))
    .orderBy(asc(alerts.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
