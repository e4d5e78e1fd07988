/** What the characters of a text are, counted. */
export interface TextShape {
  digits: number;
  capitals: number;
  commas: number;
  stops: number;
  /** Bars, bullets and arrows: what stands between a menu's entries. */
  dividers: number;
  quoted: boolean;
  /** A sign of copyright, an address of mail or of a page. */
  signed: boolean;
  smallFirst: boolean;
}

const DIGIT = 1;
const CAPITAL = 2;
const SMALL = 4;
const COMMA = 8;
const STOP = 16;
const DIVIDER = 32;
const QUOTE = 64;
const SIGN = 128;
const SIGNS: readonly (readonly [string, number])[] = [
  [',،、;', COMMA],
  ['.!?。！？؟।…', STOP],
  ['|/•·>»', DIVIDER],
  ['"“”«»„', QUOTE],
  ['©@', SIGN],
];

function classOf(char: string): number {
  let mask = 0;
  if (/\p{N}/u.test(char)) mask |= DIGIT;
  if (/\p{Lu}/u.test(char)) mask |= CAPITAL;
  if (/\p{Ll}/u.test(char)) mask |= SMALL;
  for (const [chars, bit] of SIGNS) if (chars.includes(char)) mask |= bit;
  return mask;
}

/** Each code unit's classes, found when it first comes; the top bit says that it has come. */
const CLASSES = new Uint16Array(0x10000);
const KNOWN = 256;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let mask = CLASSES[code] as number;
  if (mask === 0) {
    if (code >= 0xd800 && code <= 0xdbff) return classOf(String.fromCodePoint(text.codePointAt(at) as number));
    mask = classOf(String.fromCharCode(code)) | KNOWN;
    CLASSES[code] = mask;
  }
  return mask;
}

/** Counts a text's characters by what they are, in one go. */
export function shapeOf(text: string): TextShape {
  let digits = 0;
  let capitals = 0;
  let commas = 0;
  let stops = 0;
  let dividers = 0;
  let seen = 0;
  for (let i = 0; i < text.length; i += 1) {
    const mask = classAt(text, i);
    if ((mask & ~(KNOWN | SMALL)) === 0) continue;
    seen |= mask;
    if (mask & DIGIT) digits += 1;
    if (mask & CAPITAL) capitals += 1;
    if (mask & COMMA) commas += 1;
    if (mask & STOP) stops += 1;
    if (mask & DIVIDER) dividers += 1;
  }
  return {
    digits,
    capitals,
    commas,
    stops,
    dividers,
    quoted: (seen & QUOTE) !== 0,
    signed: (seen & SIGN) !== 0 || text.includes('http:') || text.includes('https:') || text.includes('www.'),
    smallFirst: text !== '' && (classAt(text, 0) & SMALL) !== 0,
  };
}

const STOPS = '.!?…。！？؟։।';
const CLOSERS = '"”»\'’)]';

/** Does a text without white space at its end close with a full stop of any script, quotes and brackets after it left aside? */
export function endsSentence(text: string): boolean {
  let last = text.length - 1;
  while (last >= 0 && CLOSERS.includes(text[last] as string)) last -= 1;
  return last >= 0 && STOPS.includes(text[last] as string);
}
