/**
 * What was found for a text, most lately asked first: pages of one site repeat their names, styles and menus. Two generations, so
 * that a table which is full forgets what was not asked for since, and not everything at once.
 */
export class Remembered<Value> {
  #recent = new Map<string, Value>();
  #earlier = new Map<string, Value>();
  readonly #most: number;

  /** @param most texts of a generation */
  constructor(most: number) {
    this.#most = most;
  }

  /** @returns undefined where it is not known (any more) */
  get(text: string): Value | undefined {
    const known = this.#recent.get(text);
    if (known !== undefined) return known;
    const before = this.#earlier.get(text);
    if (before !== undefined) this.set(text, before);
    return before;
  }

  set(text: string, value: Value): void {
    if (this.#recent.size >= this.#most) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
    }
    // A copy: a piece of the page's source would hold the whole source in memory.
    this.#recent.set(` ${text}`.slice(1), value);
  }
}
