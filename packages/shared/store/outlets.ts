import { eq } from 'drizzle-orm';
import { type Db, type Store, withoutNul } from './store.ts';
import type { NameSource } from './tables.ts';

export type OutletRow = Store['tables']['outlets']['$inferSelect'];

/** Who may name an outlet, strongest first. */
const RANK: readonly NameSource[] = ['user', 'page', 'feed', 'host'];

/** Makes an outlet of each host that is not known yet, named by its host until something better is read. */
export async function ensureOutlets(store: Store, tx: Db, hosts: string[], now: number): Promise<void> {
  const { outlets } = store.tables;
  const rows = [...new Set(hosts)].map((host) => ({
    id: host,
    host,
    name: host,
    nameFrom: 'host' as const,
    aliases: [],
    createdAt: now,
  }));
  if (rows.length > 0) await tx.insert(outlets).values(rows).onConflictDoNothing();
}

/** Names an outlet, unless an equal or stronger source has named it already (the first page decides: names must not flap). */
export async function nameOutlet(store: Store, tx: Db, id: string, name: string, from: NameSource): Promise<void> {
  const { outlets } = store.tables;
  const clean = withoutNul(name).replace(/\s+/g, ' ').trim();
  if (clean === '') return;
  const [row] = await tx.select().from(outlets).where(eq(outlets.id, id));
  if (!row || row.name === clean || RANK.indexOf(row.nameFrom) <= RANK.indexOf(from)) return;
  await tx.update(outlets).set({ name: clean, nameFrom: from }).where(eq(outlets.id, id));
}

/** A feed's title without its section: "Harbour Post | World", "Harbour Post - RSS" are the Harbour Post. */
export function outletNameOfFeed(title: string): string {
  const [first = ''] = title.split(/\s+[|–—»:·-]+\s+|\s*[|»]\s*/);
  return first.replace(/\s*\b(?:rss|atom|feed|news feed)\b\s*$/i, '').trim();
}
