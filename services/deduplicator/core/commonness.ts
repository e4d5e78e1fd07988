/** How much a word says by its length alone, where hardly any text is known yet: the share of texts that have such a word. */
const SHARE_BY_LENGTH = [0.3, 0.3, 0.3, 0.3, 0.3, 0.15];
const SHARE_OF_LONG = 0.05;
/** So many texts the guess by length weighs as. */
const GUESSED_TEXTS = 10;

/** How common the words of a language are, learned from some of its texts. 50 texts tell nearly as much as 1,000. */
export class Commonness {
  readonly #texts: number;
  readonly #counts = new Map<string, number>();

  /** @param texts the distinct words of each */
  constructor(texts: readonly Iterable<string>[]) {
    this.#texts = texts.length;
    for (const words of texts) for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** How much it says that two texts share a word: the logarithm of how few have it. */
  rarity(word: string): number {
    const guessed = GUESSED_TEXTS * (SHARE_BY_LENGTH[word.length] ?? SHARE_OF_LONG);
    return Math.log(1 + (this.#texts + GUESSED_TEXTS) / (0.5 + guessed + (this.#counts.get(word) ?? 0)));
  }
}
