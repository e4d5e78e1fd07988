import { eq, inArray, or } from 'drizzle-orm';
import { countSources, type SourceCount } from '../../sources/count.ts';
import type { Store } from '../database/store.ts';
import { readStandings } from './standings.ts';

/** Articles of one story that are read: a story this large is a fault of its own. */
const MOST = 2000;

/** A story, or a group of copies that is in none. */
export interface StoryFound {
  /** The story's id, else the group's. */
  id: string;
  /** Every article of it, also those that only quote it. */
  ids: string[];
  /** Whether there are more than were read. */
  cut: boolean;
}

/** The story with this id, or the one that a group or an article with this id is in; null where there is none. */
export async function findStory(store: Store, id: string): Promise<StoryFound | null> {
  const { syndication } = store.tables;
  const [row] = await store.db
    .select({ story: syndication.storyId, group: syndication.groupId })
    .from(syndication)
    .where(or(eq(syndication.storyId, id), eq(syndication.groupId, id), eq(syndication.articleId, id)))
    .limit(1);
  if (!row) return null;
  const whole = row.story === null ? eq(syndication.groupId, row.group) : eq(syndication.storyId, row.story);
  const members = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(whole)
    .limit(MOST + 1);
  const own = members.slice(0, MOST).map((member) => member.id);
  const quoting = await store.db
    .select({ id: syndication.articleId })
    .from(syndication)
    .where(inArray(syndication.originalId, own))
    .limit(MOST);
  const ids = [...new Set([...own, ...quoting.map((each) => each.id)])];
  return { id: row.story ?? row.group, ids, cut: members.length > MOST };
}

/** How many sources a story is, and who is among them. */
export async function countStory(store: Store, { ids }: StoryFound): Promise<SourceCount> {
  const { asked, context } = await readStandings(store, ids);
  return countSources(asked, context);
}
