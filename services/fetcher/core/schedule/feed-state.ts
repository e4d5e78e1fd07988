import { z } from 'zod';
import { Failures, NO_FAILURES } from './failure-score.ts';
import { RedirectSightings } from './redirect-sightings.ts';
import { NO_RHYTHM, Rhythm } from './rhythm.ts';

/** What server and document say of how often they want to be asked; seconds. */
export const PollHints = z.object({
  maxAgeSeconds: z.number().nullable(),
  ttlSeconds: z.number().nullable(),
  updateSeconds: z.number().nullable(),
  skipHours: z.array(z.number().int()),
  skipDays: z.array(z.number().int()),
});
export type PollHints = z.infer<typeof PollHints>;

export const NO_HINTS: PollHints = {
  maxAgeSeconds: null,
  ttlSeconds: null,
  updateSeconds: null,
  skipHours: [],
  skipDays: [],
};

/** All that polling remembers of one feed: a plain object that any store can keep. Instants are ISO 8601 UTC. */
export const FeedState = z.object({
  url: z.string(),
  status: z.enum(['active', 'paused', 'gone']),
  /** Of the last body that was read whole, bound to the address that gave it. */
  validators: z
    .object({ url: z.string(), etag: z.string().nullable(), lastModified: z.string().nullable() })
    .nullable(),
  /** SHA-256 of the last body that was read, hexadecimal. */
  bodyHash: z.string().nullable(),
  redirect: RedirectSightings.nullable(),
  failures: Failures,
  /** Times in a row that its body ended who read it, by a limit of CPU or memory. */
  readersEnded: z.number().int().default(0),
  hints: PollHints,
  rhythm: Rhythm,
  /** 304 answers since the last whole body. */
  notModifiedInRow: z.number().int(),
  /** Until then no validators are sent, because they were caught lying. */
  distrustUntil: z.string().nullable(),
  /** The server asked not to be asked before (Retry-After, 429): holds also where an operator wants all feeds now. */
  leaveAloneUntil: z.string().nullable().default(null),
  /** The WebSub hub that the feed offered last, in its headers or its body, and the topic under which it knows the feed. */
  hub: z.object({ hub: z.string(), topic: z.string().nullable() }).nullable().default(null),
  lastPollAt: z.string().nullable(),
  lastSuccessAt: z.string().nullable(),
  lastBodyAt: z.string().nullable(),
  nextPollAt: z.string().nullable().describe('null: not polled any more'),
  intervalSeconds: z.number(),
  reason: z.string().describe('why the next poll is then'),
});
export type FeedState = z.infer<typeof FeedState>;

/** The state of a feed that was just subscribed: due at once. */
export function newFeedState(url: string, now: Date): FeedState {
  return {
    url,
    status: 'active',
    validators: null,
    bodyHash: null,
    redirect: null,
    failures: NO_FAILURES,
    readersEnded: 0,
    hints: NO_HINTS,
    rhythm: NO_RHYTHM,
    notModifiedInRow: 0,
    distrustUntil: null,
    leaveAloneUntil: null,
    hub: null,
    lastPollAt: null,
    lastSuccessAt: null,
    lastBodyAt: null,
    nextPollAt: now.toISOString(),
    intervalSeconds: 0,
    reason: 'new feed',
  };
}
