/** Soft hyphens, zero-width characters, joiners, bidi marks and the byte order mark: invisible, and different in each copy. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** ASCII has no forms to normalise: half of the folding's cost on English pages goes with this test. */
const PLAIN = /^[\x20-\x7e\t\n\r]*$/;
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;
/** The same for folded ASCII, in half the time. */
const PLAIN_TOKEN = /[a-z0-9]+/g;

/** Text as it is compared: NFKC, case folded, invisible characters gone. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // NFKC after lower-casing once more, for 'İ'.toLowerCase() leaves a combining dot (U+0307) behind.
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().replaceAll('\u0307', '').normalize('NFKC');
}

/** The tokens of a text: runs of letters, marks and digits of the folded text. */
export function tokenize(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(PLAIN_TOKEN) ?? [];
  return fold(text).match(TOKEN) ?? [];
}
