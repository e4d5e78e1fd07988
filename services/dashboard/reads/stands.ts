import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { and, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OutletStand } from '../core/propose-kind.ts';

/** How every outlet stands to the others, by its id. Outlets of one house are one among the others. Reads every copy: ask for it rarely. */
export async function outletStands(store: Store): Promise<Map<string, OutletStand>> {
  const { syndication, articles, outlets } = store.tables;
  const originals = alias(articles, 'originals');
  const credited = sql`case when cast(${syndication.basis} as text) like '%"credit"%' then 1 else 0 end`;
  const [rows, counts] = await Promise.all([
    store.db
      .select({
        by: articles.outletId,
        from: originals.outletId,
        texts: sql<number>`count(*)`.mapWith(Number),
        credits: sql<number>`sum(${credited})`.mapWith(Number),
      })
      .from(syndication)
      .innerJoin(articles, eq(articles.id, syndication.articleId))
      .innerJoin(originals, eq(originals.id, syndication.originalId))
      .where(and(eq(syndication.relation, 'copy'), ne(articles.outletId, originals.outletId)))
      .groupBy(articles.outletId, originals.outletId),
    store.db
      .select({
        id: outlets.id,
        house: outlets.house,
        articles: sql<number>`count(${syndication.articleId})`.mapWith(Number),
        copies: sql<number>`count(case when ${syndication.relation} = 'copy' then 1 end)`.mapWith(Number),
      })
      .from(outlets)
      .leftJoin(articles, eq(articles.outletId, outlets.id))
      .leftJoin(syndication, eq(syndication.articleId, articles.id))
      .groupBy(outlets.id, outlets.house),
  ]);
  const houses = new Map(counts.map(({ id, house }) => [id, house ?? id]));
  const others = (of: string, found: string[]) =>
    new Set(found.map((id) => houses.get(id)).filter((house) => house !== houses.get(of))).size;
  return new Map(
    counts.map(({ id, articles: all, copies }) => {
      const taken = rows.filter((row) => row.from === id);
      const takes = rows.filter((row) => row.by === id);
      return [
        id,
        {
          articles: all,
          copies,
          copiedBy: others(
            id,
            taken.map(({ by }) => by),
          ),
          timesCopied: taken.reduce((sum, { texts }) => sum + texts, 0),
          copiesFrom: others(
            id,
            takes.map(({ from }) => from),
          ),
          creditedBy: others(
            id,
            taken.filter(({ credits }) => credits > 0).map(({ by }) => by),
          ),
        },
      ];
    }),
  );
}
