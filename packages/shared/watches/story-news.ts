import type { AlertKind } from '../contracts/watch.ts';

/** An article of a story that is on the watch. */
export interface Carrier {
  articleId: string;
  /** The outlet's house, else the outlet: papers of one house count once. */
  house: string;
}

/**
 * What an article tells a watch beyond what its story's other articles on the watch told already: a new story, a new outlet for a known
 * one, or nothing (null). Copies of one text are one story, so a wire text that ten outlets carry is one alert and not ten.
 */
export function storyNews(article: Carrier, others: readonly Carrier[]): Exclude<AlertKind, 'volume'> | null {
  const before = others.filter(({ articleId }) => articleId !== article.articleId);
  if (before.length === 0) return 'story';
  return before.some(({ house }) => house === article.house) ? null : 'outlet';
}
