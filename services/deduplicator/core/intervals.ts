/** Stretches of word positions, [start, end). */
export type Interval = readonly [number, number];

/** Whether two lists hold the same stretches. */
export function areSame(a: readonly Interval[], b: readonly Interval[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => start === b[i]![0] && end === b[i]![1]);
}
