/** The start of a tag that makes a browser connect, or go elsewhere, before anything is loaded: no content policy holds that back. */
const HINT = /<(?:link|meta)(?=[\s/>])/gi;

/**
 * A page without its `<link>` and `<meta>` tags (preconnect, dns-prefetch, refresh): so the publisher does not learn that it is looked
 * at. A space takes a tag's place, so that what stood around it does not become a tag.
 */
export function withoutHints(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { index } of html.matchAll(HINT)) {
    if (index < from) continue;
    kept.push(html.slice(from, index), ' ');
    const end = html.indexOf('>', index);
    from = end < 0 ? html.length : end + 1;
  }
  kept.push(html.slice(from));
  return kept.join('');
}
