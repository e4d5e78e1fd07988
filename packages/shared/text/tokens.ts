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

/** What a UTF-16 code unit is where a text is read without being folded as a whole. */
const SEPARATOR = 1;
const FOLDED = 2;
/** A capital: its folded form is what lower-casing makes of it. */
const CAPITAL = 3;
/** Folds otherwise, or may change what stands beside it. */
const UNSETTLED = 4;
const units = new Uint8Array(0x10000);

/** Marks join with the letter before them, and so do the vowels and finals of spelt-out Korean; a sigma depends on what follows. */
const JOINS = /[\p{M}\u1100-\u11FF\u03A3]/u;
const IN_TOKEN = /^[\p{L}\p{M}\p{N}]$/u;

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const folded = fold(character);
  let kind = UNSETTLED;
  if (unit < 0xd800 || unit > 0xdfff) {
    if (JOINS.test(character) || JOINS.test(folded)) kind = UNSETTLED;
    else if (folded !== '' && !/[\p{L}\p{M}\p{N}]/u.test(folded)) kind = SEPARATOR;
    else if (IN_TOKEN.test(folded))
      kind = folded === character ? FOLDED : folded === character.toLowerCase() ? CAPITAL : UNSETTLED;
  }
  units[unit] = kind;
  return kind;
}

/** The tokens of a text in one pass; null where a character has to be folded with what stands round it. */
function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  let start = -1;
  let capitals = false;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const kind = units[unit] || learn(unit);
    if (kind === UNSETTLED) return null;
    if (kind === SEPARATOR) {
      if (start >= 0) tokens.push(capitals ? text.slice(start, i).toLowerCase() : text.slice(start, i));
      start = -1;
      capitals = false;
    } else {
      if (start < 0) start = i;
      if (kind === CAPITAL) capitals = true;
    }
  }
  if (start >= 0) tokens.push(capitals ? text.slice(start).toLowerCase() : text.slice(start));
  return tokens;
}

/** The tokens of a text: runs of letters, marks and digits of the folded text. */
export function tokenize(text: string): string[] {
  if (PLAIN.test(text)) return text.toLowerCase().match(PLAIN_TOKEN) ?? [];
  // A text with curly quotes and accents is as quickly read as a plain one, and ten times as quickly as it is folded.
  return tokensOf(text) ?? fold(text).match(TOKEN) ?? [];
}
