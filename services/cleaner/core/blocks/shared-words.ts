import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { withoutTags } from '../dom/tags-out.ts';
import { spaced } from './text-size.ts';

const GRAM = 4;
/** Four word numbers below this make one number that a double holds exactly. */
const MOST_WORDS = 8191;

/** The runs of four tokens of a text. */
export interface Grams {
  /** Each word's number, from 1; words past the bound share the last one. */
  words: ReadonlyMap<string, number>;
  runs: ReadonlySet<number>;
}

/** The runs of four tokens of a text; null for one of fewer than `least` tokens, which proves nothing. */
export function grams(text: string | null, least: number): Grams | null {
  if (!text) return null;
  const tokens = tokenize(spaced(withoutTags(text)));
  if (tokens.length < least) return null;
  const words = new Map<string, number>();
  const runs = new Set<number>();
  let run = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as string;
    let number = words.get(token);
    if (number === undefined) {
      number = Math.min(MOST_WORDS, words.size + 1);
      words.set(token, number);
    }
    run = next(run, number);
    if (i >= GRAM - 1) runs.add(run);
  }
  return { words, runs };
}

/** The run that ends one word later. */
function next(run: number, word: number): number {
  return (run % (MOST_WORDS + 1) ** (GRAM - 1)) * (MOST_WORDS + 1) + word;
}

/** Share of a block's runs of four tokens that a text has too; -0.5 for a block that has none. */
export function gramShare(tokens: readonly string[], { words, runs }: Grams): number {
  if (tokens.length < GRAM) return -0.5;
  let hits = 0;
  let run = 0;
  let known = 0;
  for (const token of tokens) {
    const number = words.get(token);
    if (number === undefined) {
      known = 0;
      continue;
    }
    run = next(run, number);
    known += 1;
    if (known >= GRAM && runs.has(run)) hits += 1;
  }
  return hits / (tokens.length - GRAM + 1);
}

/** Share of a block's tokens that are in the set. */
export function share(tokens: readonly string[], set: ReadonlySet<string>): number {
  if (tokens.length === 0 || set.size === 0) return 0;
  let hits = 0;
  for (const token of tokens) if (set.has(token)) hits += 1;
  return hits / tokens.length;
}
