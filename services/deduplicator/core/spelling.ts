import { foldForMatching } from '@wirewatch/shared/text/letters.ts';
import { type Words, wordAt } from './words.ts';

/** The words of a text as they are written, folded: each is cut out when it is asked for, for few are. */
export class Spelling {
  readonly length: number;
  #text: string;
  #places: Uint32Array;
  #folded: (string | undefined)[] = [];

  constructor(text: string, { places, normal }: Words) {
    this.#text = normal ? text.normalize('NFKC') : text;
    this.#places = places;
    this.length = places.length;
  }

  /** The word at a place. */
  at(place: number): string {
    let word = this.#folded[place];
    if (word === undefined) {
      word = foldForMatching(wordAt(this.#text, this.#places[place]!));
      this.#folded[place] = word;
    }
    return word;
  }
}

const spellings = new WeakMap<Words, Spelling>();

/** The spelling of a text that was read. */
export function spellingOf(text: string, words: Words): Spelling {
  let own = spellings.get(words);
  if (!own) {
    own = new Spelling(text, words);
    spellings.set(words, own);
  }
  return own;
}
