import { isDeepStrictEqual } from 'node:util';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Syndication } from '../../contracts/syndication.ts';
import { type Db, type Store, withoutNul } from '../database/store.ts';
import { houseOf } from './house.ts';

/**
 * Writes where articles stand among the copies. Rows that say the same are left alone; a result of another version that is replaced
 * is kept in previous_results.
 */
export async function saveSyndication(
  store: Store,
  tx: Db,
  rows: ReadonlyMap<string, Syndication>,
  version: string,
  now: number,
): Promise<void> {
  const { syndication, previousResults } = store.tables;
  const ids = [...rows.keys()];
  for (let at = 0; at < ids.length; at += 500) {
    const part = ids.slice(at, at + 500);
    const held = await tx.select().from(syndication).where(inArray(syndication.articleId, part));
    const before = new Map(held.map((row) => [row.articleId, row]));
    for (const id of part) {
      const { group, ...stand } = withoutNul(rows.get(id)!);
      const row = { groupId: group, ...stand, sourceId: stand.sourceId ?? null, version };
      const old = before.get(id);
      if (!old) {
        await tx.insert(syndication).values({ articleId: id, ...row, updatedAt: now });
        continue;
      }
      if (Object.entries(row).every(([name, value]) => isDeepStrictEqual(old[name as keyof typeof old], value)))
        continue;
      if (old.version !== version) {
        await tx
          .insert(previousResults)
          .values({ articleId: id, stage: 'dedup', version: old.version, result: old, replacedAt: now });
      }
      await tx
        .update(syndication)
        .set({ ...row, updatedAt: now })
        .where(eq(syndication.articleId, id));
    }
  }
}

/** Where an article stands, or null. */
export async function syndicationOf(store: Store, articleId: string): Promise<Syndication | null> {
  const { syndication } = store.tables;
  const [row] = await store.db.select().from(syndication).where(eq(syndication.articleId, articleId));
  return row ? standOf(row) : null;
}

/** A row as the record says it. */
export function standOf(row: Store['tables']['syndication']['$inferSelect']): Syndication {
  const { groupId, relation, originalId, original, coverage, originalCoverage, lagSeconds, basis, confidence, reason } =
    row;
  return {
    group: groupId,
    relation,
    originalId,
    original,
    ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
    coverage,
    originalCoverage,
    lagSeconds,
    basis,
    confidence,
    reason,
    ...(row.sourceId === null ? {} : { sourceId: row.sourceId }),
  };
}

/** "One event, four independent texts, nineteen copies." */
export interface StorySize {
  /** Independent texts: those of each house that wrote of it itself, once; copies and translations not counted. */
  texts: number;
  /** Houses that carry it; outlets of one house count once. */
  houses: number;
  copies: number;
}

/** How large a story is. */
export async function storySize(store: Store, story: string): Promise<StorySize> {
  const { syndication, articles, outlets } = store.tables;
  const house = houseOf(store);
  const own = sql`${syndication.relation} in ('original', 'unique', 'excerpt') or ${syndication.originalId} = ${syndication.articleId}`;
  const [row] = await store.db
    .select({
      texts: sql<number>`count(distinct case when ${own} then ${house} end)`.mapWith(Number),
      houses: sql<number>`count(distinct ${house})`.mapWith(Number),
      copies: sql<number>`count(case when ${syndication.relation} = 'copy' then 1 end)`.mapWith(Number),
    })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .innerJoin(outlets, eq(outlets.id, articles.outletId))
    .where(eq(syndication.storyId, story));
  return row!;
}
