import type { FeedItem, ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import type { HttpAnswer } from '../../http/answer.ts';
import { freshSeconds } from './cache-headers.ts';
import { addFailure, NO_FAILURES, PAUSE_AT } from './failure-score.ts';
import { keepCredentials } from './feed-address.ts';
import type { FeedState, PollHints } from './feed-state.ts';
import { nextPoll, POLL_LIMITS, type PollLimits, type PollResult } from './next-poll.ts';
import { offeredHub } from './offered-hub.ts';
import type { PollVerdict } from './poll-verdict.ts';
import { permanentTarget, sightRedirect } from './redirect-sightings.ts';
import { parseRetryAfter, type RetryAfter } from './retry-after.ts';
import { observeBody, type Rhythm, type Rollover, withoutNews } from './rhythm.ts';
import { distrustAfterBody, validatorsAfter304, validatorsOf } from './validators.ts';

/** What a whole body turned out to be. */
export type ReadBody =
  | { kind: 'feed'; feed: ParsedFeed; hash: string }
  | { kind: 'same'; hash: string }
  | { kind: 'unreadable'; reason: string; problem: string | null }
  /** The machine was too busy to read it: nothing is known of the body. */
  | { kind: 'overtaken'; reason: string };

/** One poll as the log and the feed's page tell it. */
export interface PollEvent {
  outcome: 'new-body' | 'same-body' | 'not-modified' | 'failed' | 'gone' | 'waiting' | 'skipped';
  /** HTTP status; null where no answer came. */
  status: number | null;
  reason: string;
  /** Over the wire, of the last hop. */
  bytes: number;
  ms: number;
  /** Entries that the last body did not have; 0 unless the outcome is new-body. */
  newCount: number;
  /** What the operator should know although the poll was good: entries may have been missed. */
  warning?: string;
  /** The feed's address changed for good. */
  moved?: { from: string; to: string };
  /** The feed was paused by this failure: the operator must be told, as with `gone`. */
  paused?: true;
  /** Why the body is no feed, as the parser calls it: `html` invites autodiscovery. */
  problem?: string;
  /** The whole host asked to be left alone. */
  blockHostMs?: number;
  /** Outcome `waiting`: nothing was asked; ask again after this. */
  waitMs?: number;
}

/** Ten sightings, as NewsBlur; at the usual interval a few hours. */
const REDIRECT_SIGHTINGS = 10;

/** Readers that a feed may end in a row; then it waits for a person, who may resume it. */
const MOST_ENDED = 2;

/** The state of a feed after an answer, and the event. Pure; see nextPoll for when it comes next. */
export function applyAnswer(facts: {
  state: FeedState;
  answer: HttpAnswer;
  verdict: PollVerdict;
  /** Null unless the verdict is `body`. */
  read: ReadBody | null;
  sentValidators: boolean;
  now: Date;
  random: () => number;
  limits?: Partial<PollLimits>;
  redirectSightings?: number;
}): { state: FeedState; event: PollEvent } {
  const { state, verdict, read } = facts;
  if (verdict.kind === 'gone') return end(facts, { ...state, status: 'gone' }, 'gone', verdict.reason);
  if (verdict.kind === 'failed') return applyFailure(facts, verdict);
  if (read?.kind === 'overtaken') {
    const { reason } = read;
    return applyFailure(facts, { kind: 'failed', class: 'temporary', cause: 'outage', reason, distrustBody: true });
  }
  if (read?.kind === 'unreadable' && read.problem === 'too-costly') return applyCostly(facts, read.reason);
  if (verdict.kind === 'body' && (read === null || read.kind === 'unreadable')) {
    const reason = read === null ? 'the body was not read' : read.reason;
    const done = applyFailure(facts, {
      kind: 'failed',
      class: 'soft',
      cause: 'unreadable',
      reason,
      distrustBody: true,
    });
    if (read?.problem) done.event.problem = read.problem;
    return done;
  }
  return applySuccess(facts, read === null || read.kind === 'unreadable' ? null : read);
}

/** A body that ended its reader costs as much each time: it gets a second chance, and no third. */
function applyCostly(facts: Facts, reason: string) {
  const readersEnded = facts.state.readersEnded + 1;
  const state = { ...facts.state, readersEnded };
  if (readersEnded < MOST_ENDED) {
    const verdict = { kind: 'failed', class: 'soft', cause: 'unreadable', reason, distrustBody: true } as const;
    return applyFailure({ ...facts, state }, verdict);
  }
  const why = `set aside: it ended its reader ${readersEnded} times in a row: ${reason}`;
  const done = end(facts, { ...state, readersEnded: 0, status: 'paused' }, 'failed', why);
  done.event.paused = true;
  return done;
}

type Facts = Parameters<typeof applyAnswer>[0];

function applySuccess(facts: Facts, read: Exclude<ReadBody, { kind: 'unreadable' | 'overtaken' }> | null) {
  const { state, answer, now } = facts;
  if (!answer.ok) throw new Error('a success without a response');
  const observed =
    read?.kind === 'feed'
      ? observeBody(state.rhythm, read.feed.items, publishedDates(read.feed.items), now)
      : { rhythm: withoutNews(state.rhythm), newCount: 0, rollover: null };
  const validators = read === null ? validatorsAfter304(state.validators, answer) : validatorsOf(answer);
  const isFeed = read?.kind !== 'feed' || read.feed.items.length > 0;
  const target = isFeed ? keepCredentials(state.url, permanentTarget(answer.hops)) : null;
  const { sightings, moved } = sightRedirect(
    state.redirect,
    target === state.url ? null : target,
    facts.redirectSightings ?? REDIRECT_SIGHTINGS,
    now,
  );
  const next: FeedState = {
    ...state,
    url: moved ?? state.url,
    validators,
    bodyHash: read?.hash ?? state.bodyHash,
    redirect: sightings,
    failures: NO_FAILURES,
    readersEnded: 0,
    leaveAloneUntil: null,
    hints: {
      ...(read?.kind === 'feed' ? documentHints(read.feed) : state.hints),
      maxAgeSeconds: freshSeconds(answer.headers, now),
    },
    rhythm: observed.rhythm,
    hub: offeredHub(answer, read?.kind === 'feed' ? read.feed : null, state.hub),
    notModifiedInRow: read === null ? state.notModifiedInRow + 1 : 0,
    distrustUntil:
      read === null
        ? state.distrustUntil
        : distrustAfterBody(state, validators, facts.sentValidators, observed.newCount, now),
    lastSuccessAt: now.toISOString(),
    lastBodyAt: read === null ? state.lastBodyAt : now.toISOString(),
  };
  const outcome = read === null ? 'not-modified' : read.kind === 'same' ? 'same-body' : 'new-body';
  const done = schedule(facts, next, { kind: 'success' }, outcome, outcome);
  done.event.newCount = observed.newCount;
  if (observed.rollover !== null) done.event.warning = lossInWords(observed.newCount, observed.rollover, next.rhythm);
  if (moved !== null) done.event.moved = { from: state.url, to: moved };
  return done;
}

function applyFailure(facts: Facts, verdict: PollVerdict & { kind: 'failed' }) {
  const { state, answer, now } = facts;
  const failures = addFailure(state.failures, verdict.class, verdict.reason, now);
  const next: FeedState = {
    ...state,
    failures,
    redirect: null,
    validators: verdict.distrustBody ? null : state.validators,
  };
  if (failures.score >= PAUSE_AT) {
    const reason = `paused after failures since ${failures.since}: ${verdict.reason}`;
    const done = end(facts, { ...next, status: 'paused' }, 'failed', reason);
    done.event.paused = true;
    return done;
  }
  const retryAfter = answer.ok ? parseRetryAfter(answer.headers['retry-after'], now) : null;
  const result: PollResult = { kind: 'failure', cause: verdict.cause, count: failures.count, retryAfter };
  const capped = retryAfter?.capped ? `; Retry-After cut from ${answer.ok ? answer.headers['retry-after'] : ''}` : '';
  const done = schedule(facts, next, result, 'failed', verdict.reason + capped);
  const askedMs = askedToWaitMs(verdict, retryAfter, done.state.intervalSeconds);
  if (verdict.cause === 'rate-limited') done.event.blockHostMs = askedMs;
  done.state.leaveAloneUntil = askedMs > 0 ? new Date(now.getTime() + askedMs).toISOString() : null;
  return done;
}

/** A rate limit without a time is a request to stay away as well; an outage without one is none. */
function askedToWaitMs(
  verdict: PollVerdict & { kind: 'failed' },
  retryAfter: RetryAfter | null,
  ownSeconds: number,
): number {
  if (retryAfter !== null) return retryAfter.seconds * 1000;
  return verdict.cause === 'rate-limited' ? ownSeconds * 1000 : 0;
}

function schedule(facts: Facts, state: FeedState, result: PollResult, outcome: PollEvent['outcome'], reason: string) {
  const next = nextPoll({
    result,
    hints: state.hints,
    rhythm: state.rhythm,
    hasValidators: state.validators !== null || state.lastBodyAt === null,
    lastIntervalSeconds: lastInterval(facts.state, facts.now),
    limits: { ...POLL_LIMITS, ...facts.limits },
    now: facts.now,
    random: facts.random,
  });
  return {
    state: {
      ...state,
      lastPollAt: facts.now.toISOString(),
      nextPollAt: next.nextPollAt.toISOString(),
      intervalSeconds: next.intervalSeconds,
      reason: next.reason,
    },
    event: eventOf(facts.answer, outcome, reason),
  };
}

/** The interval that led to this poll: the one that was planned, or the shorter one after which somebody asked. */
function lastInterval({ intervalSeconds, lastPollAt, rhythm }: FeedState, now: Date): number {
  const real =
    lastPollAt === null || rhythm.windowAt === null ? intervalSeconds : (now.getTime() - Date.parse(lastPollAt)) / 1000;
  return real > 0 ? Math.min(intervalSeconds, real) : intervalSeconds;
}

function end(facts: Facts, state: FeedState, outcome: PollEvent['outcome'], reason: string) {
  return {
    state: { ...state, lastPollAt: facts.now.toISOString(), nextPollAt: null, intervalSeconds: 0, reason },
    event: eventOf(facts.answer, outcome, reason),
  };
}

function eventOf(answer: HttpAnswer, outcome: PollEvent['outcome'], reason: string): PollEvent {
  const status = answer.ok ? answer.status : null;
  return { outcome, status, reason, bytes: answer.ok ? answer.transferredBytes : 0, ms: answer.elapsedMs, newCount: 0 };
}

function lossInWords(count: number, { missed }: Rollover, rhythm: Rhythm): string {
  const many = missed === null ? 'entries' : missed === 0 ? 'no entry, or few,' : `some ${missed} entries`;
  const before =
    rhythm.rollovers > 1 ? ` (${rhythm.rollovers} times so far, some ${rhythm.missed} entries in all)` : '';
  return `all ${count} entries are new: the feed's window rolled over between two polls, ${many} may have been missed${before}`;
}

function publishedDates(items: readonly FeedItem[]): Date[] {
  return items.flatMap((item) => {
    const instant = Date.parse(item.published ?? item.updated ?? '');
    return Number.isNaN(instant) ? [] : [new Date(instant)];
  });
}

function documentHints(feed: ParsedFeed): Omit<PollHints, 'maxAgeSeconds'> {
  const { ttlSeconds, updateSeconds, skipHours, skipDays } = feed.rhythm;
  return { ttlSeconds, updateSeconds, skipHours, skipDays };
}
