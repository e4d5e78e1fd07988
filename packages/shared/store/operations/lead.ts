import { eq } from 'drizzle-orm';
import { databaseNow } from '../database/clock.ts';
import { locked, type Store } from '../database/store.ts';

const KEY = 'scheduler.lead';
/** A scheduler that has not said for this long that its Redis is another has gone, or was set right. */
const OTHER_TRUSTED_MS = 60_000;

/** Who ticks, as the database has it. */
export interface Lead {
  worker: string;
  /** By the database's clock, epoch ms. */
  until: number;
  /** The Redis that it works with, by the mark that lies in it; null where that was away. */
  redis: string | null;
  /** A scheduler that stands by with another Redis: the leader's jobs do not reach the workers there. */
  other: { worker: string; at: number } | null;
}

/**
 * Takes or renews the one place of the scheduler that ticks. It is held where the work is, in the database: two installations with a
 * Redis each would both be leaders there, and tell everything twice.
 * @returns who has it now: the asker, or another whose time has not run out
 */
export function takeLead(store: Store, asker: { worker: string; redis: string | null }, ms: number): Promise<Lead> {
  const { meta } = store.tables;
  return store.write(async (tx) => {
    await tx.insert(meta).values({ key: KEY, value: '' }).onConflictDoNothing();
    const [row] = await locked(store, tx.select().from(meta).where(eq(meta.key, KEY)));
    const now = await databaseNow(store, tx);
    const held = parse(row?.value);
    const stays = held !== null && held.worker !== asker.worker && held.until > now;
    const other = held?.other && held.other.at > now - OTHER_TRUSTED_MS ? held.other : null;
    const differs = stays && held.redis !== null && asker.redis !== null && held.redis !== asker.redis;
    const lead: Lead = stays
      ? { ...held, other: differs ? { worker: asker.worker, at: now } : other }
      : { ...asker, until: now + ms, other };
    if (!stays || differs) {
      await tx
        .update(meta)
        .set({ value: JSON.stringify(lead) })
        .where(eq(meta.key, KEY));
    }
    return lead;
  });
}

/** Gives the place up, where it is held: another need not wait for the end of the lease. */
export async function leaveLead(store: Store, worker: string): Promise<void> {
  const { meta } = store.tables;
  await store.write(async (tx) => {
    const [row] = await locked(store, tx.select().from(meta).where(eq(meta.key, KEY)));
    if (parse(row?.value)?.worker === worker) await tx.update(meta).set({ value: '' }).where(eq(meta.key, KEY));
  });
}

/** Who has the place, or had it last; null where nobody has. What it says of another Redis is of the last minute. */
export async function readLead(store: Store): Promise<Lead | null> {
  const { meta } = store.tables;
  const [row] = await store.db.select().from(meta).where(eq(meta.key, KEY));
  const lead = parse(row?.value);
  if (!lead?.other) return lead;
  const isNew = lead.other.at > (await databaseNow(store)) - OTHER_TRUSTED_MS;
  return { ...lead, other: isNew ? lead.other : null };
}

function parse(value: string | undefined): Lead | null {
  return value ? (JSON.parse(value) as Lead) : null;
}
