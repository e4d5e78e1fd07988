import { rangeWords } from '../../sources/words.ts';
import type { Store } from '../database/store.ts';
import { countStory, findStory } from './story.ts';

/** Stories whose counts are held while records go by. */
const MOST_HELD = 5000;

/** Counts the independent texts of stories, each once: "3", or "3 to 5". Null stays null. */
export function storyTexts(store: Store): (story: string | null) => Promise<string | null> {
  const held = new Map<string, string | null>();
  return async (story) => {
    if (story === null) return null;
    const known = held.get(story);
    if (known !== undefined) return known;
    if (held.size >= MOST_HELD) held.clear();
    const found = await findStory(store, story);
    const words = found === null ? null : rangeWords((await countStory(store, found)).texts);
    held.set(story, words);
    return words;
  };
}
