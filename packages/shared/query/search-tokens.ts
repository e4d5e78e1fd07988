import { foldForMatching } from '../text/letters.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts written without spaces: each character is a token, and a word of several becomes a phrase. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const UNSPACED_OR_WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** The tokens of a text as queries compare them, in order. A full-text index built over these, joined by a space, agrees with the matcher. */
export function searchTokens(text: string): string[] {
  const folded = foldForMatching(text);
  return folded.match(UNSPACED.test(folded) ? UNSPACED_OR_WORD : WORD) ?? [];
}
