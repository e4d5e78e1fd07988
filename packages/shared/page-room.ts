/** `WIREWATCH_MAX_PAGE_BYTES` as shipped: decoded bytes of one page or feed. All other bounds on its size were measured beside this one. */
export const SHIPPED_PAGE_BYTES = 10_000_000;

/**
 * How many times the shipped bounds a page or feed may take: 1, or more where the operator raised the bytes (a whole number, so that bounds stay whole). Who bounds the size of what
 * is fetched, held, parsed or judged multiplies by it, so that one value decides everywhere; a lowered value lowers what is fetched alone.
 */
export function pageRoom(maxPageBytes: number): number {
  return Math.max(1, Math.ceil(maxPageBytes / SHIPPED_PAGE_BYTES));
}
