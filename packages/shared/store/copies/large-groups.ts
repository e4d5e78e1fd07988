import { count, desc, sql } from 'drizzle-orm';
import { LARGE_GROUP } from '../../contracts/syndication.ts';
import type { Store } from '../database/store.ts';

/** A group that is too large to be one text that outlets carry, unless it is an agency's of a great day. */
export interface LargeGroup {
  group: string;
  articles: number;
}

/** Groups that shown as a warning are enough to find the page that causes them. */
const MOST = 20;

/** Groups of {@link LARGE_GROUP} articles and more, the largest first. Reads the whole index of groups: ask for it rarely. */
export function largeGroups(store: Store): Promise<LargeGroup[]> {
  const { syndication } = store.tables;
  return store.db
    .select({ group: syndication.groupId, articles: count() })
    .from(syndication)
    .groupBy(syndication.groupId)
    .having(sql`count(*) >= ${LARGE_GROUP}`)
    .orderBy(desc(count()), syndication.groupId)
    .limit(MOST)
    .then((rows) => rows);
}
