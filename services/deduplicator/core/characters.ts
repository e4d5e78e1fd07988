import { foldLetter, isLookAlike } from '@wirewatch/shared/text/letters.ts';

/** What a UTF-16 code unit of NFKC text is to the word reader. */
export const SEPARATOR = 0;
/** A separator after which a sentence starts: a stop or a line's end. */
export const SENTENCE_END = 1;
/** A separator that opens or closes a quotation. */
export const QUOTE = 2;
export const INVISIBLE = 3;
/** A letter or mark. */
export const LETTER = 4;
/** An upper-case letter. */
export const CAPITAL = 5;
/** A letter of a script that has no capitals, or does not write them. */
export const CAPLESS = 6;
export const DIGIT = 7;
/** A letter of a script that writes without spaces between words: its runs go to the segmenter. */
export const DENSE = 8;
/** Folds to more than one code unit: {@link severalOf} has them. */
export const SEVERAL = 9;
/** Half of a surrogate pair. */
export const SURROGATE = 10;
/** NFKC changes it, or may change what stands round it: the text must be brought into that form first. */
export const UNSETTLED = 11;

/** The entry of a code unit that was not met yet. */
export const UNKNOWN = -1;

/**
 * Bit of the entry of a letter, a capital or a digit whose folded form is ASCII: most are, and the word reader goes through them without
 * asking which. Of their classes {@link DIGIT} alone has {@link DIGIT_BIT}.
 */
export const PLAIN = 1 << 24;
export const DIGIT_BIT = 2 << 16;

/**
 * For each code unit of NFKC text its class in bits 16 to 23, {@link PLAIN} and its folded form (`letters.ts`) below; {@link learn} fills it
 * on first sight, so that start-up pays only for the scripts it meets. The other is for texts as they come.
 */
export const normalUnits = new Int32Array(0x10000).fill(UNKNOWN);
export const plainUnits = new Int32Array(0x10000).fill(UNKNOWN);

/** Code units of letters that may be another script's in disguise. */
export const lookAlikes = new Uint8Array(0x10000);

const several = new Map<number, string>();

/** What a code unit of the class {@link SEVERAL} folds to. */
export function severalOf(unit: number): string {
  return several.get(unit)!;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Marks are none: a word does not begin with one. Georgian has capitals since 2018, for lines of capitals only. */
const CAPITALS = /[[\p{Lu}\p{Ll}\p{Lt}\p{Lm}\p{N}]--\p{Script=Georgian}]/v;

/** Marks join with the letter before them, and so do the vowels and finals of spelt-out Korean. */
const JOINS = /[\p{M}\u1100-\u11FF]/u;

/** The entry of a code unit in a text that need not be in NFKC. */
export function learnPlain(unit: number): number {
  const character = String.fromCharCode(unit);
  const normal = character.normalize('NFKC');
  let entry = UNSETTLED << 16;
  if (normal === character) {
    if (!JOINS.test(character) && (unit < 0xd800 || unit > 0xdfff)) entry = learn(unit);
  } else {
    // What becomes separators (an ellipsis three dots, a hard space a space) parts words as it stands.
    const kinds = Array.from(normal, (part) => learn(part.charCodeAt(0)) >> 16);
    if (kinds.every((kind) => kind === SEPARATOR || kind === SENTENCE_END)) entry = Math.max(...kinds) << 16;
  }
  plainUnits[unit] = entry;
  return entry;
}

/** The entry of a code unit of NFKC text. */
export function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const surrogate = unit >= 0xd800 && unit <= 0xdfff;
  const letter = surrogate ? character : foldLetter(character);
  let kind: number;
  let folded = unit;
  if (surrogate) kind = SURROGATE;
  else if (letter === '') kind = INVISIBLE;
  else if (/["\u201C\u201D\u201E\u201F\u00AB\u00BB\u300C\u300D\u300E\u300F]/.test(character)) kind = QUOTE;
  else if (!WORD.test(character))
    kind = /[.!?\n\r\u0964\u06D4\u061F\u3002\u1362]/.test(character) ? SENTENCE_END : SEPARATOR;
  else {
    folded = letter.charCodeAt(0);
    if (letter.length > 1) {
      kind = SEVERAL;
      several.set(unit, letter);
    } else if (/\p{N}/u.test(character)) kind = DIGIT;
    else if (NO_SPACES.test(character)) kind = DENSE;
    else if (CAPITALS.test(character)) kind = character.toLowerCase() === character ? LETTER : CAPITAL;
    else kind = CAPLESS;
    if (isLookAlike(letter)) lookAlikes[folded] = 1;
  }
  const isPlain = folded < 0x80 && (kind === LETTER || kind === CAPITAL || kind === DIGIT);
  const entry = (isPlain ? PLAIN : 0) | (kind << 16) | folded;
  normalUnits[unit] = entry;
  return entry;
}

/** Whether a letter outside the basic plane stands here. */
export function isWordPair(text: string, at: number): boolean {
  const point = text.codePointAt(at)!;
  return point > 0xffff && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point));
}

/** Whether a pair is a sign that selects a form or tags, and shows nothing. */
export function isUnseenPair(text: string, at: number): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(String.fromCodePoint(text.codePointAt(at)!));
}

/** “ „ ‟ « 「 『 open; ” » 」 』 close. In some languages » opens: the paragraph's end sets that right. */
export function isOpening(unit: number): boolean {
  return unit === 0x201c || unit === 0x201e || unit === 0x201f || unit === 0xab || unit === 0x300c || unit === 0x300e;
}
