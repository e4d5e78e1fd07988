import type { TokenList } from './document.ts';

/** How often the words stand in this order, one right behind the other. */
export function countPhrase(list: TokenList, words: readonly string[]): number {
  // Starting from the rarest word costs least: "the prime minister" should not walk over every "the".
  let rarest = 0;
  for (let k = 1; k < words.length; k += 1) {
    if (list.positions(words[k]!).length < list.positions(words[rarest]!).length) rarest = k;
  }
  let count = 0;
  for (const at of list.positions(words[rarest]!)) {
    if (words.every((word, k) => list.tokens[at - rarest + k] === word)) count += 1;
  }
  return count;
}

/**
 * Whether all words (a word named twice: two of it) stand, in any order, with at most `slop` other words among them.
 * Walks a window over the positions of all the words: linear in their number.
 */
export function isNear(list: TokenList, words: readonly string[], slop: number): boolean {
  const wanted = new Map<string, number>();
  for (const word of words) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  const places: { at: number; word: string }[] = [];
  for (const [word, count] of wanted) {
    const positions = list.positions(word);
    if (positions.length < count) return false;
    for (const at of positions) places.push({ at, word });
  }
  places.sort((a, b) => a.at - b.at);
  const width = words.length + slop;
  const seen = new Map<string, number>();
  let missing = words.length;
  let left = 0;
  for (const { at, word } of places) {
    const have = seen.get(word) ?? 0;
    seen.set(word, have + 1);
    if (have < wanted.get(word)!) missing -= 1;
    while (at - places[left]!.at >= width) {
      const gone = places[left++]!.word;
      const left_ = seen.get(gone)! - 1;
      seen.set(gone, left_);
      if (left_ < wanted.get(gone)!) missing += 1;
    }
    if (missing === 0) return true;
  }
  return false;
}
