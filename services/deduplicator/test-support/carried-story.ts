import type { DedupArticle } from '../core/article.ts';
import { article, story } from './press.ts';

/** How a wire text is carried: by how many outlets, inside how long an own article, how much of it. */
export interface Carriage {
  carriers: number;
  /** Sentences of the wire; about 20 words each. */
  sentences: number;
  /** Share of its sentences that a carrier takes; each takes its own. */
  share: number;
  /** Minutes between one carrier and the next. */
  apart: number;
}

/** A wire text and the own articles, as long as it, in which outlets carry it: before, after or round their own sentences. */
export function carriedStory(random: () => number, name: string, { carriers, sentences, share, apart }: Carriage) {
  const wire = story(random, sentences);
  const articles: DedupArticle[] = [article(`${name}-wire`, `${name}-wire.example`, wire, 0)];
  for (let i = 0; i < carriers; i += 1) {
    const own = story(random, sentences);
    const taken = share === 1 ? wire : wire.filter(() => random() < share);
    const at = Math.floor(random() * own.length);
    const body = [...own.slice(0, at), ...taken, ...own.slice(at)];
    articles.push(article(`${name}-${i}`, `${name}-o${i}.example`, body, 40 + i * apart));
  }
  return articles;
}
