import type { Volume } from '../contracts/watch.ts';

/** A week: every hour of the day and every day of the week weigh alike in what is usual. */
export const USUAL_HOURS = 168;
/** What is usual is not known before a whole day was seen. */
const FEWEST_HOURS = 24;
/** Fewer stories an hour are no news of volume, however quiet the watch is. */
export const FEWEST_STORIES = 5;
/**
 * Deviations that are unusual, on the scale on which counts scatter evenly: the root (Anscombe 1948). 2(√n - √mean) >= z there is
 * n >= mean + z √mean + z²/4 here. Of hours that follow Poisson's law with a mean up to 40 fewer than 1 in 50,000 lie beyond 4.
 */
const DEVIATIONS = 4;

/**
 * Whether the last hour has many more stories than is usual for a watch, and by what measure; null where it has not or where nobody can
 * tell yet. Counts that are rare scatter by the root of their mean (Poisson's law) even where the week seen happened to be even, so the
 * deviation is taken as at least that.
 * @param stories in the last hour
 * @param before stories in each earlier hour that is known, at most {@link USUAL_HOURS} of them
 */
export function unusualVolume(stories: number, before: readonly number[]): Volume | null {
  const hours = before.length;
  if (stories < FEWEST_STORIES || hours < FEWEST_HOURS) return null;
  const mean = before.reduce((sum, n) => sum + n, 0) / hours;
  const variance = before.reduce((sum, n) => sum + (n - mean) ** 2, 0) / hours;
  const deviation = Math.sqrt(Math.max(mean, variance));
  const limit = mean + DEVIATIONS * deviation + DEVIATIONS ** 2 / 4;
  if (stories < limit) return null;
  return { stories, mean: round(mean), deviation: round(deviation), limit: round(limit), hours };
}

/** The measure in words. */
export function volumeReason({ stories, mean, deviation, limit, hours }: Volume): string {
  return `${stories} stories in the last hour; usual are ${mean} an hour (deviation ${deviation}, over ${hours} hours), unusual is ${Math.max(limit, FEWEST_STORIES)} or more`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
