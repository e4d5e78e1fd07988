/**
 * The folding by which texts are matched and searched: letters that writers exchange are one, so are the digits of all scripts, and what
 * cannot be seen is not there. Not that of the published content hash, which `tokens.ts` makes. Raised with any change of it: an index
 * built over another one misses the words that it folds otherwise.
 */
export const FOLDING = 2;

/** Letters that writers exchange, and NFD does not take apart: Turkish dotless i, Arabic alef and yeh forms, Persian kaf, Cyrillic io. */
const EXCHANGED: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  // Hamza has several carriers in one word's spellings.
  ؤ: 'ء',
  ئ: 'ء',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  ё: 'е',
};

/** What no reader sees, the stretching of Arabic letters, and marks that are spelling, not letters: accents, vowel signs, points. */
const NOTHING =
  /^(?:\p{Default_Ignorable_Code_Point}|\u0640|\p{Mn}(?<=[\u0300-\u036F]|[\u0591-\u05C7]|[\u0610-\u06ED]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F]))$/u;
const ACCENTED = /[\p{sc=Latin}\p{sc=Greek}]/u;

/** What a character of NFKC text is compared as: '' where it is not there. */
export function foldLetter(character: string): string {
  const lower = character.toLowerCase().replaceAll('\u0307', '').normalize('NFKC');
  if (NOTHING.test(lower)) return '';
  if (/\p{Nd}/u.test(lower)) return String(digitOf(lower.codePointAt(0)!));
  const plain = ACCENTED.test(lower) ? lower.normalize('NFD').replace(/\p{M}/gu, '') : lower;
  return Array.from(plain, (letter) => EXCHANGED[letter] ?? letter).join('');
}

/** The digits of a script stand in a row from its zero, and rows that touch are whole ones. */
function digitOf(point: number): number {
  let from = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(from - 1))) from -= 1;
  return (point - from) % 10;
}

/** Letters of Cyrillic and Greek that look like Latin ones in either case: UTS 39, but for digits and what no word is spelt with. */
const CYRILLIC = 'аеорсухіјѕһкмтвнԁԛԝ';
const AS_CYRILLIC = 'aeopcyxijshkmtbhdqw';
const GREEK = 'αοινρτυκβεχζ';
const AS_GREEK = 'aoivptukbexz';

const toLatin = new Map<string, string>();
const toCyrillic = new Map<string, string>();
const toGreek = new Map<string, string>();
for (const [i, letter] of Array.from(CYRILLIC).entries()) {
  toLatin.set(letter, AS_CYRILLIC[i]!);
  if (!toCyrillic.has(AS_CYRILLIC[i]!)) toCyrillic.set(AS_CYRILLIC[i]!, letter);
}
for (const [i, letter] of Array.from(GREEK).entries()) {
  toLatin.set(letter, AS_GREEK[i]!);
  toGreek.set(AS_GREEK[i]!, letter);
}

/** Whether a folded letter may be one of another script in disguise. */
export function isLookAlike(letter: string): boolean {
  return toLatin.has(letter);
}

/** A folded word of several scripts with the letters that look like those of its majority read as such; a word of one script stays. */
export function withoutLookAlikes(word: string): string {
  const latin = word.match(/\p{sc=Latin}/gu)?.length ?? 0;
  const cyrillic = word.match(/\p{sc=Cyrillic}/gu)?.length ?? 0;
  const greek = word.match(/\p{sc=Greek}/gu)?.length ?? 0;
  const most = Math.max(latin, cyrillic, greek);
  if (latin + cyrillic + greek === most) return word;
  const as = (map: ReadonlyMap<string, string>) => Array.from(word, (letter) => map.get(letter) ?? letter).join('');
  if (most === latin) return as(toLatin);
  return most === cyrillic ? as(toCyrillic) : as(toGreek);
}

const PLAIN = /^[\x00-\x7f]*$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{sc=Latin}/u;
const LIKE_LATIN = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;

/** What a character is folded to, and of what kind that is. */
interface Folded {
  letter: string;
  kind: number;
}
const known = new Map<string, Folded>();

/** Bits of what is known of a UTF-16 code unit; half a pair counts as one that changes. */
const MET = 1;
const CHANGES = 2;
const IS_LATIN = 4;
const IS_LIKE_LATIN = 8;
const kinds = new Uint8Array(0x10000);

function learn(character: string): Folded {
  const letter = foldLetter(character);
  const script = (LATIN.test(letter) ? IS_LATIN : 0) | (LIKE_LATIN.test(letter) ? IS_LIKE_LATIN : 0);
  const folded = { letter, kind: MET | script | (letter === character ? 0 : CHANGES) };
  known.set(character, folded);
  return folded;
}

function learnUnit(unit: number): number {
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  const kind = isHalf ? MET | CHANGES : learn(String.fromCharCode(unit)).kind;
  kinds[unit] = kind;
  return kind;
}

/** A text as it is matched and searched. */
export function foldForMatching(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const normal = text.normalize('NFKC');
  let folded = '';
  let seen = 0;
  // Most characters stay as they are, and are taken over by stretches.
  let from = 0;
  for (let i = 0; i < normal.length; i += 1) {
    const unit = normal.charCodeAt(i);
    const kind = kinds[unit] || learnUnit(unit);
    seen |= kind;
    if ((kind & CHANGES) === 0) continue;
    const character = String.fromCodePoint(normal.codePointAt(i)!);
    const { letter, kind: whole } = known.get(character) ?? learn(character);
    seen |= whole;
    folded += normal.slice(from, i) + letter;
    i += character.length - 1;
    from = i + 1;
  }
  folded += normal.slice(from);
  return (seen & IS_LATIN) !== 0 && (seen & IS_LIKE_LATIN) !== 0 ? folded.replace(WORD, withoutLookAlikes) : folded;
}
