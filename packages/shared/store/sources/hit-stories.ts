import { countSources, type SourceCount } from '../../sources/count.ts';
import type { Store } from '../database/store.ts';
import { toldTogether } from '../search/collapse.ts';
import { readStandings } from './standings.ts';

/** The story that a hit stands for. */
export interface HitStory {
  /** For `/stories/ID`. */
  id: string;
  count: SourceCount;
}

/** Articles of one story that are counted in a list; its own page counts all. */
const MOST_EACH = 300;

/** The stories of some articles with their counts, by article; of those only that have a text. */
export async function hitStories(store: Store, ids: string[]): Promise<Map<string, HitStory>> {
  if (ids.length === 0) return new Map();
  const told = await toldTogether(store, ids, 'story');
  const members = new Map(
    [...told].map(([id, all]) => [id, all.slice(0, MOST_EACH).map(({ articleId }) => articleId)]),
  );
  const { asked, context } = await readStandings(store, [...new Set([...members.values()].flat())]);
  const byId = new Map(asked.map((standing) => [standing.id, standing]));
  const stories = new Map<string, HitStory>();
  for (const [id, all] of members) {
    const own = all.flatMap((each) => byId.get(each) ?? []);
    const [first] = own;
    if (first) stories.set(id, { id: first.story ?? first.group, count: countSources(own, context) });
  }
  return stories;
}
