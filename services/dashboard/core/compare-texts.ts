import { fold } from '@wirewatch/shared/text/tokens.ts';
import { matchingRuns, type Run } from './matching-runs.ts';

/** How a stretch fared from the first text to the second. `cut` stands in the first only, `added` in the second only. */
export type Fate = 'kept' | 'cut' | 'added' | 'changed';

export interface Stretch {
  fate: Fate;
  /** As it is written, with the blanks and marks after it. */
  text: string;
}

/** Two texts beside each other. */
export interface Comparison {
  before: Stretch[];
  after: Stretch[];
  /** Words of the first text, of the second, and those that both share in order. */
  words: { before: number; after: number; kept: number };
}

/** Beyond this many words a text is compared only so far: a page must not take seconds. */
const MAX_WORDS = 20_000;
/** A run of so few words between larger changes is chance ("of the"), not something that was kept. */
const CHANCE_WORDS = 2;

/** A longer stretch in place of another is no wording that was changed, but one taken out and one put in: about a sentence. */
const CHANGE_WORDS = 25;

/** Scripts written without spaces: each character counts as a word. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]]+/gv;

/** What was kept, cut, added and changed from one text to another, in reading order of each. */
export function compareTexts(before: string, after: string): Comparison {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const runs = withoutChance(
    matchingRuns(
      a.map((word) => word.folded),
      b.map((word) => word.folded),
    ),
    a.length,
    b.length,
  );
  const left = new Side(before, a);
  const right = new Side(after, b);
  let [aAt, bAt, kept] = [0, 0, 0];
  for (const run of [...runs, { a: a.length, b: b.length, length: 0 }]) {
    const both = run.a > aAt && run.b > bAt && Math.max(run.a - aAt, run.b - bAt) <= CHANGE_WORDS;
    left.push(both ? 'changed' : 'cut', aAt, run.a);
    right.push(both ? 'changed' : 'added', bAt, run.b);
    left.push('kept', run.a, run.a + run.length);
    right.push('kept', run.b, run.b + run.length);
    aAt = run.a + run.length;
    bAt = run.b + run.length;
    kept += run.length;
  }
  return { before: left.done(), after: right.done(), words: { before: a.length, after: b.length, kept } };
}

interface Word {
  folded: string;
  start: number;
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    if (words.length >= MAX_WORDS) break;
    words.push({ folded: fold(match[0]), start: match.index });
  }
  return words;
}

/** Takes runs out that are chance: few words, with more that differs on both of their sides. */
function withoutChance(runs: readonly Run[], aLength: number, bLength: number): Run[] {
  const gapAfter = (index: number) => {
    const run = runs[index];
    const next = runs[index + 1] ?? { a: aLength, b: bLength };
    const from = run ? { a: run.a + run.length, b: run.b + run.length } : { a: 0, b: 0 };
    return Math.max(next.a - from.a, next.b - from.b);
  };
  return runs.filter(
    (run, index) => run.length > CHANCE_WORDS || Math.min(gapAfter(index - 1), gapAfter(index)) <= run.length,
  );
}

/** Puts one text's stretches together; each reaches to the start of the next word. */
class Side {
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #stretches: Stretch[] = [];

  constructor(text: string, words: readonly Word[]) {
    this.#text = text;
    this.#words = words;
  }

  push(fate: Fate, from: number, to: number): void {
    if (to <= from) return;
    const start = from === 0 ? 0 : this.#words[from]!.start;
    const end = this.#words[to]?.start ?? this.#text.length;
    this.#stretches.push({ fate, text: this.#text.slice(start, end) });
  }

  done(): Stretch[] {
    return this.#stretches;
  }
}
