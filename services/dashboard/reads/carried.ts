import type { ArticleRecord } from '@wirewatch/shared/contracts/record.ts';
import { type ArticleLine, articleLines } from '@wirewatch/shared/store/article-list.ts';
import { recordsOf } from '@wirewatch/shared/store/records.ts';
import { familiesOf } from '@wirewatch/shared/store/search/collapse.ts';
import type { Store } from '@wirewatch/shared/store/store.ts';

/** A story as an output feed has it: the article that was found, and all others that carried it. */
export interface Story {
  record: ArticleRecord;
  firstSeenAt: number;
  carriers: ArticleLine[];
}

/** The stories of these articles, in their order. */
export async function storiesOf(store: Store, found: readonly ArticleLine[]): Promise<Story[]> {
  const ids = found.map((line) => line.id);
  if (ids.length === 0) return [];
  const families = await familiesOf(store, ids, 'story');
  const others = [...families.values()].flatMap((members) => members.map((member) => member.articleId));
  const lines = new Map((await articleLines(store, [...new Set(others)])).map((line) => [line.id, line]));
  const seen = new Map(found.map((line) => [line.id, line.firstSeenAt]));
  return (await recordsOf(store, ids)).map((record) => ({
    record,
    firstSeenAt: seen.get(record.id)!,
    carriers: (families.get(record.id) ?? []).flatMap(({ articleId }) =>
      articleId === record.id ? [] : (lines.get(articleId) ?? []),
    ),
  }));
}
