import { parseHttpDate } from './http-date.ts';

/**
 * How long a private cache may hold the answer: seconds from now, null where nothing is said. max-age goes before
 * Expires (RFC 9111 section 5.3); s-maxage speaks to shared caches; no-cache and no-store say nothing of a rhythm.
 * What the answer has already aged on its way is taken off.
 */
export function freshSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(headers['cache-control'] ?? '');
  if (maxAge !== null) {
    const age = /^\d{1,9}$/.test(headers.age?.trim() ?? '') ? Number(headers.age) : 0;
    return Math.max(0, Number(maxAge[1]) - age);
  }
  const expires = parseHttpDate(headers.expires);
  if (expires === null) return null;
  // Against the server's own clock where it tells it: the difference is meant, not the instant.
  const from = parseHttpDate(headers.date) ?? now;
  return Math.max(0, Math.round((expires.getTime() - from.getTime()) / 1000));
}
