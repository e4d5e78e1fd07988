import type { ArticleText } from './core/article.ts';
import { readWords, type Words } from './core/words.ts';

/**
 * Words of recently compared texts that are kept, 13 bytes each beside the texts themselves: some 16,000 articles, 200 MB. Counted in words,
 * for as many of the longest texts would be twenty times as much. A stream taken in whole comes back to all of it.
 */
const MOST_WORDS = 8_000_000;
/**
 * What a process keeps that runs for weeks: some 400 articles, 5 MB, which are there after some hours. Of the texts asked for again in the
 * order of a real day 85 of 100 are among so many, of a day made of copies 56 (of 300,000 words 94 and 62); another is read anew in .07 ms.
 */
export const FEW_WORDS = 200_000;

/** The words of texts that were compared lately. */
export class KnownWords {
  readonly #most: number;
  readonly #held = new Map<string, { text: string; words: Words }>();
  #count = 0;

  /** @param most words that are kept */
  constructor(most = MOST_WORDS) {
    this.#most = most;
  }

  of(article: ArticleText): Words {
    const held = this.#held.get(article.id);
    if (held && held.text === article.text) return held.words;
    const words = readWords(article.text);
    this.keep(article, words);
    return words;
  }

  keep(article: ArticleText, words: Words): void {
    this.#forget(article.id);
    this.#held.set(article.id, { text: article.text, words });
    this.#count += words.hashes.length;
    while (this.#count > this.#most) this.#forget(this.#held.keys().next().value!);
  }

  #forget(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#count -= held.words.hashes.length;
    this.#held.delete(id);
  }
}
