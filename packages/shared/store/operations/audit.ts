import { and, desc, eq, gte, lt } from 'drizzle-orm';
import { redactUrls } from '../../text/redact-url.ts';
import { holds } from '../database/holds.ts';
import { inOneTransaction } from '../database/one-transaction.ts';
import type { Db, Store } from '../database/store.ts';

export type AuditRow = Store['tables']['audit']['$inferSelect'];

/** A change that somebody made, as the audit list keeps it. Instants in epoch ms. */
export interface Change {
  at: number;
  /** `web:NAME`, or `cli:USER@HOST`. */
  who: string;
  /** Subject and deed, as `feed.pause`. */
  action: string;
  /** What was changed; addresses in it lose their secrets. */
  target: string;
  /** How many things changed. */
  count: number;
  detail?: unknown;
}

/** The one writer of audit entries, in the transaction of the change that it tells of. Returns the entry's number. */
export async function writeAudit(store: Store, tx: Db, change: Change): Promise<number> {
  const { audit } = store.tables;
  const detail = change.detail === undefined ? null : withoutSecrets(change.detail);
  const row = { ...change, target: redactUrls(change.target), detail };
  const [written] = await tx.insert(audit).values(row).returning({ id: audit.id });
  return written!.id;
}

function withoutSecrets(detail: unknown): unknown {
  if (typeof detail === 'string') return redactUrls(detail);
  if (Array.isArray(detail)) return detail.map(withoutSecrets);
  if (detail === null || typeof detail !== 'object') return detail;
  return Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, withoutSecrets(value)]));
}

/**
 * Makes a change and writes it down, both or neither: what `work` writes through the store that it is given is there with its entry.
 * @param work what it returns says what is written down; nothing is where it names no change
 */
export function audited<T extends { change: Change | null }>(
  store: Store,
  work: (store: Store) => Promise<T>,
): Promise<T & { entry: number | null }> {
  return inOneTransaction(store, async (both) => {
    const done = await work(both);
    return { ...done, entry: done.change === null ? null : await writeAudit(both, both.db, done.change) };
  });
}

/** Which changes. Words are looked for within what is told, in any case; instants in epoch ms, the end exclusive. */
export interface AuditFilter {
  who?: string | undefined;
  action?: string | undefined;
  target?: string | undefined;
  since?: number | null;
  until?: number | null;
}

/** Changes, newest first, from before a number on. */
export function listAudit(
  store: Store,
  options: AuditFilter & { before?: number | null; limit: number },
): Promise<AuditRow[]> {
  const { audit } = store.tables;
  const { who, action, target, since, until } = options;
  return store.db
    .select()
    .from(audit)
    .where(
      and(
        options.before == null ? undefined : lt(audit.id, options.before),
        who === undefined ? undefined : holds(audit.who, who),
        action === undefined ? undefined : holds(audit.action, action),
        target === undefined ? undefined : holds(audit.target, target),
        since == null ? undefined : gte(audit.at, since),
        until == null ? undefined : lt(audit.at, until),
      ),
    )
    .orderBy(desc(audit.id))
    .limit(options.limit);
}

/** One change, or null. */
export async function findAudit(store: Store, id: number): Promise<AuditRow | null> {
  const { audit } = store.tables;
  const [row] = await store.db.select().from(audit).where(eq(audit.id, id));
  return row ?? null;
}

/** The newest entry of what somebody did to one thing, or null. */
export async function newestAudit(
  store: Store,
  of: Pick<Change, 'who' | 'action' | 'target'>,
): Promise<AuditRow | null> {
  const { audit } = store.tables;
  const [row] = await store.db
    .select()
    .from(audit)
    .where(and(eq(audit.who, of.who), eq(audit.action, of.action), eq(audit.target, redactUrls(of.target))))
    .orderBy(desc(audit.id))
    .limit(1);
  return row ?? null;
}
