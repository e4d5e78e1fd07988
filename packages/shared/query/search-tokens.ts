import { fold } from '../text/tokens.ts';

/** Marks that are spelling, not letters, in these scripts: accents, Arabic vowel signs, Hebrew points. Indic marks are letters and stay. */
const ACCENTS = /(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}+|[\u0591-\u05C7\u064B-\u065F\u0670\u0640]/gu;
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
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ё: 'е',
};
const EXCHANGE = new RegExp(`[${Object.keys(EXCHANGED).join('')}]`, 'gu');
const PLAIN = /^[\x00-\x7f]*$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts written without spaces: each character is a token, and a word of several becomes a phrase. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const UNSPACED_OR_WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** Text as queries compare it: folded, without accents, exchanged letters made one, so that "Kalın" and "Kalin" meet. */
export function searchFold(text: string): string {
  const folded = fold(text);
  if (PLAIN.test(folded)) return folded;
  return folded
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(EXCHANGE, (letter) => EXCHANGED[letter] ?? letter);
}

/** The tokens of a text as queries compare them, in order. A full-text index built over these, joined by a space, agrees with the matcher. */
export function searchTokens(text: string): string[] {
  const folded = searchFold(text);
  return folded.match(UNSPACED.test(folded) ? UNSPACED_OR_WORD : WORD) ?? [];
}
