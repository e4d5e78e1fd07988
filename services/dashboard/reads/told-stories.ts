import { newestIds } from '@wirewatch/shared/store/articles/list.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { type HitStory, hitStories } from '@wirewatch/shared/store/sources/hit-stories.ts';
import { and, inArray, isNotNull } from 'drizzle-orm';

/** Articles among which stories are looked for, the newest. */
const LOOKED_AT = 400;
/** Stories that are counted, and that are told of. */
const COUNTED = 24;
const MOST = 5;

/** The newest stories that several tell, the most told first. */
export async function toldStories(store: Store): Promise<HitStory[]> {
  const { syndication } = store.tables;
  const { ids } = await newestIds(store, { withText: true }, LOOKED_AT);
  const rows = await store.db
    .select({ id: syndication.articleId, story: syndication.storyId })
    .from(syndication)
    .where(and(inArray(syndication.articleId, ids), isNotNull(syndication.storyId)));
  const storyOf = new Map(rows.map(({ id, story }) => [id, story]));
  // One article of each, the newest first.
  const one = new Map(ids.flatMap((id) => (storyOf.has(id) ? [[storyOf.get(id)!, id] as const] : [])).reverse());
  const newest = [...one.values()].reverse().slice(0, COUNTED);
  const stories = [...(await hitStories(store, newest)).values()];
  return stories
    .filter(({ count: { texts, copies } }) => texts.max > 1 || copies > 1)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, MOST);
}

/** What an analyst looks at first has texts of several, and copies that would be taken for more. */
function weight({ count: { texts, copies } }: HitStory): number {
  return Math.min(texts.min, 6) * 2 + Math.min(copies, 12);
}
