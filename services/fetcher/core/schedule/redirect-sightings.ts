import { z } from 'zod';
import type { Hop } from '../../http/answer.ts';

/** A move that the server announces, and how often in a row it has. */
export const RedirectSightings = z.object({ to: z.string(), count: z.number().int(), since: z.string() });
export type RedirectSightings = z.infer<typeof RedirectSightings>;

/**
 * Where the leading permanent redirects (301, 308) of a chain end: 301, 302, 301 leads to the first hop's target only.
 * Null where the chain does not begin with a permanent one.
 */
export function permanentTarget(hops: readonly Hop[]): string | null {
  let target: string | null = null;
  for (const hop of hops) {
    if (hop.location === null || (hop.status !== 301 && hop.status !== 308)) break;
    target = hop.location;
  }
  return target;
}

/**
 * Counts one more poll that was led to `target` and ended in a good feed. `moved` once the same move has been seen
 * `needed` times in a row: a parked domain or a mistaken rule of an afternoon must not cost the feed its address.
 */
export function sightRedirect(
  before: RedirectSightings | null,
  target: string | null,
  needed: number,
  now: Date,
): { sightings: RedirectSightings | null; moved: string | null } {
  if (target === null) return { sightings: null, moved: null };
  const count = before?.to === target ? before.count + 1 : 1;
  if (count >= needed) return { sightings: null, moved: target };
  return {
    sightings: { to: target, count, since: before?.to === target ? before.since : now.toISOString() },
    moved: null,
  };
}
