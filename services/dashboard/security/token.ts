import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const COOKIE = 'wirewatch';
/** A working day and a night: who works daily signs in daily. */
const SESSION_MS = 24 * 3_600_000;

/** Compares secrets in a time that tells nothing about them. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Whether what somebody typed is the token. */
export function isToken(given: string, token: string): boolean {
  return same(given, token);
}

/** A cookie's value that says "signed in until": it holds no token, and ends when the token changes. */
export function sealSession(token: string, now: number): { value: string; maxAgeSeconds: number } {
  const until = String(now + SESSION_MS);
  return { value: `${until}.${seal(token, until)}`, maxAgeSeconds: SESSION_MS / 1000 };
}

function seal(token: string, until: string): string {
  return createHmac('sha256', token).update(`wirewatch session until ${until}`).digest('base64url');
}

function isSession(value: string, token: string, now: number): boolean {
  const [until = '', given = ''] = value.split('.');
  return same(given, seal(token, until)) && Number(until) > now;
}

/** Who a request is from: by `Authorization: Bearer` or `Basic`, by the cookie of the login form, or nobody. */
export function whoAsks(
  headers: { authorization: string | undefined; cookie: string | undefined },
  token: string,
  now: number,
): 'token' | 'session' | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return same(bearer, token) ? 'token' : null;
  // Newsreaders can send a name and a password, and no bearer token: any name will do.
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const password = Buffer.from(basic, 'base64')
      .toString('utf8')
      .replace(/^[^:]*:/, '');
    return same(password, token) ? 'token' : null;
  }
  const cookies = (headers.cookie ?? '').split(/;\s*/);
  const session = cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return session !== undefined && isSession(session, token, now) ? 'session' : null;
}
