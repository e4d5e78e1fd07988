import type { Readable } from 'node:stream';
import { type Agent, request } from 'undici';
import { BodyError, type ReadBytes, readBody } from './decode-body.ts';
import type { RequestUrl } from './request-url.ts';

/** What one request gave: an error, the way to go on, or a response read to its end. */
export type OneAnswer =
  | { error: unknown; sawHeaders: boolean }
  | { status: number; location: string }
  | ({
      status: number;
      statusText: string;
      headers: Record<string, string>;
      rawHeaders: Array<[string, string]>;
    } & ReadBytes);

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** A redirect's own body is read away up to this size to keep the connection; beyond it the connection is dropped. */
const REDIRECT_BODY_BYTES = 64 * 1024;

/** One GET, or POST of a form, without following anything. Never throws; whatever was not read to its end has its connection destroyed. */
export async function requestOnce(
  agent: Agent,
  target: RequestUrl,
  headers: Record<string, string>,
  size: { maxBytes: number; over: 'fail' | 'cut' },
  signal: AbortSignal,
  form?: string,
): Promise<OneAnswer> {
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
    const fields = joinHeaders(rawHeaders);
    const status = answer.statusCode;
    if (REDIRECTS.has(status) && fields.location !== undefined) {
      await answer.body.dump({ limit: REDIRECT_BODY_BYTES, signal });
      return { status, location: fields.location };
    }
    if (size.over === 'fail' && Number(fields['content-length']) > size.maxBytes) {
      throw new BodyError('too-large', `announces ${fields['content-length']} bytes, the limit is ${size.maxBytes}`);
    }
    const read = await readBody(body, fields['content-encoding'], size.maxBytes, size.over);
    return { status, statusText: answer.statusText, headers: fields, rawHeaders, ...read };
  } catch (error) {
    body?.on('error', () => {}).destroy();
    return { error, sawHeaders: body !== null };
  }
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
