import { isOwnEntry } from './entry-address.ts';
import { ampCacheTarget, isTrackingParameter, MOBILE_LABELS, twinPath } from './url-tables.ts';

/**
 * A URL in one spelling that fetches the same page: absolute, http(s) only, host lower case and without a trailing dot, no default
 * port, dot segments resolved, percent escapes in upper case and only where needed, blanks and line breaks of the markup gone.
 * Nothing that a server could tell apart is lost.
 * @param base for a relative reference
 * @returns null for what is no http(s) address
 */
export function normaliseUrl(url: string, base?: string): string | null {
  const parsed = parse(url, base);
  if (!parsed) return null;
  parsed.pathname = plainEscapes(parsed.pathname);
  parsed.search = plainEscapes(parsed.search);
  parsed.hash = plainEscapes(parsed.hash);
  return parsed.href;
}

/**
 * The key under which the addresses of one page meet, for identity only: it is lossy and no address to fetch. Scheme, `www`, port,
 * fragment (but an entry's that has no page), tracking parameters, the order of the others, a trailing slash, an index file, the AMP and the mobile twin all fold.
 * An address that is not http(s) is its own key.
 */
export function urlKey(url: string): string {
  const plain = PLAIN.exec(url);
  if (plain && !SPECIAL_HOST.test(plain[1]!)) {
    const path = plain[2] ?? '/';
    return (
      plainHostKey(plain[1]!) +
      (SPECIAL_PATH.test(path) ? pathKey(path) : path.endsWith('/') ? path.slice(0, -1) : path)
    );
  }
  const parsed = parse(url);
  if (!parsed) return url.trim();
  const inner = ampCacheTarget(parsed);
  if (inner) return urlKey(inner);
  // Most addresses have none, and to read it costs as much as all else.
  const query = (parsed.search === '' ? [] : [...parsed.searchParams])
    .filter(([name, value]) => !isTrackingParameter(name.toLowerCase(), value.toLowerCase()))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const key = hostKey(parsed.hostname, parsed.port) + pathKey(parsed.pathname);
  const own = isOwnEntry(url) ? parsed.hash : '';
  return `${key}${query.length > 0 ? `?${[...new Set(query)].join('&')}` : ''}${own}`;
}

/**
 * An address as most are: a name in lower case and a path without escapes and dot segments. Nothing of it has to be parsed, which is most
 * of what a key costs.
 */
const PLAIN = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})((?:\/(?!\.)[A-Za-z0-9._~-]*)+)?$/;
/** A name in another spelling, or a host that may show others' pages. */
const SPECIAL_HOST = /xn--|amp|google/;
/** A path of such an address in which {@link pathKey} may find more to fold than one slash at its end. */
const SPECIAL_PATH = /\/\/|amp|index|default/i;

/** Keys of plain hosts: there are far fewer of them than pages. */
const hostKeys = new Map<string, string>();
const MOST_HOSTS = 10_000;

function plainHostKey(hostname: string): string {
  let key = hostKeys.get(hostname);
  if (key === undefined) {
    if (hostKeys.size >= MOST_HOSTS) hostKeys.clear();
    key = hostKey(hostname, '');
    hostKeys.set(hostname, key);
  }
  return key;
}

/** Same host under its other names: the part of a host that tells sites apart. */
function hostKey(hostname: string, port: string): string {
  const labels = hostname.split('.');
  // The last two labels are the site's own name (or a country's second level): never a device's.
  const site = labels.splice(-2);
  const kept = labels.filter((label) => !MOBILE_LABELS.has(label) && !/^www\d*$/.test(label));
  return [...kept, ...site].join('.') + (port ? `:${port}` : '');
}

function pathKey(pathname: string): string {
  const path = plainEscapes(pathname)
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/;]*/gi, '')
    .replace(/\/{2,}/g, '/');
  return twinPath(path)
    .replace(/\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|cfm)$/i, '')
    .replace(/(?<!\/)\/+$/, '');
}

function parse(url: string, base?: string): URL | null {
  // Feeds wrap long addresses over lines; the URL parser drops line breaks and tabs, but keeps blanks inside.
  const text = url.trim().replace(/^\/\/(?=[^/])/, base ? '//' : 'https://');
  const parsed = URL.parse(text, base);
  if (parsed === null) return null;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  if (parsed.hostname.endsWith('.')) parsed.hostname = parsed.hostname.replace(/(?<!\.)\.+$/, '');
  return parsed.hostname === '' ? null : parsed;
}

/** RFC 3986 section 6.2.2: hexadecimal digits in upper case, unreserved characters plain. */
function plainEscapes(part: string): string {
  return part.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const letter = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(letter) ? letter : escaped.toUpperCase();
  });
}
