import { parse } from 'tldts';
import { fold } from '../text/tokens.ts';

/** A host, with or without a scheme before it and a path behind. */
const ADDRESS = /^(?:https?:\/\/)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)\.?(?::\d+)?(?:[/?#].*)?$/u;

/** Platforms that give each author a host of its own and are not in the list's private part (version of November 2026). */
const PLATFORMS = /(?:^|\.)([^.]+\.(?:substack|medium|tumblr|livejournal|beehiiv|over-blog)\.com)$/;

/**
 * The domain that an outlet registered (`news.hurriyet.com.tr`: `hurriyet.com.tr`), by the public suffix list with its private part:
 * `x.substack.com` and `y.substack.com` are two. Null for what is no host under a known suffix.
 */
export function registrableDomain(host: string): string | null {
  const own = PLATFORMS.exec(host)?.[1];
  if (own !== undefined && !own.startsWith('www.')) return own;
  const found = parse(host, { allowPrivateDomains: true });
  return found.isIcann || found.isPrivate ? found.domain : null;
}

/** The domain of the platform that a host is a guest of (`x.substack.com`: `substack.com`); null for a host of its own. */
export function platformOf(host: string): string | null {
  const whole = parse(host).domain;
  return whole === registrableDomain(host) ? null : whole;
}

/**
 * A key under which the names of one outlet meet: "The National", "thenational.ae" and "National" differ on pages, but
 * credit lines and publisher fields must join. Of a host the registrable domain counts, without its suffix; case, accents, a leading
 * article and punctuation go.
 */
export function outletKey(name: string): string {
  const folded = fold(name).trim();
  const host = ADDRESS.exec(folded)?.[1];
  const domain = host === undefined ? null : registrableDomain(host);
  return (domain === null ? folded : domain.slice(0, domain.indexOf('.')))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/^(?:the|el|la|le|les|der|die|das|al|il)[\s-]+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
