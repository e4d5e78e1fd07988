import { fillGrams } from './word-runs.ts';
import type { Words } from './words.ts';

const mendedWords = new WeakMap<Words, Words>();

/** The words of a misread text as far as they can be put right; others as they are. */
export function mendedOf(words: Words): Words {
  const { mended } = words.reading;
  if (!mended) return words;
  let own = mendedWords.get(words);
  if (!own) {
    own = { ...words, hashes: mended, grams: new Uint32Array(words.grams.length) };
    fillGrams(mended, own.grams);
    mendedWords.set(words, own);
  }
  return own;
}
