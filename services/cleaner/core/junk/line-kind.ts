import { LINE_KINDS } from './line-words.ts';

/** The longest line that any kind takes. */
const LONGEST = Math.max(...LINE_KINDS.map((k) => k.max));

/** The kind of a line that is no text, by its words; null where they do not tell. */
export function lineKind(raw: string): string | null {
  if (raw.length > LONGEST) return null;
  // A pattern's "i" does not meet the Turkish dotted capital.
  const text = raw.includes('İ') ? raw.replaceAll('İ', 'i') : raw;
  for (const { kind, max, pattern } of LINE_KINDS) if (text.length <= max && pattern.test(text)) return kind;
  return null;
}
