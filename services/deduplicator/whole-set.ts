import { type DedupArticle, instantOf } from './core/article.ts';
import { isBefore } from './core/instant.ts';
import type { Engine } from './engine.ts';

/**
 * Takes in a set of articles that is known as a whole, and settles it once: in the order in which they came out, so that the result is a
 * function of the set. Where more texts share a key than are looked at, it matters which of them came first.
 * @param onFailure is told of an article that could not be taken in; without it the failure is thrown
 * @returns the ids of those that were taken in
 */
export async function takeInWhole(
  engine: Engine,
  articles: readonly DedupArticle[],
  onFailure?: (id: string, error: unknown) => void,
): Promise<string[]> {
  const inOrder = articles.map((article) => ({ id: article.id, instant: instantOf(article), article }));
  inOrder.sort((a, b) => (isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : 0));
  const ids: string[] = [];
  for (const { id, article } of inOrder) {
    try {
      await engine.publish(article);
      ids.push(id);
    } catch (error) {
      if (!onFailure) throw error;
      onFailure(id, error);
    }
  }
  if (ids.length > 0) {
    await engine.weigh(ids);
    await engine.settle(ids);
  }
  return ids;
}
