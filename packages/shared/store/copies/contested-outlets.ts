import { and, count, desc, eq, gte, isNotNull, min, sql } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

/** An outlet of which others say that it was not the first. */
export interface ContestedOutlet {
  outlet: string;
  /** Its articles whose standing is contested. */
  articles: number;
  /** Epoch ms of the first of them. */
  since: number;
}

/** One contest is a matter for its story; several of one outlet are a wrong clock, or somebody who takes. */
const SEVERAL = 3;
const MOST = 20;

/** Outlets of which several articles seen since an instant (epoch ms) are contested, the most contested first. Reads every standing: ask for it rarely. */
export async function contestedOutlets(store: Store, since: number): Promise<ContestedOutlet[]> {
  const { articles, syndication } = store.tables;
  const rows = await store.db
    .select({ outlet: articles.outletId, articles: count(), since: min(articles.firstSeenAt) })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .where(
      and(
        isNotNull(syndication.contestedBy),
        sql`cast(${syndication.contestedBy} as text) <> '[]'`,
        gte(articles.firstSeenAt, since),
      ),
    )
    .groupBy(articles.outletId)
    .having(sql`count(*) >= ${SEVERAL}`)
    .orderBy(desc(count()), articles.outletId)
    .limit(MOST);
  return rows.map((row) => ({ ...row, since: Number(row.since) }));
}
