import { hostOf } from '@wirewatch/shared/text/host.ts';
import { normaliseUrl, urlKey } from '@wirewatch/shared/text/url.ts';
import { decodeHTMLAttribute } from 'entities';
import type { Hop } from '../../http/answer.ts';
import { transportOf } from './transport.ts';

/** Under which addresses a page was found. */
export interface PageAddresses {
  /** The publisher's own: the asked one, or where a carrier's link leads. */
  url: string;
  /** Others that are surely the same page's. */
  also: string[];
}

const LASTING = new Set([301, 308]);
/** The head is where a canonical link stands; pages with 200 kB of inline style before it were seen. */
const HEAD_CHARACTERS = 400_000;

/**
 * The addresses of a page that was fetched. A passing redirect (to a consent page, a notice, a sign-in) makes no two addresses one,
 * nor does a canonical link to another host (that is a credit) or to another piece (a template's mistake).
 * @param hops every request of the exchange in order, the last one answered
 * @param html the page, a character a byte
 */
export function pageAddresses(hops: readonly Hop[], html: string): PageAddresses {
  const first = hops.findIndex((hop) => transportOf(hop.url) === null);
  // A carrier that leads nowhere shows a page of its own: nothing is learnt of the publisher.
  if (first < 0) return { url: hops[0]!.url, also: [] };
  const { url } = hops[first]!;
  const also: string[] = [];
  for (let at = first; at < hops.length - 1; at += 1) {
    const next = hops[at + 1]!.url;
    if (!isArticleAddress(next)) break;
    if (!LASTING.has(hops[at]!.status) && !samePiece(url, next)) break;
    also.push(next);
  }
  const last = also.at(-1) ?? url;
  const canonical = canonicalOf(html, last);
  if (canonical !== null && hostOf(canonical) === hostOf(last) && samePiece(last, canonical)) also.push(canonical);
  const keys = new Set([urlKey(url)]);
  return {
    url,
    also: also.filter((address) => {
      const key = urlKey(address);
      return !keys.has(key) && keys.add(key);
    }),
  };
}

/** A front page or a section's is where sites send readers of a piece that is gone. */
function isArticleAddress(url: string): boolean {
  const { pathname, search } = new URL(url);
  return search.length > 1 || lastSegment(pathname).length >= 8 || /\d{3}/.test(lastSegment(pathname));
}

/** Two addresses of one site name the same piece: the same last part of the path, or the same number in it. */
function samePiece(a: string, b: string): boolean {
  const [one, two] = [lastSegment(new URL(a).pathname), lastSegment(new URL(b).pathname)];
  if (one !== '' && one === two) return isArticleAddress(a);
  // Numbers of four digits are years.
  const number = /\d{5,}/.exec(one)?.[0];
  return number !== undefined && number === /\d{5,}/.exec(two)?.[0];
}

function lastSegment(pathname: string): string {
  return (
    pathname
      .replace(/\/(?:amp|index\.\w+)?\/?$/i, '')
      .split('/')
      .at(-1)
      ?.replace(/\.(?:html?|php|aspx?|amp)$/i, '') ?? ''
  );
}

/** A page's bytes as {@link pageAddresses} and {@link canonicalOf} read it: decoding it all for the ASCII of one tag takes ten times as long. */
export function characterAByte(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, HEAD_CHARACTERS)).toString('latin1');
}

/** The canonical link in a page's head, absolute; null without. */
export function canonicalOf(html: string, base: string): string | null {
  for (const [raw] of html.slice(0, HEAD_CHARACTERS).matchAll(/<link\s[^<>]{1,2000}>/gi)) {
    if (!/\srel\s*=\s*["']?canonical["'\s/>]/i.test(raw)) continue;
    const tag = new TextDecoder('latin1').decode(Buffer.from(raw, 'latin1'));
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag);
    const written = href?.[1] ?? href?.[2] ?? href?.[3];
    return written ? normaliseUrl(decodeHTMLAttribute(written), base) : null;
  }
  return null;
}
