import { and, asc, count, desc, eq, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { DeliveryStatus } from '../../contracts/watch.ts';
import type { Store } from '../database/store.ts';
import { writeAudit } from '../operations/audit.ts';

type DeliveryRow = Store['tables']['webhookDeliveries']['$inferSelect'];

/** A delivery that is due, with where it goes now: an address that was mended meanwhile counts. */
export interface DueDelivery {
  delivery: DeliveryRow;
  url: string | null;
  secretEnv: string | null;
}

/** Deliveries whose time has come, oldest first. */
export function dueDeliveries(store: Store, now: number, limit: number): Promise<DueDelivery[]> {
  const { webhookDeliveries, watches } = store.tables;
  return store.db
    .select({ delivery: webhookDeliveries, url: watches.webhookUrl, secretEnv: watches.webhookSecretEnv })
    .from(webhookDeliveries)
    .innerJoin(watches, eq(watches.id, webhookDeliveries.watchId))
    .where(and(eq(webhookDeliveries.status, 'waiting'), lte(webhookDeliveries.nextAt, now)))
    .orderBy(asc(webhookDeliveries.id))
    .limit(limit);
}

/** What came of a try. */
export interface Tried {
  /** The answer's status; null where there was none. */
  status: number | null;
  /** Null: it was taken. */
  error: string | null;
  /** Epoch ms of the next try; null: none. */
  nextAt: number | null;
}

/**
 * Writes what came of a try. After a failure the watch's other deliveries wait as long: they go to the same place, and in order.
 */
export async function noteTry(store: Store, { id, watchId }: DeliveryRow, tried: Tried, now: number): Promise<void> {
  const { webhookDeliveries: table } = store.tables;
  const status: DeliveryStatus = tried.error === null ? 'delivered' : tried.nextAt === null ? 'dead' : 'waiting';
  await store.write(async (tx) => {
    await tx
      .update(table)
      .set({
        status,
        attempts: sql`${table.attempts} + 1`,
        nextAt: tried.nextAt ?? now,
        lastStatus: tried.status,
        lastError: tried.error,
        endedAt: status === 'waiting' ? null : now,
      })
      .where(eq(table.id, id));
    if (tried.error === null || tried.nextAt === null) return;
    await tx
      .update(table)
      .set({ nextAt: tried.nextAt })
      .where(and(eq(table.watchId, watchId), eq(table.status, 'waiting'), lte(table.nextAt, tried.nextAt)));
  });
}

/** Which deliveries: those named, those of a watch, those of a status. */
export interface DeliveryFilter {
  ids?: number[];
  watchId?: string;
  status?: DeliveryStatus;
}

function chosen(store: Store, { ids, watchId, status }: DeliveryFilter): SQL | undefined {
  const { webhookDeliveries: table } = store.tables;
  return and(
    ids ? inArray(table.id, ids) : undefined,
    watchId === undefined ? undefined : eq(table.watchId, watchId),
    status === undefined ? undefined : eq(table.status, status),
  );
}

/** Deliveries newest first, with the alert that they carry. */
export function listDeliveries(store: Store, filter: DeliveryFilter, limit: number) {
  const { webhookDeliveries, alerts, watches } = store.tables;
  return store.db
    .select({
      delivery: webhookDeliveries,
      watch: watches.name,
      url: watches.webhookUrl,
      kind: alerts.kind,
      articleId: alerts.articleId,
    })
    .from(webhookDeliveries)
    .innerJoin(watches, eq(watches.id, webhookDeliveries.watchId))
    .innerJoin(alerts, eq(alerts.id, webhookDeliveries.alertId))
    .where(chosen(store, filter))
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit);
}

/** Sends dead deliveries again with all their tries, and writes who did it. Returns how many. */
export async function retryDeliveries(
  store: Store,
  filter: Omit<DeliveryFilter, 'status'>,
  who: string,
  now: number,
): Promise<number> {
  const { webhookDeliveries: table } = store.tables;
  const dead = chosen(store, { ...filter, status: 'dead' });
  return store.write(async (tx) => {
    const [found] = await tx.select({ n: count() }).from(table).where(dead);
    await tx.update(table).set({ status: 'waiting', attempts: 0, nextAt: now, endedAt: null }).where(dead);
    const n = found?.n ?? 0;
    await writeAudit(store, tx, { at: now, who, action: 'webhooks.retry', target: JSON.stringify(filter), count: n });
    return n;
  });
}
