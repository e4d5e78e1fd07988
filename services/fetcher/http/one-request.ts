import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { type Agent, type buildConnector, request } from 'undici';
import { BodyError, type ReadBytes, readBody } from './decode-body.ts';
import { isLenientMatter, LenientMatter, lenientRequest } from './lenient-request.ts';
import { createRecall } from './recall.ts';
import type { RequestUrl } from './request-url.ts';

/** What one request gave: an error, the way to go on, or a response read to its end. */
export type OneAnswer =
  | { error: unknown; sawHeaders: boolean }
  | { status: number; location: string; setCookies: string[] }
  | ({
      status: number;
      statusText: string;
      headers: Record<string, string>;
      rawHeaders: Array<[string, string]>;
    } & ReadBytes);

/** 300 with a place is followed too, as curl does: the server says which of the choices it prefers. */
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308]);
/** A redirect's own body is read away up to this size to keep the connection; beyond it the connection is dropped. */
const REDIRECT_BODY_BYTES = 64 * 1024;

/** Servers whose answers break the protocol's letter do so each time. */
const lenient = createRecall();
/** As do servers whose HTTP/2 is broken. */
const plain = createRecall();

/** What requests go out by. */
export interface Transport {
  /** Takes HTTP/2 where the server offers it. */
  agent: Agent;
  /** HTTP/1.1 alone, for servers whose HTTP/2 is broken. */
  plainAgent: Agent;
  /** Makes the connection of a request that is read leniently. */
  connect: buildConnector.connector;
  headersTimeoutMs: number;
  idleTimeoutMs: number;
  maxHeaderBytes: number;
}

interface Exchange {
  headers: Record<string, string>;
  size: { maxBytes: number; over: 'fail' | 'cut' };
  signal: AbortSignal;
  form?: string;
}

/**
 * One GET, or POST of a form, without following anything. Never throws; whatever was not read to its end has its connection destroyed. A
 * GET whose answer a strict reader refuses is made once more and read as curl and browsers would.
 */
export async function requestOnce(transport: Transport, target: RequestUrl, exchange: Exchange): Promise<OneAnswer> {
  const { origin } = target.url;
  // A form is sent once, and to hubs, which are asked rarely: by the version that never fails half-way.
  if (exchange.form !== undefined) return strictly(transport.plainAgent, target, exchange);
  if (lenient.has(origin)) {
    const answer = await leniently(transport, target, exchange);
    if (!('error' in answer)) return answer;
  }
  const first = await byVersion(transport, target, exchange);
  // The server had closed a connection that was kept while our request was on its way: nothing was answered, and a GET may be sent again
  // at once (RFC 9112, 9.3.1). On a new one, so that a server that closes each is asked twice at most.
  const isStale = 'error' in first && !exchange.signal.aborted && !first.sawHeaders && isKeptAndClosed(first.error);
  const answer = isStale ? await byVersion(transport, target, exchange) : first;
  if (!('error' in answer) || exchange.signal.aborted || !isLenientMatter(answer.error)) return answer;
  const second = await leniently(transport, target, exchange);
  // What neither reads is told in the words of who came further.
  if ('error' in second) return second.sawHeaders ? second : answer;
  lenient.remember(origin);
  return second;
}

/** By HTTP/2 where it is offered; once more by 1.1 where that fails by the protocol, and so at once for an hour. */
async function byVersion(transport: Transport, target: RequestUrl, exchange: Exchange): Promise<OneAnswer> {
  const { origin } = target.url;
  if (plain.has(origin)) return strictly(transport.plainAgent, target, exchange);
  const answer = await strictly(transport.agent, target, exchange);
  if (!('error' in answer) || exchange.signal.aborted || !isHttp2Matter(answer.error)) return answer;
  const second = await strictly(transport.plainAgent, target, exchange);
  if (!('error' in second)) plain.remember(origin);
  return second;
}

/** A connection that ended and had been of use before: its socket has read something. */
function isKeptAndClosed(error: unknown): boolean {
  for (let layer = error; layer instanceof Error; layer = layer.cause) {
    const { code, socket } = layer as { code?: string; socket?: { bytesRead?: number } };
    if (code === 'UND_ERR_SOCKET') return (socket?.bytesRead ?? 0) > 0;
  }
  return false;
}

/** What goes wrong in HTTP/2 itself: frames, streams, a session that the server ends. */
function isHttp2Matter(error: unknown): boolean {
  for (let layer = error; layer instanceof Error; layer = layer.cause) {
    const code = 'code' in layer ? String(layer.code) : '';
    if (code.startsWith('ERR_HTTP2') || /HTTP\/2/.test(layer.message)) return true;
  }
  return false;
}

async function strictly(agent: Agent, target: RequestUrl, exchange: Exchange): Promise<OneAnswer> {
  const { headers, size, signal, form } = exchange;
  let body: Readable | null = null;
  try {
    const answer = await request(target.url, {
      dispatcher: agent,
      ...(form === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body: form }),
      headers,
      signal,
      responseHeaders: 'raw',
    });
    body = answer.body;
    // With `responseHeaders: 'raw'` undici gives a flat list of names and values, which its types do not say.
    const rawHeaders = pairs(answer.headers as unknown as string[]);
    const { statusCode: status, statusText } = answer;
    const transfer = rawHeaders.find(([name]) => name.toLowerCase() === 'transfer-encoding')?.[1];
    // Of any other transfer coding the strict parser waits for the connection's end.
    if (transfer !== undefined && !/chunked\s*$/i.test(transfer))
      throw new LenientMatter(`a transfer coding that is none: ${transfer.slice(0, 40)}`);
    return await readAnswer({ status, statusText, rawHeaders }, answer.body, size, () =>
      answer.body.dump({ limit: REDIRECT_BODY_BYTES, signal }),
    );
  } catch (error) {
    body?.on('error', () => {}).destroy();
    return { error, sawHeaders: body !== null };
  }
}

async function leniently(transport: Transport, target: RequestUrl, exchange: Exchange): Promise<OneAnswer> {
  const { headers, size, signal } = exchange;
  let body: IncomingMessage | null = null;
  try {
    const sent = {
      headers,
      signal,
      headersTimeoutMs: transport.headersTimeoutMs,
      idleTimeoutMs: transport.idleTimeoutMs,
      maxHeaderBytes: transport.maxHeaderBytes,
    };
    body = await lenientRequest(transport.connect, target.url, sent);
    const answer = body;
    const head = {
      status: answer.statusCode ?? 0,
      statusText: answer.statusMessage ?? '',
      rawHeaders: pairs(answer.rawHeaders),
    };
    return await readAnswer(head, answer, size, async () => {
      answer.destroy();
    });
  } catch (error) {
    body?.on('error', () => {}).destroy();
    return { error, sawHeaders: body !== null };
  }
}

async function readAnswer(
  head: { status: number; statusText: string; rawHeaders: Array<[string, string]> },
  body: Readable,
  size: Exchange['size'],
  leave: () => Promise<unknown>,
): Promise<OneAnswer> {
  const fields = joinHeaders(head.rawHeaders);
  const setCookies = setCookiesOf(head.rawHeaders);
  if (REDIRECTS.has(head.status) && fields.location !== undefined) {
    await leave();
    return { status: head.status, location: fields.location, setCookies };
  }
  // A length beside chunks is passed over (RFC 9112, 6.3).
  const announced = fields['transfer-encoding'] === undefined ? Number(fields['content-length']) : 0;
  if (size.over === 'fail' && announced > size.maxBytes) {
    throw new BodyError('too-large', `announces ${announced} bytes, the limit is ${size.maxBytes}`);
  }
  const read = await readBody(body, fields['content-encoding'], size.maxBytes, size.over);
  return { ...head, headers: fields, ...read };
}

/** The cookies that an answer sets, each header by itself. */
export function setCookiesOf(rawHeaders: ReadonlyArray<[string, string]>): string[] {
  return rawHeaders.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
}

function pairs(flat: readonly string[]): Array<[string, string]> {
  const found: Array<[string, string]> = [];
  for (let i = 0; i + 1 < flat.length; i += 2) found.push([String(flat[i]), String(flat[i + 1])]);
  return found;
}

/** One value a name, RFC 9110 section 5.3; of the headers that must be single (a second one is a server's mistake), the first. */
function joinHeaders(raw: ReadonlyArray<[string, string]>): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of raw) {
    const key = name.toLowerCase();
    const before = joined[key];
    if (before === undefined) joined[key] = value;
    else if (!SINGLE.has(key)) joined[key] = `${before}, ${value}`;
  }
  return joined;
}

const SINGLE = new Set([
  'content-type',
  'content-length',
  'location',
  'etag',
  'last-modified',
  'retry-after',
  'expires',
  'date',
]);
