/** The text a reader would see, roughly: enough to look for phrases. A tag ends before the next one: what is never closed costs its length once. */
export function visibleText(html: string): string {
  return withoutTags(html).replace(REFERENCES, ' ').replace(/\s+/g, ' ');
}

/** Most pages of newsrooms show a hundred words before this many characters of their source, and none needs the rest then. */
const OPENING_CHARS = 30_000;

/** Whether a reader would see more words than so many, in any script that puts blanks between them. */
export function showsMoreWordsThan(most: number, html: string): boolean {
  // Cut behind a tag: whatever is open there can only hide words that follow.
  const opening = html.slice(0, html.lastIndexOf('>', OPENING_CHARS) + 1);
  return (opening.length < html.length && hasMoreWordsThan(most, opening)) || hasMoreWordsThan(most, html);
}

function hasMoreWordsThan(most: number, html: string): boolean {
  let words = 0;
  for (const [found] of withoutTags(html).matchAll(REFERENCE_OR_WORD)) {
    if (!found.startsWith('&')) words += 1;
    if (words > most) return true;
  }
  return false;
}

const REFERENCES = /&(#?\w+);/g;
const REFERENCE_OR_WORD = /&#?\w+;|[\p{L}\p{N}]+/gu;

function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|template|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<[^<>]*>/g, ' ');
}
