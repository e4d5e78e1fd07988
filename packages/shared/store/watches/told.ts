import { alertWords } from '../../sources/alert-words.ts';
import type { Store } from '../database/store.ts';
import { hitStories } from '../sources/hit-stories.ts';
import type { Alert } from './alerts.ts';

/** What an alert's article is among its story's, in words that may be empty, and that story. */
export interface Told {
  words: string;
  story: string | null;
}

/** What the articles of alerts are among their stories', as it is known now, by the alert's number. */
export async function toldOf(store: Store, alerts: readonly Alert[]): Promise<Map<number, Told>> {
  const ids = [...new Set(alerts.flatMap(({ article }) => article?.id ?? []))];
  const stories = await hitStories(store, ids);
  return new Map(
    alerts.map(({ id, article }) => {
      const story = article === null ? undefined : stories.get(article.id);
      const told = story === undefined ? null : { words: alertWords(article!.id, story.count), story: story.id };
      return [id, told ?? { words: '', story: null }];
    }),
  );
}
