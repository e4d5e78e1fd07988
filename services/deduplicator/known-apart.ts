/** Pairs that are kept, 16 bytes each; which of two that fall on one place is kept is the later. A power of two. */
const PLACES = 1 << 16;

/**
 * Pairs of states of articles that were compared and have nothing in common. Nothing changes it, for another state has another number; but
 * where texts of one frame come in not as they came out, each is looked at again and again among the same others.
 */
export class KnownApart {
  readonly #pairs = new Float64Array(PLACES * 2);

  add(a: number, b: number): void {
    const at = placeOf(a, b);
    this.#pairs[at] = Math.min(a, b);
    this.#pairs[at + 1] = Math.max(a, b);
  }

  has(a: number, b: number): boolean {
    const at = placeOf(a, b);
    return a !== b && this.#pairs[at] === Math.min(a, b) && this.#pairs[at + 1] === Math.max(a, b);
  }
}

function placeOf(a: number, b: number): number {
  const hash = Math.imul(Math.min(a, b), 0x9e3779b1) ^ Math.imul(Math.max(a, b), 0x85ebca6b);
  return ((hash ^ (hash >>> 15)) & (PLACES - 1)) * 2;
}
