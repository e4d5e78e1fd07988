import type { HttpResponse } from '../../http/answer.ts';
import type { FeedState } from './feed-state.ts';

type Validators = FeedState['validators'];

/**
 * Every so many 304 answers one poll goes without validators, because some servers give one tag to different bodies
 * and then answer 304 for ever. One in fifty costs 2 % of the bodies; NewsBlur forces 1 %.
 */
const UNCONDITIONAL_AFTER = 50;
/** A server that was caught is asked without validators for this long. */
const DISTRUST_MS = 7 * 86_400_000;

/** The validators to send with the next poll; null: ask for the whole body. */
export function validatorsToSend(state: FeedState, now: Date): Validators {
  if (state.distrustUntil !== null && Date.parse(state.distrustUntil) > now.getTime()) return null;
  return state.notModifiedInRow >= UNCONDITIONAL_AFTER ? null : state.validators;
}

/** The validators of a body that was read whole: both replaced, one that is missing dropped. */
export function validatorsOf(answer: HttpResponse): Validators {
  const etag = answer.headers.etag ?? null;
  const lastModified = answer.headers['last-modified'] ?? null;
  return etag === null && lastModified === null ? null : { url: answer.finalUrl, etag, lastModified };
}

/** The validators after a 304: those we sent, with what the 304 itself brought in their place. */
export function validatorsAfter304(before: Validators, answer: HttpResponse): Validators {
  if (before === null) return null;
  return {
    url: before.url,
    etag: answer.headers.etag ?? before.etag,
    lastModified: answer.headers['last-modified'] ?? before.lastModified,
  };
}

/**
 * Until when validators are to be distrusted after a whole body: where an unconditional poll brought new entries under
 * the very validators that would have been answered with 304.
 */
export function distrustAfterBody(
  before: FeedState,
  after: Validators,
  sent: boolean,
  newCount: number,
  now: Date,
): string | null {
  const same =
    before.validators !== null &&
    after !== null &&
    before.validators.url === after.url &&
    before.validators.etag === after.etag &&
    before.validators.lastModified === after.lastModified;
  if (!sent && same && newCount > 0) return new Date(now.getTime() + DISTRUST_MS).toISOString();
  return before.distrustUntil !== null && Date.parse(before.distrustUntil) > now.getTime()
    ? before.distrustUntil
    : null;
}
