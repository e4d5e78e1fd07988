/**
 * Memory from which small arrays are cut, 256 kB at a time: one by one they cost the collector more than the reading of the texts. One array
 * that is kept keeps all that was cut with it.
 */
const SLAB = 1 << 16;
let slab = new Uint32Array(SLAB);
let used = 0;

/** An array of so many zeros or what else, to be filled by the caller. */
export function cutFromSlab(count: number): Uint32Array {
  if (count > SLAB / 4) return new Uint32Array(count);
  if (used + count > SLAB) {
    slab = new Uint32Array(SLAB);
    used = 0;
  }
  used += count;
  return slab.subarray(used - count, used);
}

/** A copy of the first so many values. */
export function keep(values: Uint32Array, count: number): Uint32Array {
  const kept = cutFromSlab(count);
  for (let i = 0; i < count; i += 1) kept[i] = values[i]!;
  return kept;
}
