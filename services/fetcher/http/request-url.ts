/** An address ready to be asked for. */
export interface RequestUrl {
  /** Without fragment and credentials: what goes over the wire, into logs' redaction and into the record. */
  href: string;
  url: URL;
  /** Value of an Authorization header, from `user:password@`; null without. */
  authorization: string | null;
}

/**
 * Reads an address: only http and https, fragment dropped, `user:password@` turned into Basic credentials.
 * Returns a text that says what is wrong with it where it cannot be asked for.
 */
export function parseRequestUrl(raw: string | URL, base?: string): RequestUrl | string {
  let url: URL;
  try {
    url = new URL(raw, base);
  } catch {
    return 'not a URL';
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `scheme ${url.protocol} is not http or https`;
  if (url.hostname === '') return 'no host';
  url.hash = '';
  let authorization: string | null = null;
  if (url.username !== '' || url.password !== '') {
    const pair = `${decode(url.username)}:${decode(url.password)}`;
    authorization = `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
    url.username = '';
    url.password = '';
  }
  return { href: url.href, url, authorization };
}

/**
 * The key under which two subscriptions are one feed: what goes over the wire is the same (fragment, default port,
 * case of scheme and host, dot segments). Nothing else is folded, because any other difference may be another feed.
 */
export function feedKey(raw: string): string {
  const parsed = parseRequestUrl(raw.trim());
  if (typeof parsed === 'string') return raw.trim();
  return parsed.authorization === null ? parsed.href : `${parsed.href} ${parsed.authorization}`;
}

/**
 * Where a Location header leads. Header bytes reach us as Latin-1; many servers send raw UTF-8 there, which is read as
 * such when it is valid.
 */
export function resolveLocation(location: string, base: string): RequestUrl | string {
  let text = location.trim();
  if (/[\x80-\xff]/.test(text) && !/[^\x00-\xff]/.test(text)) {
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
    } catch {
      // Latin-1 it is.
    }
  }
  return parseRequestUrl(text, base);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
