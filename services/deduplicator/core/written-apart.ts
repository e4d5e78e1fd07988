import type { Lost } from './lost.ts';
import type { Spelling } from './spelling.ts';
import { CASELESS } from './tally.ts';

/** A word falls into so many parts at most: a prefix, a stem and an ending. */
const MOST_PARTS = 3;

/**
 * Takes out of what two sides of a gap lost the words that one wrote in one and the other in parts (a half-space of Persian that became
 * a space, Korean auxiliaries), letter for letter the same: nothing was exchanged there. In scripts without capitals only: "4 percent"
 * beside "3.9 per cent" is told by its unit.
 * @param kept how many words of the gap both sides have, by kind: what is taken out is counted there
 */
export function writtenApart(ours: Lost, our: Spelling, theirs: Lost, their: Spelling, kept: Int32Array): void {
  if (ours.length === 0 || theirs.length === 0 || ours.length + theirs.length === 2) return;
  for (let k = ours.length - 1; k >= 0; k -= 1) {
    let word = '';
    for (let parts = 1; parts <= MOST_PARTS && isRow(ours, k, parts); parts += 1) {
      word += our.at(ours.places[k + parts - 1]!);
      const at = startOf(theirs, their, word, parts);
      if (at === null) continue;
      kept[Math.max(ours.kinds[k]!, theirs.kinds[at.from]!)]! += 1;
      for (let n = 0; n < parts; n += 1) ours.remove(k);
      for (let n = 0; n < at.parts; n += 1) theirs.remove(at.from);
      break;
    }
  }
}

/** Where a word stands in one of two otherwise cut: where both have it in as many parts, it was not. */
function startOf(lost: Lost, spelling: Spelling, word: string, others: number): { from: number; parts: number } | null {
  for (let from = 0; from < lost.length; from += 1) {
    let rest = word;
    for (let parts = 1; parts <= MOST_PARTS && isRow(lost, from, parts); parts += 1) {
      const part = spelling.at(lost.places[from + parts - 1]!);
      if (!rest.startsWith(part)) break;
      rest = rest.slice(part.length);
      if (rest === '' && parts + others > 2) return { from, parts };
    }
  }
  return null;
}

/** Whether so many lost words stand next to one another in the text, all of a script without capitals. */
function isRow({ places, kinds, length }: Lost, from: number, parts: number): boolean {
  const last = from + parts - 1;
  return last < length && kinds[last] === CASELESS && places[last]! - places[from]! === parts - 1;
}
