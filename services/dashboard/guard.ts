import type { Config } from '@wirewatch/shared/config.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { readBody } from './body.ts';
import { refuse, reply, wantsJson } from './reply.ts';
import { SECURITY_HEADERS } from './security/headers.ts';
import { allowsHost } from './security/hosts.ts';
import { isOwnRequest } from './security/origin.ts';
import { COOKIE, isToken, sealSession, whoAsks } from './security/token.ts';
import { layout } from './views/layout.ts';
import { signInView } from './views/problem.ts';

/** Who asks: with a token in force by which proof, else anybody on this machine. */
export type Who = 'token' | 'session' | 'local';

/** A wrong token costs this long, so that guessing is slow. */
const WRONG_TOKEN_MS = 500;

/** Everything that stands before the pages: headers, host, origin, token. */
export function guard(config: Config, now: () => number): MiddlewareHandler<{ Variables: { who: Who } }> {
  const { WIREWATCH_HOST: bound, WIREWATCH_PUBLIC_HOSTS: publicHosts, WIREWATCH_TOKEN: token } = config;
  return async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    const header = (name: string) => c.req.header(name);
    const host = header('host');
    if (!allowsHost(host, bound, publicHosts)) {
      return refuse(c, 403, `The host "${host ?? ''}" is not ours: add it to WIREWATCH_PUBLIC_HOSTS if it is.`, false);
    }
    const provenance = {
      method: c.req.method,
      host,
      origin: header('origin'),
      secFetchSite: header('sec-fetch-site'),
      cookie: header('cookie'),
    };
    if (!isOwnRequest(provenance)) return refuse(c, 403, 'Changes are taken from our own pages only.', false);
    if (token === undefined) {
      c.set('who', 'local');
      return next();
    }
    if (c.req.path.startsWith('/assets/')) return next();
    if (c.req.path === '/login' && c.req.method === 'POST') return signIn(c, token, now());
    const who = whoAsks({ authorization: header('authorization'), cookie: header('cookie') }, token, now());
    if (who === null) return askForToken(c);
    c.set('who', who);
    return next();
  };
}

async function askForToken(c: Context, wrong = false): Promise<Response> {
  // Only where a newsreader asks: a browser would show its own box instead of our form.
  const scheme = /^\/search\.(?:atom|json)$/.test(c.req.path) ? 'Basic' : 'Bearer';
  c.header('www-authenticate', `${scheme} realm="wirewatch"`);
  if (wantsJson(c)) return refuse(c, 401, 'A token is needed: "Authorization: Bearer TOKEN" (WIREWATCH_TOKEN).', false);
  const next = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/';
  return c.html(await layout({ title: 'Sign in', place: 'none', signedIn: false }, signInView(next, wrong)), 401);
}

async function signIn(c: Context, token: string, now: number): Promise<Response> {
  const sent = await readBody(c);
  if ('problem' in sent) return refuse(c, sent.status, sent.problem, false);
  const { form } = sent;
  if (!isToken(form.get('token') ?? '', token)) {
    await new Promise((resolve) => setTimeout(resolve, WRONG_TOKEN_MS));
    return askForToken(c, true);
  }
  const { value, maxAgeSeconds } = sealSession(token, now);
  const secure = c.req.header('x-forwarded-proto') === 'https' ? '; Secure' : '';
  c.header('set-cookie', `${COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure}`);
  const asked = form.get('next') ?? '/';
  // A path of ours only: "//other.example" would lead away.
  return reply(c, { kind: 'go', to: /^\/(?![/\\])/.test(asked) ? asked : '/' }, true);
}

/** Ends a session. */
export function signOut(c: Context): Promise<Response> {
  c.header('set-cookie', `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`);
  return reply(c, { kind: 'go', to: '/' }, false);
}
