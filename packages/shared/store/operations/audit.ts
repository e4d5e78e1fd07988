import { desc, eq, lt } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

export type AuditRow = Store['tables']['audit']['$inferSelect'];

/** Writes down a change that a person made; returns its number. */
export async function writeAudit(store: Store, change: Omit<AuditRow, 'id'>): Promise<number> {
  const { audit } = store.tables;
  const [row] = await store.write((tx) => tx.insert(audit).values(change).returning({ id: audit.id }));
  return row!.id;
}

/** Changes, newest first, from before a number on. */
export function listAudit(store: Store, options: { before?: number | null; limit: number }): Promise<AuditRow[]> {
  const { audit } = store.tables;
  return store.db
    .select()
    .from(audit)
    .where(options.before == null ? undefined : lt(audit.id, options.before))
    .orderBy(desc(audit.id))
    .limit(options.limit);
}

/** One change, or null. */
export async function findAudit(store: Store, id: number): Promise<AuditRow | null> {
  const { audit } = store.tables;
  const [row] = await store.db.select().from(audit).where(eq(audit.id, id));
  return row ?? null;
}

/** The newest change that somebody made, or null. */
export async function newestAuditOf(store: Store, who: string): Promise<AuditRow | null> {
  const { audit } = store.tables;
  const [row] = await store.db.select().from(audit).where(eq(audit.who, who)).orderBy(desc(audit.id)).limit(1);
  return row ?? null;
}
