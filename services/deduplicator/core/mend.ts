import { areWithin } from './alike.ts';

/** Words that are looked through: of a longer text the rest stays as it was read. */
const MOST_WORDS = 3000;
/** The words that a text repeats most, to which others are compared: in any language these are half of what is written. */
const MOST_REPEATED = 150;
/** A word of so few letters is many words' neighbour. */
const LEAST_LETTERS = 2;
/** One letter for each so many may be misread, and one at least. */
const LETTERS_AN_ERROR = 4;

/**
 * The words of a misread text, those that come once put right where they are nearly one that it repeats: most often that is the small
 * words of its language, whatever that is. By these more rows of whole words are found again.
 * @param wordAt the word at a place, as it is written
 */
export function mend(hashes: Uint32Array, length: number, wordAt: (place: number) => string): Uint32Array {
  const many = Math.min(length, MOST_WORDS);
  // As signed integers: an unsigned one as a key is an object of its own.
  const counts = new Map<number, number>();
  const places = new Map<number, number>();
  for (let i = 0; i < many; i += 1) {
    const hash = hashes[i]! | 0;
    const count = counts.get(hash) ?? 0;
    if (count === 0) places.set(hash, i);
    counts.set(hash, count + 1);
  }
  const repeated = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, MOST_REPEATED)
    .map(([hash]) => ({ hash, word: wordAt(places.get(hash)!).toLowerCase() }))
    .filter(({ word }) => word.length >= LEAST_LETTERS);
  const mended = hashes.slice(0, length);
  for (let i = 0; i < many; i += 1) {
    if (counts.get(hashes[i]! | 0) !== 1) continue;
    const word = wordAt(i).toLowerCase();
    if (word.length < LEAST_LETTERS) continue;
    const most = Math.max(1, Math.floor(word.length / LETTERS_AN_ERROR));
    for (let k = 0; k < repeated.length; k += 1) {
      if (!areWithin(word, repeated[k]!.word, most)) continue;
      mended[i] = repeated[k]!.hash;
      break;
    }
  }
  return mended;
}
