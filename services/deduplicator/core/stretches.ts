import type { Interval } from './intervals.ts';

/** Beyond so many that are out of order the engine's own sort is quicker than moving them one by one. */
const FEW = 64;

/**
 * A list of stretches of word positions in one array that is filled again and again: lists of pairs, made for every link that
 * is judged, would be half of all the memory that the stage asks for.
 */
export class Stretches {
  /** Start and end, start and end. */
  values = new Int32Array(256);
  /** Integers in use. */
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(start: number, end: number): void {
    if (this.length === this.values.length) {
      const values = new Int32Array(this.length * 2);
      values.set(this.values);
      this.values = values;
    }
    this.values[this.length] = start;
    this.values[this.length + 1] = end;
    this.length += 2;
  }

  addAll(intervals: readonly Interval[]): void {
    for (let i = 0; i < intervals.length; i += 1) this.add(intervals[i]![0], intervals[i]![1]);
  }

  /** Makes them disjoint and puts them in order. */
  settle(): void {
    this.#sort();
    const { values, length } = this;
    let end = 0;
    for (let i = 0; i < length; i += 2) {
      if (end > 0 && values[i]! <= values[end - 1]!) {
        if (values[i + 1]! > values[end - 1]!) values[end - 1] = values[i + 1]!;
      } else if (values[i + 1]! > values[i]!) {
        values[end] = values[i]!;
        values[end + 1] = values[i + 1]!;
        end += 2;
      }
    }
    this.length = end;
  }

  /** How many positions lie in them, once settled. */
  size(): number {
    let size = 0;
    for (let i = 0; i < this.length; i += 2) size += this.values[i + 1]! - this.values[i]!;
    return size;
  }

  /** How many of the positions of a stretch lie in them, once settled. */
  within(start: number, end: number): number {
    const { values, length } = this;
    let shared = 0;
    for (let i = 0; i < length && values[i]! < end; i += 2) {
      if (values[i + 1]! > start) shared += Math.min(end, values[i + 1]!) - Math.max(start, values[i]!);
    }
    return shared;
  }

  /** How many positions lie in both of two settled lists. */
  shared(other: Stretches): number {
    let shared = 0;
    let j = 0;
    for (let i = 0; i < this.length; i += 2) {
      const start = this.values[i]!;
      const end = this.values[i + 1]!;
      while (j < other.length && other.values[j + 1]! <= start) j += 2;
      for (let k = j; k < other.length && other.values[k]! < end; k += 2) {
        shared += Math.min(end, other.values[k + 1]!) - Math.max(start, other.values[k]!);
      }
    }
    return shared;
  }

  #sort(): void {
    const { values, length } = this;
    for (let i = 2; i < length; i += 2) {
      const start = values[i]!;
      if (start >= values[i - 2]!) continue;
      if (length > FEW * 2) {
        this.#sortMany();
        return;
      }
      const end = values[i + 1]!;
      let at = i;
      for (; at > 0 && values[at - 2]! > start; at -= 2) {
        values[at] = values[at - 2]!;
        values[at + 1] = values[at - 1]!;
      }
      values[at] = start;
      values[at + 1] = end;
    }
  }

  #sortMany(): void {
    const pairs = Array.from({ length: this.length / 2 }, (_, i) => [this.values[i * 2]!, this.values[i * 2 + 1]!]);
    this.values.set(pairs.sort((a, b) => a[0]! - b[0]!).flat());
  }
}
