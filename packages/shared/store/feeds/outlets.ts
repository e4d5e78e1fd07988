import { asc, count, eq, sql } from 'drizzle-orm';
import { preparedQuery } from '../database/prepared.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import type { NameSource, OutletKind } from '../tables/tables.ts';

export type OutletRow = Store['tables']['outlets']['$inferSelect'];

/** Who may name an outlet, strongest first. */
const RANK: readonly NameSource[] = ['user', 'page', 'feed', 'host'];

/** Makes an outlet of each host that is not known yet, named by its host until something better is read. */
export async function ensureOutlets(store: Store, tx: Db, hosts: string[], now: number): Promise<void> {
  const { outlets } = store.tables;
  const rows = [...new Set(hosts)].sort().map((host) => ({
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
  const [row] = await outletById(store, tx, { id });
  if (!row || row.name === clean || RANK.indexOf(row.nameFrom) <= RANK.indexOf(from)) return;
  await tx.update(outlets).set({ name: clean, nameFrom: from }).where(eq(outlets.id, id));
}

/** A feed's title without its section: "Harbour Post | World", "Harbour Post - RSS" are the Harbour Post. */
export function outletNameOfFeed(title: string): string {
  const [first = ''] = title.split(/\s+[|–—»:·-]+\s+|\s*[|»]\s*/);
  return first.replace(/(?:\s*\b(?:rss|atom|news feed|feed)\b)+\s*$/i, '').trim();
}

const outletById = preparedQuery('outlet-by-id', (db, { tables: { outlets } }) =>
  db
    .select()
    .from(outlets)
    .where(eq(outlets.id, sql.placeholder('id'))),
);

/** One outlet, or null. */
export async function outletOf(store: Store, id: string): Promise<OutletRow | null> {
  const [row] = await outletById(store, store.db, { id });
  return row ?? null;
}

/** Every outlet with the number of its articles and of those among them that are copies. */
export function listOutlets(store: Store) {
  const { outlets, articles, syndication } = store.tables;
  return store.db
    .select({
      id: outlets.id,
      host: outlets.host,
      name: outlets.name,
      nameFrom: outlets.nameFrom,
      kind: outlets.kind,
      house: outlets.house,
      aliases: outlets.aliases,
      articles: count(articles.id),
      originals: sql<number>`count(case when ${syndication.relation} = 'original' then 1 end)`.mapWith(Number),
      copies: sql<number>`count(case when ${syndication.relation} = 'copy' then 1 end)`.mapWith(Number),
    })
    .from(outlets)
    .leftJoin(articles, eq(articles.outletId, outlets.id))
    .leftJoin(syndication, eq(syndication.articleId, articles.id))
    .groupBy(outlets.id)
    .orderBy(asc(outlets.id));
}

/** The ids of the outlets that the user has put into a house. */
export async function outletsOfHouse(store: Store, house: string): Promise<string[]> {
  const { outlets } = store.tables;
  const rows = await store.db.select({ id: outlets.id }).from(outlets).where(eq(outlets.house, house));
  return rows.map(({ id }) => id);
}

/** Sets what the user knows of an outlet; what is undefined stays, an empty house makes it a house of its own. Returns whether there is such an outlet. */
export async function setOutlet(
  store: Store,
  id: string,
  facts: { name?: string; kind?: OutletKind; house?: string | null; aliases?: string[] },
): Promise<boolean> {
  const { outlets } = store.tables;
  const { name, house, ...rest } = withoutNul(facts);
  const given = { ...rest, ...(house === undefined ? {} : { house: house || null }) };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const set = { ...known, ...(name === undefined ? {} : { name, nameFrom: 'user' as const }) };
  const rows = await store.write((tx) =>
    tx.update(outlets).set(set).where(eq(outlets.id, id)).returning({ id: outlets.id }),
  );
  return rows.length > 0;
}
