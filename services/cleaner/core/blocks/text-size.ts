const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HANGUL = /\p{Script=Hangul}/gu;
const ANY_DENSE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/;

/**
 * The length of a text in Latin letters: a Chinese or Japanese character says about as much as three, a Korean syllable as
 * two.
 */
export function textSize(text: string): number {
  if (!ANY_DENSE.test(text)) return text.length;
  return text.length + 2 * (text.match(DENSE)?.length ?? 0) + (text.match(HANGUL)?.length ?? 0);
}

/** A text whose words can be told apart by spaces: each Chinese or Japanese character stands alone. */
export function spaced(text: string): string {
  return ANY_DENSE.test(text) ? text.replace(DENSE, ' $& ') : text;
}
