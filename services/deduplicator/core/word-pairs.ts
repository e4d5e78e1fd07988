/** A power of two; three words of memory each, so that the table stays in the processor's own cache. */
const PAIRS = 1 << 14;

/**
 * What was found of two words, by their hashes: the same words meet again and again, for the copies of one text differ in the same
 * places, and to spell two words and go through their letters takes a hundred times as long. A newer pair takes the place of an older.
 */
export class WordPairs {
  #ours = new Uint32Array(PAIRS);
  #theirs = new Uint32Array(PAIRS);
  /** 0: nothing is known here, 1: no, 2: yes. */
  #found = new Uint8Array(PAIRS);

  /** What is known of two words; null where nothing is. */
  get(ours: number, theirs: number): boolean | null {
    const at = slotOf(ours, theirs);
    if (this.#ours[at] !== ours || this.#theirs[at] !== theirs || this.#found[at] === 0) return null;
    return this.#found[at] === 2;
  }

  /** Keeps what was found, and gives it back. */
  set(ours: number, theirs: number, found: boolean): boolean {
    const at = slotOf(ours, theirs);
    this.#ours[at] = ours;
    this.#theirs[at] = theirs;
    this.#found[at] = found ? 2 : 1;
    return found;
  }
}

function slotOf(ours: number, theirs: number): number {
  return (ours ^ Math.imul(theirs, 0x9e3779b1) ^ (theirs >>> 15)) & (PAIRS - 1);
}
