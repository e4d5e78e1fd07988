import { type ConnectTo, createConnector, type Resolve } from '@wirewatch/shared/http/connector.ts';
import { redactUrl } from '@wirewatch/shared/text/redact-url.ts';
import { Agent } from 'undici';
import { FAILURES, type FailureKind, type Hop, type HttpAnswer, type HttpFailure } from './answer.ts';
import { createCookieJar } from './cookie-jar.ts';
import { startDeadline } from './deadline.ts';
import { classifyError, describeError } from './failure.ts';
import { requestOnce, setCookiesOf, type Transport } from './one-request.ts';
import { type GetHeaders, headersFor } from './request-headers.ts';
import { parseRequestUrl, type RequestUrl, resolveLocation } from './request-url.ts';
import { type PostAnswer, sendForm } from './send-form.ts';

/** Times in milliseconds, sizes in bytes. Where each number comes from stands in docs/decisions. */
export interface HttpLimits {
  connectTimeoutMs: number;
  /** From the request's last byte to the end of the answer's headers. */
  headersTimeoutMs: number;
  /** Longest silence within a body. */
  idleTimeoutMs: number;
  /** The whole of a `get`: all hops, headers and bodies. */
  deadlineMs: number;
  /** Of the body, decoded or not. */
  maxBytes: number;
  maxRedirects: number;
  /** Connections kept to one origin: as many as requests may run there at once. */
  connectionsPerOrigin: number;
  keepAliveMs: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 20_000,
  idleTimeoutMs: 15_000,
  deadlineMs: 60_000,
  maxBytes: 10 * 1024 * 1024,
  maxRedirects: 8,
  connectionsPerOrigin: 2,
  keepAliveMs: 10_000,
};

/** What a check of a hop returns to stop there. */
export interface HopRefusal {
  refusal: string;
}

export interface GetOptions extends GetHeaders {
  maxBytes?: number;
  /** What to do with a body beyond `maxBytes`: fail (the default), or take its beginning. */
  over?: 'fail' | 'cut';
  deadlineMs?: number;
  maxRedirects?: number;
  signal?: AbortSignal;
  /** Asked of each answer that is no redirect: where its page sends its readers on by itself, or null. Followed {@link MOST_ONWARD} times at most. */
  leadsOn?: (
    answer: { status: number; headers: Record<string, string>; body: Uint8Array },
    url: string,
  ) => string | null;
  /** Asked before every request, the first one included: robots, politeness. */
  checkHop?: (url: string) => Promise<HopRefusal | undefined>;
}

export interface HttpClient {
  get(url: string, options?: GetOptions): Promise<HttpAnswer>;
  /** Sends a form; only redirects that keep its method are followed. */
  post(url: string, form: URLSearchParams): Promise<PostAnswer>;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** Name/version (+contact URL), the same on every request. */
  userAgent: string;
  /** Nets (CIDR) or addresses that may be reached although private. */
  allowNets: readonly string[];
  connectTo?: readonly ConnectTo[];
  limits?: Partial<HttpLimits>;
  /** The resolver, for tests that play rebinding; the system's by default. */
  resolve?: Resolve;
}

/** A check page and what it leads to. */
const MOST_ONWARD = 2;

/** Security policies and cookies of news sites exceed Node's 16 KiB; more than this is no header any more. */
const MAX_HEADER_BYTES = 64 * 1024;

/** A client that never throws for what a server or an address does: see HttpAnswer. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const limits: HttpLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const way = {
    allowNets: options.allowNets,
    connectTo: options.connectTo ?? [],
    connectTimeoutMs: limits.connectTimeoutMs,
    ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
  };
  const connect = createConnector(way);
  const settings = {
    maxHeaderSize: MAX_HEADER_BYTES,
    pipelining: 1,
    connections: limits.connectionsPerOrigin,
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: limits.keepAliveMs,
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
  };
  const agent = new Agent({ ...settings, connect: createConnector({ ...way, http2: true }), allowH2: true });
  const plainAgent = new Agent({ ...settings, connect, allowH2: false });
  const { headersTimeoutMs, idleTimeoutMs } = limits;
  const transport: Transport = {
    agent,
    plainAgent,
    connect,
    headersTimeoutMs,
    idleTimeoutMs,
    maxHeaderBytes: MAX_HEADER_BYTES,
  };
  return {
    post: (url, form) => sendForm(transport, options.userAgent, limits.deadlineMs, url, form),
    get: (url, getOptions = {}) => follow(transport, options.userAgent, limits, url, getOptions),
    close: async () => {
      await Promise.all([agent.destroy(), plainAgent.destroy()]);
    },
  };
}

async function follow(
  transport: Transport,
  userAgent: string,
  limits: HttpLimits,
  rawUrl: string,
  options: GetOptions,
): Promise<HttpAnswer> {
  const first = parseRequestUrl(rawUrl);
  const startedAt = new Date();
  const start = performance.now();
  const hops: Hop[] = [];
  const elapsed = (): number => Math.round(performance.now() - start);
  const fail = (kind: FailureKind, message: string, failedUrl: string): HttpFailure => ({
    ok: false,
    kind,
    message,
    retry: FAILURES[kind].retry,
    url: typeof first === 'string' ? redactUrl(rawUrl) : first.href,
    failedUrl,
    hops,
    startedAt,
    elapsedMs: elapsed(),
  });

  if (typeof first === 'string') return fail('bad-url', `${first}: ${redactUrl(rawUrl)}`, redactUrl(rawUrl));

  const deadline = startDeadline(options.deadlineMs ?? limits.deadlineMs, options.signal);
  const size = { maxBytes: options.maxBytes ?? limits.maxBytes, over: options.over ?? 'fail' };
  const maxRedirects = options.maxRedirects ?? limits.maxRedirects;
  const seen = new Set<string>();
  const jar = createCookieJar();
  let onward = 0;
  let target: RequestUrl = first;
  try {
    for (;;) {
      const { href } = target;
      const cookie = jar.headerFor(target.url);
      // The same address with a cookie that it had not before is another request: so gates let in.
      const asked = cookie === null ? href : `${href} ${cookie}`;
      if (seen.has(asked)) return fail('redirect-loop', `led back to ${redactUrl(href)}`, href);
      if (hops.length > maxRedirects) {
        return fail('too-many-redirects', `more than ${maxRedirects}, last to ${redactUrl(href)}`, href);
      }
      seen.add(asked);
      const refused = await options.checkHop?.(href);
      if (refused !== undefined) return fail('hop-refused', refused.refusal, href);

      const requestHeaders = headersFor(target, first, userAgent, options);
      const headers = cookie === null ? requestHeaders : { ...requestHeaders, cookie };
      const answer = await requestOnce(transport, target, { headers, size, signal: deadline.signal });
      if ('error' in answer) {
        const cut = deadline.ended();
        if (cut !== null) return fail(cut.kind, `${cut.message} (${redactUrl(href)})`, href);
        return fail(classifyError(answer.error, answer.sawHeaders), describeError(answer.error, href), href);
      }
      if ('location' in answer) {
        jar.take(target.url, answer.setCookies);
        const next = resolveLocation(answer.location, href);
        const readable = typeof next !== 'string';
        hops.push({ url: href, status: answer.status, location: readable ? next.href : answer.location });
        if (!readable) return fail('bad-url', `redirect to ${redactUrl(answer.location)}: ${next}`, href);
        target = { ...next, authorization: null };
        continue;
      }
      const next = onward < MOST_ONWARD ? placeAfter(answer, href, options.leadsOn) : null;
      if (next !== null) {
        jar.take(target.url, setCookiesOf(answer.rawHeaders));
        const cookieThere = jar.headerFor(next.url);
        // A page that only reloads itself is the page.
        if (!seen.has(cookieThere === null ? next.href : `${next.href} ${cookieThere}`)) {
          onward += 1;
          hops.push({ url: href, status: answer.status, location: next.href });
          target = { ...next, authorization: null };
          continue;
        }
      }
      hops.push({ url: href, status: answer.status, location: null });
      const { authorization: _credentials, ...archived } = requestHeaders;
      return {
        ok: true,
        url: first.href,
        finalUrl: href,
        hops,
        ...answer,
        requestHeaders: archived,
        startedAt,
        elapsedMs: elapsed(),
      };
    }
  } finally {
    deadline.clear();
  }
}

/** Where a page that was read sends its readers on, as an address to ask. */
function placeAfter(
  answer: { status: number; headers: Record<string, string>; body: Uint8Array },
  href: string,
  leadsOn: GetOptions['leadsOn'],
): RequestUrl | null {
  const place = leadsOn?.(answer, href) ?? null;
  const next = place === null ? null : resolveLocation(place, href);
  return typeof next === 'string' ? null : next;
}
