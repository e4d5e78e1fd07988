import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ParsedFeed } from '@wirewatch/shared/contracts/feed.ts';
import { applyAnswer, type PollEvent, type ReadBody } from './core/schedule/apply-answer.ts';
import type { FeedState } from './core/schedule/feed-state.ts';
import type { PollLimits } from './core/schedule/next-poll.ts';
import { judgeAnswer } from './core/schedule/poll-verdict.ts';
import { RETRY_AFTER_CAP_SECONDS } from './core/schedule/retry-after.ts';
import { validatorsToSend } from './core/schedule/validators.ts';
import type { HttpAnswer, HttpResponse } from './http/answer.ts';
import type { HttpClient } from './http/client.ts';
import { feedKey } from './http/request-url.ts';
import { createHopGate, holderName } from './politeness/hop-gate.ts';
import { authorityOf, type HostGate } from './politeness/host-gate.ts';

/** What a parser is told beside the bytes. */
export interface ParseHints {
  /** The address that answered: the base of relative links. */
  url: string;
  contentType: string | null;
  /** Bytes of a document at most where an operator raised the limit. */
  maxBytes?: number;
}

/** What a feed's address gave: entries, or the addresses of further sources (an index of sitemaps). */
export type SourceDocument = ParsedFeed & { sources?: string[] };

/** By the clock a document took too long to read, by its CPU it did not: the machine is busy. */
export class ReadOvertook extends Error {
  override name = 'ReadOvertook';
}

export interface PollDeps {
  http: HttpClient;
  /** Reads a document; throws an error where it is none, with the reason as its message and the kind as its `code`. */
  parse: (bytes: Uint8Array, hints: ParseHints) => Promise<SourceDocument>;
  now: () => Date;
  /** 0..1 */
  random: () => number;
  gate: HostGate;
  sleep?: (ms: number) => Promise<void>;
  limits?: Partial<PollLimits>;
  /** How often in a row a permanent redirect must be seen before the feed's address changes; 1: at once. */
  redirectSightings?: number;
}

export interface PollResult {
  state: FeedState;
  feed: SourceDocument | null;
  event: PollEvent;
  /** The exchange, for the archive; null where nothing was asked. */
  answer: HttpAnswer | null;
}

/** Retry-After is cut at a day. */
const LONGEST_WISH_MS = RETRY_AFTER_CAP_SECONDS * 1000 + 3_600_000;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/**
 * Polls one feed once: asks conditionally, reads, and says when to come again. Changes nothing outside: the new state
 * is returned for the caller to keep. Throws only for faults of our own.
 */
export async function pollFeed(state: FeedState, deps: PollDeps): Promise<PollResult> {
  if (state.status !== 'active') return idle(state, { outcome: 'skipped', reason: `the feed is ${state.status}` });
  const waitMs = Date.parse(state.leaveAloneUntil ?? '') - deps.now().getTime();
  // More than any server is granted is a clock that ran ahead when it was written.
  if (waitMs > 0 && waitMs <= LONGEST_WISH_MS)
    return idle(state, { outcome: 'waiting', reason: 'the server asked to be left alone', waitMs });
  const sent = validatorsToSend(state, deps.now());
  const hops = createHopGate(deps.gate, holderName('feed', feedKey(state.url)), deps.sleep ?? ((ms) => wait(ms)));
  let answer: HttpAnswer | null = null;
  try {
    answer = await deps.http.get(state.url, {
      headers: { accept: ACCEPT },
      validators: sent,
      checkHop: (url) => hops.enter(url),
    });
  } finally {
    await hops.leave(answer);
  }
  const waiting = hops.waiting();
  if (waiting !== null) {
    const reason = `${waiting.host} is ${waiting.why}`;
    return idle(state, { outcome: 'waiting', reason, waitMs: waiting.waitMs });
  }
  const verdict = judgeAnswer(answer, sent !== null);
  const read = verdict.kind === 'body' && answer.ok ? await readBody(state, answer, deps) : null;
  const { random, limits, redirectSightings } = deps;
  const applied = applyAnswer({
    state,
    answer,
    verdict,
    read,
    sentValidators: sent !== null,
    now: deps.now(),
    random,
    ...(limits === undefined ? {} : { limits }),
    ...(redirectSightings === undefined ? {} : { redirectSightings }),
  });
  const { blockHostMs } = applied.event;
  if (blockHostMs !== undefined && answer.ok) await deps.gate.block(authorityOf(answer.finalUrl), blockHostMs);
  return { ...applied, feed: read?.kind === 'feed' ? (read.feed as SourceDocument) : null, answer };
}

/**
 * A poller under which one feed is never asked twice at the same time: a second call for the same address, be it
 * written with another fragment or port, joins the first.
 */
export function createFeedPoller(deps: PollDeps): (state: FeedState) => Promise<PollResult> {
  const running = new Map<string, Promise<PollResult>>();
  return (state) => {
    const key = feedKey(state.url);
    const before = running.get(key);
    if (before !== undefined) return before;
    const poll = pollFeed(state, deps).finally(() => running.delete(key));
    running.set(key, poll);
    return poll;
  };
}

async function readBody(state: FeedState, answer: HttpResponse, deps: PollDeps): Promise<ReadBody> {
  const hash = createHash('sha256').update(answer.body).digest('hex');
  if (hash === state.bodyHash) return { kind: 'same', hash };
  try {
    const hints = { url: answer.finalUrl, contentType: answer.headers['content-type'] ?? null };
    return { kind: 'feed', hash, feed: await deps.parse(answer.body, hints) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof ReadOvertook) return { kind: 'overtaken', reason: error.message };
    const problem = 'code' in error && typeof error.code === 'string' ? error.code : null;
    return { kind: 'unreadable', reason: error.message, problem };
  }
}

/** Nothing was asked: the state stays as it is. */
function idle(state: FeedState, event: Pick<PollEvent, 'outcome' | 'reason' | 'waitMs'>): PollResult {
  return { state, feed: null, event: { status: null, bytes: 0, ms: 0, newCount: 0, ...event }, answer: null };
}
