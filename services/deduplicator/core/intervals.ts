/** Stretches of word positions, [start, end). */
export type Interval = readonly [number, number];

/** The same positions as disjoint stretches in order. */
export function union(intervals: readonly Interval[]): [number, number][] {
  const sorted = isInOrder(intervals) ? intervals : [...intervals].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

function isInOrder(intervals: readonly Interval[]): boolean {
  for (let i = 1; i < intervals.length; i += 1) if (intervals[i]![0] < intervals[i - 1]![0]) return false;
  return true;
}

/** Whether two lists hold the same stretches. */
export function areSame(a: readonly Interval[], b: readonly Interval[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => start === b[i]![0] && end === b[i]![1]);
}

/** How many positions lie in these disjoint stretches. */
export function sizeOf(disjoint: readonly Interval[]): number {
  return disjoint.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** How many positions lie in both of two lists of disjoint stretches in order. */
export function sharedSize(a: readonly Interval[], b: readonly Interval[]): number {
  let shared = 0;
  let j = 0;
  for (const [start, end] of a) {
    while (j < b.length && b[j]![1] <= start) j += 1;
    for (let k = j; k < b.length && b[k]![0] < end; k += 1) {
      shared += Math.min(end, b[k]![1]) - Math.max(start, b[k]![0]);
    }
  }
  return shared;
}
