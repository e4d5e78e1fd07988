import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { compareTexts, type Stretch } from './compare-texts.ts';

/** How a text was amended: the words that went and those that came, and stretches by which a copy of either state is known. */
export interface Amended {
  was: string[];
  is: string[];
  /** Stretches of words that stand in a former state alone. */
  former: string[];
  /** Stretches of words that stand in the newest state alone. */
  newest: string[];
}

/** Which state of an amended text a copy carries; `unclear` where it has none of the places that were changed, or as much of both. */
export type Carries = 'former' | 'newest' | 'unclear';

/** Words of what was kept that stand on either side of a change: "640" alone is found anywhere, "that 640 sailors had" is not. */
const AROUND = 3;
/** A longer stretch is looked for in parts of so many words, for a copy may have edited it elsewhere. */
const PART = 8;

/**
 * What changed from the former states of a text to its newest.
 * @param states oldest first, the newest last; at least two
 */
export function amendedFrom(states: readonly string[]): Amended {
  const newestText = states.at(-1)!;
  const former = new Set<string>();
  const newest = new Set<string>();
  const [was, is] = [new Set<string>(), new Set<string>()];
  const newestWords = padded(newestText);
  for (const state of states.slice(0, -1)) {
    const { before, after } = compareTexts(state, newestText);
    for (const stretch of before) if (stretch.fate !== 'kept') was.add(stretch.text.trim());
    for (const stretch of after) if (stretch.fate !== 'kept') is.add(stretch.text.trim());
    for (const part of partsOf(before)) if (!newestWords.includes(` ${part} `)) former.add(part);
    const words = padded(state);
    for (const part of partsOf(after)) if (!words.includes(` ${part} `)) newest.add(part);
  }
  // What came in one state and stands in the newest too is no sign of the newest alone.
  for (const state of states.slice(0, -1)) {
    const words = padded(state);
    for (const part of newest) if (words.includes(` ${part} `)) newest.delete(part);
  }
  return { was: [...was], is: [...is], former: [...former], newest: [...newest] };
}

/** Which state of a text a copy has, by the changed places that it holds. */
export function carriedBy(copy: string, { former, newest }: Amended): Carries {
  const words = padded(copy);
  const share = (parts: readonly string[]) =>
    parts.length === 0 ? 0 : parts.filter((part) => words.includes(` ${part} `)).length / parts.length;
  const [old, young] = [share(former), share(newest)];
  if (old === young) return 'unclear';
  return old > young ? 'former' : 'newest';
}

function padded(text: string): string {
  return ` ${tokenize(text).join(' ')} `;
}

/** The changed stretches of one side with the words around them, as runs of folded words. */
function partsOf(stretches: readonly Stretch[]): string[] {
  const words = stretches.map(({ text }) => tokenize(text));
  return stretches.flatMap(({ fate }, at) => {
    if (fate === 'kept' || words[at]!.length === 0) return [];
    const before = stretches[at - 1]?.fate === 'kept' ? words[at - 1]!.slice(-AROUND) : [];
    const after = stretches[at + 1]?.fate === 'kept' ? words[at + 1]!.slice(0, AROUND) : [];
    const run = [...before, ...words[at]!, ...after];
    if (run.length <= PART + 2 * AROUND) return [run.join(' ')];
    const parts: string[] = [];
    for (let from = 0; from + PART <= run.length; from += PART) parts.push(run.slice(from, from + PART).join(' '));
    return parts;
  });
}
