import type { PollHints } from './feed-state.ts';
import type { RetryAfter } from './retry-after.ts';
import { currentGapSeconds, type Rhythm, windowSeconds } from './rhythm.ts';
import { afterSkipped } from './skip-times.ts';

/** Bounds of every interval, in seconds. */
export interface PollLimits {
  /** Never sooner, whatever a feed's rhythm or a server's hint says. */
  floor: number;
  /** Where nothing is known of the feed. */
  usual: number;
  /** The longest that a slow rhythm alone makes us wait. */
  slow: number;
  /** The longest of all, also for a server's hint. */
  max: number;
}

export const POLL_LIMITS: PollLimits = { floor: 300, usual: 900, slow: 4 * 3600, max: 24 * 3600 };

/** How the last poll ended. `count`: failures of this class in a row, this one included. */
export type PollResult =
  | { kind: 'success' }
  | {
      kind: 'failure';
      cause: FailureCause;
      count: number;
      retryAfter: RetryAfter | null;
    };

export type FailureCause = 'rate-limited' | 'refused' | 'missing' | 'unreadable' | 'outage';

export interface NextPoll {
  nextPollAt: Date;
  intervalSeconds: number;
  /** Which rule set the interval, for the operator. */
  reason: string;
}

/** First wait, growth a failure and cap, in seconds; `first: null` begins at the feed's own interval. */
const BACKOFF: Record<FailureCause, { first: number | null; growth: number; cap: number }> = {
  'rate-limited': { first: 3600, growth: 2, cap: 24 * 3600 },
  refused: { first: 4 * 3600, growth: 2, cap: 24 * 3600 },
  missing: { first: 1800, growth: 2, cap: 24 * 3600 },
  unreadable: { first: null, growth: 2, cap: 12 * 3600 },
  outage: { first: null, growth: 2, cap: 6 * 3600 },
};

/** Jitter only ever delays: a server's floor must hold. A tenth, at most half an hour, keeps a rhythm recognisable. */
const JITTER_SHARE = 0.1;
const JITTER_CAP_SECONDS = 1800;

/** When to poll a feed next, and why then. Pure: `now` and `random` (0..1) are passed in. */
export function nextPoll(facts: {
  result: PollResult;
  hints: PollHints;
  rhythm: Rhythm;
  hasValidators: boolean;
  /** The interval that led to this poll, in seconds; 0 for the first one. */
  lastIntervalSeconds: number;
  limits: PollLimits;
  now: Date;
  random: () => number;
}): NextPoll {
  const { result, hints, limits, now } = facts;
  const own = ownInterval(facts);
  const chosen = result.kind === 'success' ? own : backoff(result, own.seconds, limits);
  const jitter = facts.random() * Math.min(JITTER_SHARE * chosen.seconds, JITTER_CAP_SECONDS);
  const planned = new Date(now.getTime() + Math.ceil((chosen.seconds + jitter) * 1000));
  const nextPollAt = afterSkipped(planned, hints.skipHours, hints.skipDays, facts.random() * JITTER_SHARE);
  const moved = nextPollAt.getTime() === planned.getTime() ? '' : ', moved out of the hours or days to skip';
  return {
    nextPollAt,
    intervalSeconds: Math.round((nextPollAt.getTime() - now.getTime()) / 1000),
    reason: chosen.reason + moved,
  };
}

interface Choice {
  seconds: number;
  reason: string;
}

function ownInterval(facts: Parameters<typeof nextPoll>[0]): Choice {
  const { limits } = facts;
  let choice = byRhythm(facts);
  if (!facts.hasValidators) {
    choice = {
      seconds: Math.min(choice.seconds * 2, limits.max),
      reason: `${choice.reason}, doubled: the server gives no validators`,
    };
  }
  choice = byRisk(choice, facts);
  const asked = serverFloor(hintsThatHold(facts), limits);
  return asked !== null && asked.seconds > choice.seconds ? asked : choice;
}

/**
 * Twice within the usual gap of a lively feed, four times within that of a slow one: half a gap keeps the delay of a
 * fast feed small, and with slow ones a poll costs little against the days that an entry would wait.
 */
function byRhythm({ rhythm, limits, now }: Parameters<typeof nextPoll>[0]): Choice {
  const gap = currentGapSeconds(rhythm, now);
  if (gap === null) return { seconds: limits.usual, reason: 'default interval' };
  const lively = clamp(gap / 2, limits.floor, limits.usual);
  const slow = Math.min(gap / 4, limits.slow);
  return { seconds: Math.max(lively, slow), reason: `an entry every ${inWords(gap)}` };
}

/** Come sooner where entries could come and go unseen: at most half a window, and half as long if most of it was new. */
function byRisk(choice: Choice, { rhythm, limits, lastIntervalSeconds, now }: Parameters<typeof nextPoll>[0]): Choice {
  const half = (windowSeconds(rhythm, now) ?? Number.POSITIVE_INFINITY) / 2;
  const rolled =
    rhythm.newShare !== null && rhythm.newShare > 0.5 && lastIntervalSeconds > 0
      ? lastIntervalSeconds / 2
      : Number.POSITIVE_INFINITY;
  const seconds = Math.max(limits.floor, Math.min(half, rolled));
  if (seconds >= choice.seconds) return choice;
  return { seconds, reason: rolled < half ? 'most of the last body was new' : 'the window may roll over' };
}

/** How long after a window rolled over the document's own wish is not followed: it would lose entries again. */
const WISH_LOST_MS = 7 * 86_400_000;

/** A document that asks for a slower rhythm than its window bears loses entries by it; what the server itself asks for always holds. */
function hintsThatHold({ hints, rhythm, now }: Parameters<typeof nextPoll>[0]): PollHints {
  const sinceMs =
    rhythm.rolledOverAt === null ? Number.POSITIVE_INFINITY : now.getTime() - Date.parse(rhythm.rolledOverAt);
  return sinceMs < WISH_LOST_MS ? { ...hints, ttlSeconds: null, updateSeconds: null } : hints;
}

/** The longest of what the server and the document ask for. */
function serverFloor(hints: PollHints, limits: PollLimits): Choice | null {
  const asked: Array<[string, number | null]> = [
    ['max-age', hints.maxAgeSeconds],
    ['ttl', hints.ttlSeconds],
    ['update period', hints.updateSeconds],
  ];
  let best: Choice | null = null;
  for (const [name, wanted] of asked) {
    if (wanted === null || !Number.isFinite(wanted) || wanted <= 0) continue;
    const seconds = Math.min(wanted, limits.max);
    if (best !== null && seconds <= best.seconds) continue;
    const cut = wanted > limits.max ? `, cut from ${inWords(wanted)}` : '';
    best = { seconds, reason: `${name} of ${inWords(seconds)}${cut}` };
  }
  return best;
}

function backoff(result: PollResult & { kind: 'failure' }, own: number, limits: PollLimits): Choice {
  const { first, growth, cap } = BACKOFF[result.cause];
  const begin = first ?? own;
  // The exponent is bounded because 2^1024 is no number; the cap decides long before.
  const grown = Math.min(Math.max(cap, own), begin * growth ** Math.min(result.count - 1, 30));
  const { retryAfter } = result;
  if (retryAfter === null) {
    return { seconds: Math.max(grown, limits.floor), reason: `${result.cause}, failure ${result.count} in a row` };
  }
  // Told when, a rate limit needs no guess of ours; an outage that keeps promising "in a second" still backs off.
  const least = result.cause === 'rate-limited' ? own : grown;
  const cut = retryAfter.capped ? ', cut from more' : '';
  return {
    seconds: Math.max(retryAfter.seconds, least, limits.floor),
    reason: `${result.cause}, Retry-After ${inWords(retryAfter.seconds)}${cut}`,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
