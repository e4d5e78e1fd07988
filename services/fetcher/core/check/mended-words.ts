/** What had to be mended in a document, for people. */
const WORDS: Readonly<Record<string, string>> = {
  'control-character': 'control characters were left out',
  'undeclared-prefix': 'prefixes that nobody declares were guessed',
  'undefined-entity': 'entities that nobody defines were read as HTML has them, or as text',
  'unclosed-comment': 'a comment has no end',
  'unclosed-cdata': 'a CDATA section has no end',
  'bare-angle-bracket': 'angle brackets stand bare in texts',
  'broken-tag': 'tags are broken',
  'unclosed-element': 'elements are not closed',
  'stray-end-tag': 'end tags close nothing',
  truncated: 'the document breaks off: its whole entries are read',
  'junk-outside-root': 'something stands before or behind the feed',
};

/** One code of a document's `repaired` in words. */
export function mendedWords(code: string): string {
  const [kind, value] = code.split(':', 2) as [string, string | undefined];
  if (kind === 'newest-of') return `of ${value} entries the newest are read`;
  if (kind === 'charset-label') return `it calls itself ${value}, which its bytes refute`;
  return WORDS[code] ?? code;
}
