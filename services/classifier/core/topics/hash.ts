/** Hash buckets of the topic model: 2^17 lost nothing against 2^20 on the held-out sources and keeps the model at 2 MB. */
export const BUCKETS = 1 << 17;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits, unsigned. `seed` chains one hash onto another. */
export function fnv(text: string, seed: number = FNV_OFFSET): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

/** A hash with its bits stirred: the low bits of FNV-1a of short words are alike. */
export function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The bucket of a hash. */
export function bucket(hash: number): number {
  return mix(hash) & (BUCKETS - 1);
}
