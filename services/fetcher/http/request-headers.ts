import { ACCEPT_ENCODING } from './decode-body.ts';
import type { RequestUrl } from './request-url.ts';

export interface GetHeaders {
  /** Sent on every hop, but Authorization and Cookie only to the origin that was asked for. */
  headers?: Record<string, string>;
  /** Sent, byte for byte, only to the address that they came from: elsewhere the same tag may stand for another body. */
  validators?: { url: string; etag: string | null; lastModified: string | null } | null;
}

/** Headers that open something for their bearer: never sent to an origin that the caller did not name. */
const CREDENTIALS = new Set(['authorization', 'cookie', 'proxy-authorization']);

/**
 * The headers of one request of a chain that began at `first`. No Cache-Control or Pragma of our own: with `no-cache`
 * some servers never answer 304.
 */
export function headersFor(
  target: RequestUrl,
  first: RequestUrl,
  userAgent: string,
  options: GetHeaders,
): Record<string, string> {
  const sameOrigin = target.url.origin === first.url.origin;
  const headers: Record<string, string> = { 'user-agent': userAgent };
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    const lower = name.toLowerCase();
    if (sameOrigin || !CREDENTIALS.has(lower)) headers[lower] = value;
  }
  headers.accept ??= '*/*';
  headers['accept-encoding'] = ACCEPT_ENCODING;
  if (sameOrigin && first.authorization !== null) headers.authorization = first.authorization;
  if (options.validators?.url === target.href) {
    const { etag, lastModified } = options.validators;
    if (etag !== null) headers['if-none-match'] = etag;
    if (lastModified !== null) headers['if-modified-since'] = lastModified;
  }
  return headers;
}
