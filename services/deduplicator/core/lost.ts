import { MAX_WORDS } from './words.ts';

/** The words of one side of the gap at hand that the other has not. An array that is emptied gives its memory away: these keep it. */
export class Lost {
  readonly places = new Uint16Array(MAX_WORDS);
  readonly kinds = new Uint8Array(MAX_WORDS);
  length = 0;

  add(place: number, kind: number): void {
    this.places[this.length] = place;
    this.kinds[this.length] = kind;
    this.length += 1;
  }

  remove(at: number): void {
    this.places.copyWithin(at, at + 1, this.length);
    this.kinds.copyWithin(at, at + 1, this.length);
    this.length -= 1;
  }

  countOf(kind: number): number {
    let count = 0;
    for (let k = 0; k < this.length; k += 1) if (this.kinds[k] === kind) count += 1;
    return count;
  }
}
