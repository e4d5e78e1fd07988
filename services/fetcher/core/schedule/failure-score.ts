import { z } from 'zod';

/**
 * How a failed poll is to be taken. `temporary`: the server or the way to it is out of order and will be mended (5xx,
 * timeouts, DNS, TLS). `soft`: an answer that is no feed (unreadable, HTML, cut short). `hard`: the server says that
 * there is nothing for us here (404, 401, 403).
 */
export const FailureClass = z.enum(['temporary', 'soft', 'hard']);
export type FailureClass = z.infer<typeof FailureClass>;

/** Media Cloud's weights, under which 30 missing pages in a row, or 60 unreadable ones, end a feed. */
const WEIGHTS: Record<FailureClass, number> = { temporary: 0.25, soft: 0.5, hard: 1 };
export const PAUSE_AT = 30;

/** Consecutive failures; `score` decides on pausing, `count` on the backoff. */
export const Failures = z.object({
  count: z.number().int(),
  score: z.number(),
  class: FailureClass.nullable(),
  reason: z.string().nullable(),
  since: z.string().nullable(),
});
export type Failures = z.infer<typeof Failures>;

export const NO_FAILURES: Failures = { count: 0, score: 0, class: null, reason: null, since: null };

/**
 * The score after one more failure. Temporary ones alone never reach the pause: an outage of weeks is the server's
 * matter, and the feed must be back by itself when it ends.
 */
export function addFailure(before: Failures, failure: FailureClass, reason: string, now: Date): Failures {
  const raised = before.score + WEIGHTS[failure];
  const score = failure === 'temporary' ? Math.min(raised, Math.max(before.score, PAUSE_AT - 1)) : raised;
  return {
    count: before.class === failure ? before.count + 1 : 1,
    score,
    class: failure,
    reason,
    since: before.since ?? now.toISOString(),
  };
}
