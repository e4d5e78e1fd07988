import { urlKey } from '@wirewatch/shared/text/url.ts';
import type { Hop } from '../../http/answer.ts';
import { canonicalOf } from './page-address.ts';

/**
 * Whether the address that an entry had before leads to the one that it has now, by redirects or by its page's canonical link: then the
 * slug was renamed and the piece is the same. Where one entry of one feed joins the two, a passing redirect and another host prove as much.
 * @param hops every request that began at the earlier address
 * @param html what answered there
 */
export function leadsTo(hops: readonly Hop[], html: string, now: readonly string[]): boolean {
  const wanted = new Set(now.map(urlKey));
  if (hops.slice(1).some(({ url }) => wanted.has(urlKey(url)))) return true;
  const canonical = canonicalOf(html, hops.at(-1)?.url ?? '');
  return canonical !== null && wanted.has(urlKey(canonical));
}
