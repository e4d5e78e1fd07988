import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db, Store } from '../database/store.ts';

/** The house of an outlet in a query that joins `outlets`: what the operator said, else the outlet itself. Outlets of one house count once. */
export function houseOf(store: Pick<Store, 'tables'>): SQL<string> {
  const { outlets } = store.tables;
  return sql<string>`coalesce(${outlets.house}, ${outlets.id})`;
}

/** The house of one outlet; of one that is not in the store its id. */
export async function houseOfOutlet(store: Store, tx: Db, outletId: string): Promise<string> {
  const { outlets } = store.tables;
  const [row] = await tx
    .select({ house: houseOf(store) })
    .from(outlets)
    .where(eq(outlets.id, outletId));
  return row?.house ?? outletId;
}

/** How many houses carry the text of each of these groups. */
export async function housesOf(store: Store, groups: readonly string[]): Promise<Map<string, number>> {
  const { syndication, articles, outlets } = store.tables;
  if (groups.length === 0) return new Map();
  const rows = await store.db
    .select({ group: syndication.groupId, houses: sql<number>`count(distinct ${houseOf(store)})`.mapWith(Number) })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(inArray(syndication.groupId, [...groups]))
    .groupBy(syndication.groupId);
  return new Map(rows.map(({ group, houses }) => [group, houses]));
}
