import { count, desc, eq, gt, inArray, max } from 'drizzle-orm';
import type { Store } from '../database/store.ts';

/** Groups that are settled anew for one change; what is older is with the next reprocessing. */
const MOST = 2000;

/** The names of the groups in which an outlet stands beside others, the latest first, at most 2,000: what its house decides there. */
export async function groupsOfOutlet(store: Store, outletId: string): Promise<string[]> {
  const { syndication, articles } = store.tables;
  const its = store.db
    .select({ group: syndication.groupId })
    .from(syndication)
    .innerJoin(articles, eq(articles.id, syndication.articleId))
    .where(eq(articles.outletId, outletId));
  const rows = await store.db
    .select({ group: syndication.groupId })
    .from(syndication)
    .where(inArray(syndication.groupId, its))
    .groupBy(syndication.groupId)
    .having(gt(count(), 1))
    .orderBy(desc(max(syndication.updatedAt)), desc(syndication.groupId))
    .limit(MOST);
  return rows.map(({ group }) => group);
}
