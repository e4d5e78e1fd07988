/** The text a reader would see, roughly: enough to count words and to look for phrases. A tag ends before the next one: what is never closed costs its length once. */
export function visibleText(html: string): string {
  return html
    .replace(/<(script|style|template|svg)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
    .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#?\w+);/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Words of a text in any script that puts blanks between them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
