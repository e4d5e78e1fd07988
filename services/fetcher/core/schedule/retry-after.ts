import { parseHttpDate } from './http-date.ts';

/** A server once asked for 88 hours; nothing that we watch may fall silent for longer than a day on one header. */
export const RETRY_AFTER_CAP_SECONDS = 24 * 3600;

/** `capped`: the server asked for more than the cap. */
export interface RetryAfter {
  seconds: number;
  capped: boolean;
}

/**
 * Reads Retry-After, as seconds or as a date (RFC 9110 section 10.2.3); a date that is past gives 0. Null where there
 * is none or it cannot be read: the caller then falls back on its own backoff.
 */
export function parseRetryAfter(value: string | undefined, now: Date): RetryAfter | null {
  const text = value?.trim() ?? '';
  const asked = /^\d+(\.\d+)?$/.test(text) ? Number(text) : secondsUntil(text, now);
  if (asked === null) return null;
  const seconds = Math.ceil(Math.max(0, asked));
  return { seconds: Math.min(seconds, RETRY_AFTER_CAP_SECONDS), capped: seconds > RETRY_AFTER_CAP_SECONDS };
}

function secondsUntil(text: string, now: Date): number | null {
  const date = parseHttpDate(text);
  return date === null ? null : (date.getTime() - now.getTime()) / 1000;
}
