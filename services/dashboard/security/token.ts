import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { NamedToken } from './rights.ts';

/** The cookie's name; where TLS is there it is one that no other host and no plain connection can set. */
export const COOKIE = 'wirewatch';
export const SECURE_COOKIE = '__Host-wirewatch';
/** A working day and a night: who works daily signs in daily. */
export const SESSION_MS = 24 * 3_600_000;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** A name for a secret that does not tell it. */
export function hashOf(secret: string): string {
  return digest(secret).toString('hex');
}

/** The token that somebody gave, or null. Compares every one in a time that tells nothing about them. */
export function tokenFor(given: string, tokens: readonly NamedToken[]): NamedToken | null {
  let found: NamedToken | null = null;
  for (const each of tokens) if (timingSafeEqual(digest(given), digest(each.token))) found = each;
  return found;
}

/** A cookie's value: it holds no token and says nothing. */
export function newSession(): string {
  return randomBytes(32).toString('base64url');
}

/** What a request brings to say who asks. */
export type Proof = { kind: 'token'; given: string } | { kind: 'session'; value: string };

/** By `Authorization: Bearer` or `Basic`, by the cookie of the login form, or by nothing. */
export function proofOf(headers: { authorization: string | undefined; cookie: string | undefined }): Proof | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { kind: 'token', given: bearer };
  // Newsreaders can send a name and a password, and no bearer token: any name will do.
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const given = Buffer.from(basic, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, '');
    return { kind: 'token', given };
  }
  for (const each of (headers.cookie ?? '').split(/;\s*/)) {
    const at = each.indexOf('=');
    if (at > 0 && [COOKIE, SECURE_COOKIE].includes(each.slice(0, at)))
      return { kind: 'session', value: each.slice(at + 1) };
  }
  return null;
}
