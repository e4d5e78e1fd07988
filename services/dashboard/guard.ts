import type { Config, Right } from '@wirewatch/shared/config.ts';
import type { Store } from '@wirewatch/shared/store/database/store.ts';
import { writeAudit } from '@wirewatch/shared/store/operations/audit.ts';
import type { Context, MiddlewareHandler } from 'hono';
import { addressOf } from './address.ts';
import { readBody } from './body.ts';
import { refuse, reply, wantsJson } from './reply.ts';
import { allowsHost } from './security/hosts.ts';
import { isOwnRequest } from './security/origin.ts';
import { holds, type NamedToken, rightFor, tokensOf } from './security/rights.ts';
import { addSignIn, endSignIn, findSignIn } from './security/stored-sign-ins.ts';
import { createThrottle, type Throttle } from './security/throttle.ts';
import { COOKIE, hashOf, newSession, proofOf, SECURE_COOKIE, SESSION_MS, tokenFor } from './security/token.ts';
import { layout } from './views/layout.ts';
import { signInView } from './views/problem.ts';

/** Who asks: by name, with what right, and whether by the form's cookie. Without tokens anybody on this machine, with every right. */
export interface Who {
  name: string;
  right: Right;
  /** The id of the sign-in; null where the request brought a token, or none is needed. */
  signIn: string | null;
}

const LOCAL: Who = { name: 'local', right: 'operator', signIn: null };

/** What the guard needs of the dashboard. */
interface Shell {
  config: Config;
  store: Store;
  now: () => number;
}

/** Everything that stands before the pages: host, origin, token, right. */
export function guard(shell: Shell): MiddlewareHandler<{ Variables: { who: Who } }> {
  const { config, now } = shell;
  const { WIREWATCH_HOST: bound, WIREWATCH_PUBLIC_HOSTS: publicHosts } = config;
  const tokens = tokensOf(config);
  const throttle = createThrottle();
  return async (c, next) => {
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
    if (tokens.length === 0) {
      c.set('who', LOCAL);
      return next();
    }
    if (c.req.path.startsWith('/assets/')) return next();
    const address = addressOf(c);
    const waitMs = throttle.waitMs(address, now());
    if (c.req.path === '/login' && c.req.method === 'POST') {
      return waitMs > 0 ? tooMany(c, waitMs) : signIn(c, shell, tokens, throttle);
    }
    const proof = proofOf({ authorization: header('authorization'), cookie: header('cookie') });
    if (proof === null) return askForToken(c);
    if (proof.kind === 'token' && waitMs > 0) return tooMany(c, waitMs);
    const who =
      proof.kind === 'token' ? whoBrings(tokenFor(proof.given, tokens)) : await whoSignedIn(shell, tokens, proof.value);
    if (who === null) {
      if (proof.kind === 'token') await noteFailure(shell, throttle, address);
      return askForToken(c);
    }
    const needed = rightFor(c.req.method, c.req.path);
    if (!holds(who.right, needed)) {
      return refuse(
        c,
        403,
        `The token "${who.name}" has the right "${who.right}"; this needs "${needed}".`,
        who.signIn !== null,
      );
    }
    c.set('who', who);
    return next();
  };
}

function whoBrings(token: NamedToken | null): Who | null {
  return token && { name: token.name, right: token.right, signIn: null };
}

/** A sign-in holds until its time, until somebody ends it, and as long as its token is in force. */
async function whoSignedIn({ store, now }: Shell, tokens: readonly NamedToken[], value: string): Promise<Who | null> {
  const id = hashOf(value);
  const row = await findSignIn(store, id);
  if (row === null || row.until <= now()) return null;
  const token = tokens.find((each) => each.name === row.name && hashOf(each.token) === row.tokenHash);
  return token ? { name: token.name, right: token.right, signIn: id } : null;
}

async function noteFailure({ store, now }: Shell, throttle: Throttle, address: string): Promise<void> {
  throttle.failed(address, now());
  const change = { at: now(), who: `web:${address}`, action: 'sign-in.failed', target: address, count: 1 };
  await store.write((tx) => writeAudit(store, tx, change));
}

function tooMany(c: Context, waitMs: number): Promise<Response> {
  const seconds = Math.ceil(waitMs / 1000);
  c.header('retry-after', String(seconds));
  return refuse(c, 429, `Too many wrong tokens from your address: try again in ${seconds} s.`, false);
}

async function askForToken(c: Context, wrong = false): Promise<Response> {
  // Only where a newsreader asks: a browser would show its own box instead of our form.
  const scheme = /\.(?:atom|json)$/.test(c.req.path) ? 'Basic' : 'Bearer';
  c.header('www-authenticate', `${scheme} realm="wirewatch"`);
  if (wantsJson(c)) {
    return refuse(
      c,
      401,
      'A token is needed: "Authorization: Bearer TOKEN" (WIREWATCH_TOKEN, WIREWATCH_TOKENS).',
      false,
    );
  }
  const next = c.req.method === 'GET' ? new URL(c.req.url).pathname : '/';
  return c.html(await layout({ title: 'Sign in', place: 'none', signedIn: false }, signInView(next, wrong)), 401);
}

async function signIn(c: Context, shell: Shell, tokens: readonly NamedToken[], throttle: Throttle): Promise<Response> {
  const { store, now } = shell;
  const sent = await readBody(c);
  if ('problem' in sent) return refuse(c, sent.status, sent.problem, false);
  const { form } = sent;
  const token = tokenFor(form.get('token') ?? '', tokens);
  const address = addressOf(c);
  if (token === null) {
    await noteFailure(shell, throttle, address);
    return askForToken(c, true);
  }
  throttle.succeeded(address);
  const value = newSession();
  const [createdAt, tokenHash] = [now(), hashOf(token.token)];
  await addSignIn(store, {
    id: hashOf(value),
    name: token.name,
    tokenHash,
    address,
    createdAt,
    until: createdAt + SESSION_MS,
  });
  c.header('set-cookie', cookie(c, value, SESSION_MS / 1000));
  const asked = form.get('next') ?? '/';
  // A path of ours only: "//other.example" would lead away, and browsers drop tabs and line ends before they read one.
  return reply(c, { kind: 'go', to: /^\/(?![/\\])[^\x00-\x20\\]*$/.test(asked) ? asked : '/' }, true);
}

function cookie(c: Context, value: string, seconds: number): string {
  const secure = c.req.header('x-forwarded-proto') === 'https';
  const name = secure ? SECURE_COOKIE : COOKIE;
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** Ends a sign-in, here and in the store. */
export async function signOut(c: Context<{ Variables: { who: Who } }>, store: Store): Promise<Response> {
  const { signIn } = c.get('who');
  if (signIn !== null) await endSignIn(store, signIn);
  c.header('set-cookie', cookie(c, '', 0));
  return reply(c, { kind: 'go', to: '/' }, false);
}
