import { Remembered } from '../remembered.ts';
import { LINE_KINDS } from './line-words.ts';

/** The longest line that any kind takes. */
const LONGEST = Math.max(...LINE_KINDS.map((k) => k.max));

/** Longer lines hardly come again. */
const RECURRING = 60;
/** Menus and labels of some forty sites; false where the words do not tell. */
const known = new Remembered<string | false>(4000);

/** The kind of a line that is no text, by its words; null where they do not tell. */
export function lineKind(raw: string): string | null {
  if (raw.length > LONGEST) return null;
  if (raw.length > RECURRING) return read(raw);
  let kind = known.get(raw);
  if (kind === undefined) {
    kind = read(raw) ?? false;
    known.set(raw, kind);
  }
  return kind === false ? null : kind;
}

function read(raw: string): string | null {
  // A pattern's "i" does not meet the Turkish dotted capital.
  const text = raw.includes('İ') ? raw.replaceAll('İ', 'i') : raw;
  for (const { kind, max, pattern } of LINE_KINDS) if (text.length <= max && pattern.test(text)) return kind;
  return null;
}
