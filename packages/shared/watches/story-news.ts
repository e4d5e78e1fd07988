import type { AlertKind } from '../contracts/watch.ts';

/** What an article can tell a watch. */
export type StoryNews = Exclude<AlertKind, 'volume'>;

/** An article of a story that is on the watch. */
export interface Carrier {
  articleId: string;
  /** The outlet's house, else the outlet: papers of one house count once. */
  house: string;
  /** The group of copies that it is in. */
  group: string;
  /** Whether the text is its own, as far as is known: neither copied nor quoted from another page. */
  own: boolean;
}

/**
 * What an article tells a watch beyond what its story's other articles on the watch told already: a new story, a new outlet for a known
 * one, or nothing (null). Copies of one text are one story, so a wire text that ten outlets carry is one alert and not ten.
 * @param textsOnly an outlet that takes up a known text is no news, a further independent text is
 */
export function storyNews(article: Carrier, others: readonly Carrier[], textsOnly = false): StoryNews | null {
  const before = others.filter(({ articleId }) => articleId !== article.articleId);
  if (before.length === 0) return 'story';
  if (textsOnly) {
    // What one house writes of a story counts once, however many texts that is (docs/sources.md).
    const known = before.some(({ group, own, house }) => group === article.group || (own && house === article.house));
    return article.own && !known ? 'text' : null;
  }
  return before.some(({ house }) => house === article.house) ? null : 'outlet';
}
