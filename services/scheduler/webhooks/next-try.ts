const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses after the 1st, 2nd ... failed try: soon after a hiccup, then over a night's outage; a day and a half in all. */
const PAUSES_MS = [5000, 30_000, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR, 8 * HOUR, 24 * HOUR];

/** The receiver says that it is gone for good (RFC 9110, 15.5.11). */
const GONE = 410;

/**
 * When a delivery that failed is tried again, epoch ms; null: it is given up.
 * @param failures tries that failed so far, this one included
 * @param status the answer's; null where there was none
 */
export function nextTry(failures: number, status: number | null, now: number): number | null {
  const pause = PAUSES_MS[failures - 1];
  return status === GONE || pause === undefined ? null : now + pause;
}
