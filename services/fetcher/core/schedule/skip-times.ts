const HOUR_MS = 3_600_000;
/** Seven days hold every combination of an hour and a weekday once. */
const HOURS_A_WEEK = 168;

/**
 * The first instant at or after `at` that is in none of the GMT hours (0-23; 24 counts as 0) and GMT days (0 Sunday)
 * that a feed asks to leave out. A feed that leaves out everything has said nothing: `at` comes back.
 * An instant that had to move lands `spread` (0..1) of the way into its hour, so that not all feeds meet at its stroke.
 */
export function afterSkipped(
  at: Date,
  skipHours: readonly number[],
  skipDays: readonly number[],
  spread: number,
): Date {
  const hours = new Set(skipHours.map((hour) => hour % 24));
  const days = new Set(skipDays);
  const open = (time: Date): boolean => !hours.has(time.getUTCHours()) && !days.has(time.getUTCDay());
  if (open(at)) return at;
  const hour = Math.floor(at.getTime() / HOUR_MS);
  for (let step = 1; step <= HOURS_A_WEEK; step += 1) {
    const start = new Date((hour + step) * HOUR_MS);
    if (open(start)) return new Date(start.getTime() + Math.floor(spread * HOUR_MS));
  }
  return at;
}
