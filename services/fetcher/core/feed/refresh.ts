import { normaliseUrl } from '@wirewatch/shared/text/url.ts';
import { tagsOf } from './head-tags.ts';

/** Where a page sends its readers on by itself, and after how many seconds. */
export interface Onward {
  url: string;
  seconds: number;
}

/** Characters looked at: a place and a number are shorter. */
const LONGEST = 4000;

/** What a `Refresh` header or its like in a page says ("0; url=/feed.xml"); null where it names no place. */
export function readRefresh(content: string | undefined, base: string): Onward | null {
  const said = /^([\d.]+)?\s*(?:[;,]\s*)?url\s*=\s*["']?([^"']+)/i.exec((content ?? '').slice(0, LONGEST).trim());
  const url = said === null ? null : normaliseUrl(said[2]!.trim(), base);
  return url === null ? null : { url, seconds: Number(said![1] ?? 0) };
}

/** The first `<meta http-equiv="refresh">` of a page. */
export function refreshOf(html: string, url: string): Onward | null {
  for (const { tag, attributes } of tagsOf(html)) {
    if (tag === 'meta' && /^refresh$/i.test(attributes.get('http-equiv') ?? ''))
      return readRefresh(attributes.get('content'), url);
  }
  return null;
}
