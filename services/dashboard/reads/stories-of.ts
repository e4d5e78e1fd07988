import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { alertWords } from '@wirewatch/shared/sources/alert-words.ts';
import { type ArticleLine, articleLines } from '@wirewatch/shared/store/articles/list.ts';
import { recordsOf } from '@wirewatch/shared/store/articles/records.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { toldTogether } from '@wirewatch/shared/store/search/collapse.ts';
import { type HitStory, hitStories } from '@wirewatch/shared/store/sources/hit-stories.ts';

/** A story as an output feed has it: the article that was found, and all others that carried it. */
export interface Story {
  record: ArticleRecord;
  firstSeenAt: number;
  carriers: ArticleLine[];
  /** What the article is among its story's: "copy of X, 98 %"; empty where nothing is known. */
  words: string;
}

/** The stories of these articles, in their order. */
export async function storiesOf(store: Store, found: readonly ArticleLine[]): Promise<Story[]> {
  const ids = found.map((line) => line.id);
  if (ids.length === 0) return [];
  const [records, { told, lines }, counted] = await Promise.all([
    recordsOf(store, ids, NOBODY),
    carriersOf(store, ids),
    hitStories(store, ids),
  ]);
  const seen = new Map(found.map((line) => [line.id, line.firstSeenAt]));
  return records.map((record) => ({
    record,
    firstSeenAt: seen.get(record.id)!,
    words: wordsOf(record.id, counted.get(record.id)),
    carriers: (told.get(record.id) ?? []).flatMap(({ articleId }) =>
      articleId === record.id ? [] : (lines.get(articleId) ?? []),
    ),
  }));
}

/** A feed is read by whoever has its address: no reader's marks stand in it. */
const NOBODY = '';

function wordsOf(id: string, story: HitStory | undefined): string {
  return story === undefined ? '' : alertWords(id, story.count);
}

/** All who share a story with each of these articles. */
async function carriersOf(store: Store, ids: string[]) {
  const told = await toldTogether(store, ids, 'story');
  const members = [...told.values()].flatMap((family) => family.map(({ articleId }) => articleId));
  const lines = await articleLines(store, [...new Set(members)]);
  return { told, lines: new Map(lines.map((line) => [line.id, line])) };
}
