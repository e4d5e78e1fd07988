/** Length of the periods by which marks of stories are kept. */
export const MARK_PERIOD_MS = 2 * 86_400_000;

/** Postings of shingles have keys of 32 bits. Marks lie above, in the order of their periods: those of a time are one range. */
export const MARK_KEYS = 2 ** 32;

/** The least key of the marks of an instant's (epoch ms) period. */
export function firstMarkKey(at: number): number {
  return (Math.max(0, Math.floor(at / MARK_PERIOD_MS)) + 1) * MARK_KEYS;
}
