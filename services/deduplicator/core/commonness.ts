import type { Vocabulary } from './vocabulary.ts';

/** How much a word says by its length alone, where hardly any text is known yet: the share of texts that have such a word. */
const SHARE_BY_LENGTH = [0.3, 0.3, 0.3, 0.3, 0.3, 0.15];
const SHARE_OF_LONG = 0.05;
/** So many texts the guess by length weighs as. */
const GUESSED_TEXTS = 10;

/** How common the words of a language are, learned from some of its texts. 50 texts tell nearly as much as 1,000. */
export class Commonness {
  readonly #texts: number;
  readonly #counts = new Map<string, number>();
  /** Rarities by how many texts have the word, for each length that is guessed by: a logarithm a word was a fifth of all that stories cost. */
  readonly #known: (number | undefined)[][] = Array.from({ length: SHARE_BY_LENGTH.length + 1 }, () => []);
  readonly #norms = new WeakMap<Vocabulary, number>();

  /** @param texts the distinct words of each */
  constructor(texts: readonly Iterable<string>[]) {
    this.#texts = texts.length;
    for (const words of texts) for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** How much it says that two texts share a word: the logarithm of how few have it. */
  rarity(word: string): number {
    const count = this.#counts.get(word) ?? 0;
    const known = this.#known[Math.min(word.length, SHARE_BY_LENGTH.length)]!;
    const rarity = known[count];
    if (rarity !== undefined) return rarity;
    const guessed = GUESSED_TEXTS * (SHARE_BY_LENGTH[word.length] ?? SHARE_OF_LONG);
    const found = Math.log(1 + (this.#texts + GUESSED_TEXTS) / (0.5 + guessed + count));
    known[count] = found;
    return found;
  }

  /** The square of a vocabulary's length, each word weighed by its rarity. */
  norm(words: Vocabulary): number {
    let square = this.#norms.get(words);
    if (square === undefined) {
      square = 0;
      for (const [word, weight] of words) square += (weight * this.rarity(word)) ** 2;
      this.#norms.set(words, square);
    }
    return square;
  }
}
