import { productToken } from './robots-rules.ts';

/** What a page says of its use, in its headers or its head. */
export interface PageDirectives {
  /** Lower case: noindex, noarchive, noai, ... */
  directives: string[];
  /** TDM Reservation Protocol: the rights of text and data mining are reserved. */
  tdmReserved: boolean;
}

/** Directives stand in the head; what comes later is the article's own text. */
const HEAD_CHARS = 64 * 1024;
/** Bounded, so that tags that never end are not each looked through to the head's end. */
const META = /<meta\s[^>]{0,2000}>/gi;
const KNOWN_DIRECTIVE = /^(all|none|no[a-z-]+|index|follow|max-[a-z-]+|unavailable_after)$/;

/** Reads X-Robots-Tag, `meta name=robots` (or our own name) and the TDM reservation of a page. */
export function readPageDirectives(
  headers: Readonly<Record<string, string>>,
  html: string,
  userAgent: string,
): PageDirectives {
  const token = productToken(userAgent);
  const found = new Set(headerDirectives(headers['x-robots-tag'] ?? '', token));
  let tdmReserved = headers['tdm-reservation']?.trim() === '1';
  for (const tag of html.slice(0, HEAD_CHARS).match(META) ?? []) {
    const name = attribute(tag, 'name')?.toLowerCase();
    const content = attribute(tag, 'content')?.toLowerCase() ?? '';
    if (name === 'robots' || name === token) for (const part of content.split(',')) found.add(part.trim());
    if (name === 'tdm-reservation' && content.trim() === '1') tdmReserved = true;
  }
  if (found.has('none')) found.add('noindex');
  found.delete('');
  return { directives: [...found], tdmReserved };
}

/** "noindex, otherbot: noarchive, wirewatch: nofollow": what follows a name is for that name until the next one. */
function headerDirectives(value: string, token: string): string[] {
  const found: string[] = [];
  let forUs = true;
  for (const part of value.toLowerCase().split(',')) {
    const [head, ...rest] = part.split(':');
    const name = head!.trim();
    let directive = name;
    if (rest.length > 0 && !KNOWN_DIRECTIVE.test(name)) {
      forUs = name === token;
      directive = rest.join(':').trim();
    }
    if (forUs) found.push(directive);
  }
  return found;
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return found === null ? null : (found[1] ?? found[2] ?? found[3] ?? null);
}
