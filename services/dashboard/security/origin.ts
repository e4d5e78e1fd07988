/** What a request says of where it comes from. */
export interface Provenance {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
  cookie: string | undefined;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a changing request comes from a page of ours. Browsers send Origin with every POST, and newer ones Sec-Fetch-Site,
 * which no page can forge. A program sends neither: it is let through unless it carries a cookie, for a cookie is a browser's.
 */
export function isOwnRequest(request: Provenance): boolean {
  if (READING.has(request.method)) return true;
  if (request.secFetchSite !== undefined && request.secFetchSite !== 'same-origin') return false;
  if (request.origin !== undefined) return originHost(request.origin) === request.host?.toLowerCase();
  return request.secFetchSite !== undefined || request.cookie === undefined;
}

/** The host of an Origin with its port as a Host header would give it; the scheme may differ behind a proxy that ends TLS. */
function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
