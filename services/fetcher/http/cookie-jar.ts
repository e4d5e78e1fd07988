/** The cookies of one chain of redirects. */
export interface CookieJar {
  /** Takes what an answer sets. */
  take(url: URL, setCookies: readonly string[]): void;
  /** The Cookie header of a request to this address, or null. */
  headerFor(url: URL): string | null;
}

/** A gate sets one or two; more than this is tracking, and bytes that we need not carry. */
const MOST = 20;
const LONGEST = 4096;

/**
 * A jar for one chain: sites that let in only who brings back a cookie redirect to themselves until it comes. Each cookie goes to the very
 * host that set it and to no other, however wide its Domain is (one that does not cover the host is none of its, RFC 6265, 5.3), and all are forgotten with the chain.
 */
export function createCookieJar(): CookieJar {
  const jar = new Map<string, { host: string; secure: boolean; pair: string }>();
  return {
    take(url, setCookies) {
      for (const written of setCookies) {
        const [pair = '', ...attributes] = written.split(';').map((part) => part.trim());
        const name = /^([^=\s]+)=/.exec(pair)?.[1];
        if (name === undefined || pair.length > LONGEST || /[\x00-\x1f\x7f]/.test(pair)) continue;
        const domain = attributes
          .find((one) => /^domain\s*=/i.test(one))
          ?.replace(/^[^=]*=\s*\.?/, '')
          .toLowerCase();
        if (domain && url.hostname !== domain && !url.hostname.endsWith(`.${domain}`)) continue;
        const key = `${url.host} ${name}`;
        const maxAge = attributes.find((one) => /^max-age\s*=/i.test(one))?.replace(/^[^=]*=\s*/, '');
        if (maxAge !== undefined && Number(maxAge) <= 0) jar.delete(key);
        else if (jar.size < MOST || jar.has(key)) {
          jar.set(key, { host: url.host, secure: attributes.some((one) => /^secure$/i.test(one)), pair });
        }
      }
    },
    headerFor(url) {
      if (jar.size === 0) return null;
      const pairs = [...jar.values()]
        .filter(({ host, secure }) => host === url.host && (!secure || url.protocol === 'https:'))
        .map(({ pair }) => pair);
      return pairs.length === 0 ? null : pairs.join('; ');
    },
  };
}
