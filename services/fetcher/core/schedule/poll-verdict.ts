import type { HttpAnswer, HttpFailure, HttpResponse } from '../../http/answer.ts';
import { recogniseWall } from '../walls/recognise-wall.ts';
import type { FailureClass } from './failure-score.ts';
import type { FailureCause } from './next-poll.ts';

/** What an answer means for a feed, before anything is parsed. */
export type PollVerdict =
  | { kind: 'body' }
  | { kind: 'not-modified' }
  | { kind: 'gone'; reason: string }
  | { kind: 'failed'; class: FailureClass; cause: FailureCause; reason: string; distrustBody: boolean };

/** Sorts an answer to a feed poll. `conditional`: validators were sent, so that a 304 can be believed. */
export function judgeAnswer(answer: HttpAnswer, conditional: boolean): PollVerdict {
  return answer.ok ? judgeResponse(answer, conditional) : judgeFailure(answer);
}

function judgeResponse(answer: HttpResponse, conditional: boolean): PollVerdict {
  const { status } = answer;
  if (status === 304) {
    if (conditional) return { kind: 'not-modified' };
    return failed('soft', 'unreadable', '304 to a request without validators');
  }
  if (status === 410) {
    // Through a temporary redirect it is the passing target that is gone, not the feed.
    const lasting = answer.hops.every((hop) => hop.location === null || hop.status === 301 || hop.status === 308);
    return lasting
      ? { kind: 'gone', reason: 'the server says 410 Gone' }
      : failed('hard', 'missing', '410 behind a redirect');
  }
  if (status === 429) return failed('temporary', 'rate-limited', '429 Too Many Requests');
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451) {
    const wall = recogniseWall({ ...answer, html: '' });
    return failed('hard', 'refused', `the server refuses (${status})${wall === null ? '' : `, ${wall.reason}`}`);
  }
  if (status >= 500 || status === 408 || status === 425)
    return failed('temporary', 'outage', `the server says ${status}`);
  if (status >= 400) return failed('hard', 'missing', `the server says ${status}`);
  if (status < 200 || status >= 300) return failed('soft', 'unreadable', `no feed under status ${status}`);
  if (answer.body.length === 0) return failed('soft', 'unreadable', 'empty body', true);
  return { kind: 'body' };
}

/** Kinds that say that bytes of a body came and were not whole: what we hold of it cannot be asked against. */
const BROKEN_BODY = new Set(['truncated', 'idle-timeout', 'too-large', 'encoding']);
/** Kinds that are the server's or our own lasting condition rather than an outage. */
const LASTING = new Set(['too-large', 'encoding', 'redirect-loop', 'too-many-redirects', 'bad-url', 'unsafe']);

function judgeFailure(answer: HttpFailure): PollVerdict {
  const reason = `${answer.kind}: ${answer.message}`;
  const broken = BROKEN_BODY.has(answer.kind);
  return LASTING.has(answer.kind)
    ? failed('soft', 'unreadable', reason, broken)
    : failed('temporary', 'outage', reason, broken);
}

function failed(failure: FailureClass, cause: FailureCause, reason: string, distrustBody = false): PollVerdict {
  return { kind: 'failed', class: failure, cause, reason, distrustBody };
}
